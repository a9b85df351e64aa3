import { choice, toDialog, toInteraction, troubleRules, when, whenChosen, type FreddyDialog } from './freddy-parts';

/** How long the card page may be open before Freddy asks. */
const PAGE_TIMEOUT_MS = 600_000;

/**
 * The statement of a card: a page of the bank asks for the card, posts a reference that stands for its number, and Freddy goes on with that.
 * `integrationId` finds an integration by its response data variable.
 */
export function buildCardStatementDialogs(integrationId: (responseVariable: string) => string): FreddyDialog[] {
  return [
    {
      id: 'card-statement',
      name: 'View account statement',
      description: 'Opens the bank’s card page and rests until it posts. The card number never comes here.',
      starter: { patterns: ['view *statement*', '*card statement*', '*statement of my card'] },
      interactions: [
        {
          kind: 'web-view',
          id: 'card-statement-page',
          name: 'Card page',
          comment: 'The page posts the variables cardReference and cardLastDigits, and a message.',
          preProcess: CARD_PAGE_CODE,
          text: 'Which card is it? Please enter it on the bank’s own page: I never see its number.',
          buttonLabel: 'Enter card details',
          url: '{$botContext.cardPageUrl}',
          height: 'tall',
          timeoutMs: PAGE_TIMEOUT_MS,
          fallbackResponse: 'I’m waiting for the page with your card. Open it with the button, or say “cancel”.',
          rules: [
            when('posted', 'The page has posted', { condition: { kind: 'web-view', result: 'posted' }, next: toInteraction('card-statement-load') }),
            when('late', 'Nobody came back', { condition: { kind: 'web-view', result: 'timed-out' }, next: toInteraction('card-statement-late') }),
            when('cancelled', 'Rather not', { condition: { kind: 'pattern', patterns: ['(cancel|stop|no|never mind|not now)*'], excludeKeywords: [] }, next: toDialog('anything-else') }),
          ],
        },
        {
          kind: 'quick-reply',
          id: 'card-statement-late',
          name: 'Page not used',
          text: 'I’ve waited ten minutes for the page with your card. Shall we go on?',
          choices: [choice('again', 'Open the page again'), choice('menu', 'Main menu')],
          fallbackResponse: 'Please choose one of the two.',
          rules: [whenChosen('again', 'Again', { next: toInteraction('card-statement-page') }), whenChosen('menu', 'Menu', { next: toInteraction('welcome-menu') })],
        },
      ],
    },
    {
      id: 'card-confirmed',
      name: 'Card confirmed',
      description: 'What the page’s post leads to, also when Freddy talks of something else by then: the page’s message starts it.',
      starter: { patterns: ['card ending in * confirmed'] },
      interactions: [
        {
          kind: 'integration',
          id: 'card-statement-load',
          name: 'Load card statement',
          integrationId: integrationId('cardStatement'),
          preProcess: CARD_REFERENCE_CODE,
          rules: [
            when('unknown', 'The bank has forgotten the card', { condition: { kind: 'api-outcome', outcomes: ['http-failure'], statuses: [404] }, next: toInteraction('card-statement-unknown') }),
            ...troubleRules('card-statement'),
            when('nothing-paid', 'Nothing was paid', { condition: { kind: 'no-results', fieldKey: 'text' }, next: toInteraction('card-statement-empty') }),
          ],
        },
        {
          kind: 'carousel',
          id: 'card-statement-bookings',
          name: 'Card statement',
          preProcess: WHAT_NEXT_CODE,
          text: 'This was paid with your card ending in <b>{$botContext.cardLastDigits}</b>, {cardStatement.spent} in all:',
          tiles: [
            {
              id: 'booking',
              title: '{cardStatement.text}',
              subtitle: '{cardStatement.amount} on {cardStatement.bookedOn}, {cardStatement.partner}',
              buttons: [{ id: 'dispute', label: 'I don’t know this one', action: { kind: 'postback', callback: 'dispute' } }],
            },
          ],
          fallbackResponse: 'Tap the button below a booking that you don’t know, or say “menu”.',
          rules: [
            whenChosen('dispute', 'A booking is disputed', { next: toInteraction('card-statement-dispute') }),
            whenChosen('menu', 'Menu', { next: toInteraction('welcome-menu') }),
            whenChosen('done', 'Done', { next: toDialog('goodbye') }),
          ],
        },
        { kind: 'text', id: 'card-statement-dispute', name: 'Disputed', text: 'Then a colleague should look at it with you.', next: toInteraction('person-transfer') },
        { kind: 'text', id: 'card-statement-empty', name: 'Nothing paid', text: 'Nothing has been paid with the card ending in {$botContext.cardLastDigits} yet.', next: toDialog('anything-else') },
        { kind: 'text', id: 'card-statement-unknown', name: 'Card forgotten', text: 'The bank keeps what you enter for an hour only. Please enter the card once more.', next: toInteraction('card-statement-page') },
      ],
    },
  ];
}

const CARD_PAGE_CODE = `// The page needs to know which conversation it belongs to; where the bot demands it, the link is signed.
remember('cardPageUrl', botContext.getWebViewUrl(botContext.getEnvVariable('bankUrl') + '/card'));
`;

const CARD_REFERENCE_CODE = `// What the page posted are web view variables; texts and integrations read bot variables. Trying again finds them ready.
var reference = botContext.getWebViewVariable('cardReference');
if (reference) {
  remember('cardReference', reference);
  remember('cardLastDigits', botContext.getWebViewVariable('cardLastDigits'));
}
`;

const WHAT_NEXT_CODE = `botContext.addQuickReplies(['Main menu~menu', 'That is all~done']);
`;
