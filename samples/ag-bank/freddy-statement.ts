import { choice, toDialog, toInteraction, troubleRules, when, whenChosen, type FreddyDialog } from './freddy-parts';

/** Duration of what belongs to one statement only. */
const duration = 'session';
const period = (fromDate: string, toDate: string) => [
  { name: 'fromDate', value: fromDate, duration } as const,
  { name: 'toDate', value: toDate, duration } as const,
];

/** Accounts as a carousel, then one account’s bookings. `integrationId` finds an integration by its response data variable. */
export function buildStatementDialogs(integrationId: (responseVariable: string) => string): FreddyDialog[] {
  return [
    {
      id: 'statement',
      name: 'Account statement',
      description: 'Lists the accounts and shows the bookings of one. An account that was named at once (“statement of my travel card”) is not asked for again.',
      starter: { patterns: ['*statement*', '*(my|account) (balance|bookings|transactions)*'], intentId: 'intent-statement' },
      interactions: [
        {
          kind: 'integration',
          id: 'statement-load-accounts',
          name: 'Load accounts',
          integrationId: integrationId('accounts'),
          comment: 'Every way in which the call can end has its rule, so the card warns of none that is open.',
          rules: [...troubleRules('statement'), when('no-accounts', 'No account', { condition: { kind: 'no-results', fieldKey: 'id' }, next: toInteraction('statement-none') })],
        },
        {
          kind: 'carousel',
          id: 'statement-choose-account',
          name: 'Choose an account',
          text: 'These are your active accounts, {accounts.total} in all. Which one would you like to see?',
          tiles: [
            {
              id: 'account',
              title: '{accounts.name}',
              subtitle: 'Balance: {accounts.balance}',
              buttons: [{ id: 'show', label: 'Show statement', action: { kind: 'postback', callback: '{accounts.id}' } }],
            },
          ],
          fallbackResponse: 'I don’t see that account. Tap “Show statement” below one of them, or type its name.',
          rules: [
            when('account-named', 'An account was chosen', {
              condition: { kind: 'entity', entityId: 'entity-account' },
              slots: [{ slot: 'account', entityId: 'entity-account', duration: 'dialog' }],
            }),
          ],
        },
        {
          kind: 'quick-reply',
          id: 'statement-choose-period',
          name: 'Choose a period',
          text: 'For which time?',
          choices: [choice('march', 'March 2025'), choice('mid-march', '10 to 20 March'), choice('february', 'February 2025')],
          fallbackResponse: 'Please choose one of these three.',
          rules: [
            whenChosen('march', 'March', { assignments: period('2025-03-01', '2025-03-31') }),
            whenChosen('mid-march', 'Middle of March', { assignments: period('2025-03-10', '2025-03-20') }),
            whenChosen('february', 'February', { assignments: period('2025-02-01', '2025-02-28') }),
          ],
        },
        {
          kind: 'set-variables',
          id: 'statement-set-account',
          name: 'Hand the account on',
          comment: 'The integration reads a bot variable; the answer filled a slot.',
          assignments: [{ name: 'accountId', value: '{$botContext.slot.account}', duration }],
        },
        {
          kind: 'integration',
          id: 'statement-load',
          name: 'Load statement',
          integrationId: integrationId('statement'),
          rules: [...troubleRules('statement'), when('no-bookings', 'No bookings', { condition: { kind: 'no-results', fieldKey: 'text' }, next: toInteraction('statement-empty') })],
        },
        {
          kind: 'text',
          id: 'statement-bookings',
          name: 'Bookings',
          text: 'Your bookings from {$botContext.fromDate} to {$botContext.toDate}:\n• {statement.text}: {statement.amount}',
          repeat: 'line-each',
          repeatCountMax: 12,
        },
        {
          kind: 'text',
          id: 'statement-summary',
          name: 'Summary',
          text: 'You spent <b>{statement.spent}</b>. The balance is now <b>{statement.closingBalance}</b>.',
          next: toDialog('anything-else'),
        },
        {
          kind: 'text',
          id: 'statement-empty',
          name: 'No bookings',
          text: 'Nothing was booked from {$botContext.fromDate} to {$botContext.toDate}. Choose another time and I’ll look again.',
          next: toInteraction('statement-choose-period'),
        },
        {
          kind: 'text',
          id: 'statement-none',
          name: 'No accounts',
          text: 'I can’t find an active account in your name. A colleague can tell you more.',
          next: toDialog('anything-else'),
        },
      ],
    },
  ];
}
