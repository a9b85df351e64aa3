import type { z } from 'zod';
import { integrationDefinitionSchema, type IntegrationDefinition } from '@/lib/modules/integration/integration.schema';
import { FORMAT_CARD_STATEMENT_SCRIPT, SUMMARISE_STATEMENT_SCRIPT, WRAP_BRANCHES_SCRIPT } from './ag-bank.scripts';

/** An integration of the sample. */
export interface SampleIntegration {
  /** The `ref` of the credential it uses; the definition's own `credentialId` stays null until the seed knows the id. */
  credentialRef: string | null;
  definition: IntegrationDefinition;
  /** What the run panel shows at first, by reference as written between the braces, for example `$botContext.accountId`. */
  testValues: Record<string, string>;
}

/** Nobody waits longer for an answer in a chat; a bank that is slow (chaos in the preview) runs into it. */
const CHAT_TIMEOUT_MS = 4_000;

/** The integrations of the bot “AG Bank”, in the order of a tour: the simple ones first, trouble last. */
export function buildAgBankIntegrations(): SampleIntegration[] {
  return [
    integration({
      name: 'List accounts',
      responseVariable: 'accounts',
      description: 'The customer’s active accounts. Each field captures the value of every account under one key.',
      url: '{$env.bankUrl}/accounts',
      timeoutMs: CHAT_TIMEOUT_MS,
      parameters: [
        { name: 'customerId', value: '{$env.customerId}' },
        { name: 'status', value: 'active' },
      ],
      customDataFields: [
        { key: 'id', path: '{$.api_accounts.accounts[i].id}' },
        { key: 'name', path: '{$.api_accounts.accounts[i].name}' },
        { key: 'balance', path: '{$.api_accounts.accounts[i].balanceText}' },
        { key: 'total', path: '{$.api_accounts.total}' },
      ],
    }),
    integration(
      {
        name: 'Account statement',
        responseVariable: 'statement',
        description: 'One account’s bookings. The script adds up income and spending, keeps the spending for the bot, and shortens the result.',
        url: '{$env.bankUrl}/accounts/{$botContext.accountId}/statement',
        timeoutMs: CHAT_TIMEOUT_MS,
        parameters: [
          { name: 'from', value: '{$botContext.fromDate}' },
          { name: 'to', value: '{$botContext.toDate}' },
          { name: 'limit', value: '5', enabled: false, note: 'Tick it to get the newest five only.' },
        ],
        transformScript: SUMMARISE_STATEMENT_SCRIPT,
        customDataFields: [
          { key: 'spent', path: '{$.api_statement.summary.spent}' },
          { key: 'closingBalance', path: '{$.api_statement.summary.closingBalance}' },
          { key: 'text', path: '{$.api_statement.bookings[i].text}' },
          { key: 'amount', path: '{$.api_statement.bookings[i].amount}' },
        ],
      },
      { testValues: { '$botContext.accountId': 'acc-1001', '$botContext.fromDate': '2025-03-01', '$botContext.toDate': '2025-03-31' } },
    ),
    integration(
      {
        name: 'Card check',
        responseVariable: 'cardCheck',
        description: 'Posts JSON. Change one digit of the card number to see the bank’s list of errors.',
        method: 'POST',
        url: '{$env.bankUrl}/cards/check',
        timeoutMs: CHAT_TIMEOUT_MS,
        postBody: { kind: 'json', text: CARD_CHECK_BODY },
        customDataFields: [
          { key: 'accepted', path: '{$.api_cardCheck.accepted}' },
          { key: 'lastDigits', path: '{$.api_cardCheck.card.lastDigits}' },
        ],
      },
      { testValues: { '$botContext.cardNumber': '4111 1111 1111 1111', '$botContext.amount': '25.5' } },
    ),
    integration(
      {
        name: 'Card statement',
        responseVariable: 'cardStatement',
        description: 'What was paid with a card. The bank’s page gives a reference for it; the card number itself never comes here.',
        url: '{$env.bankUrl}/cards/{$botContext.cardReference}/statement',
        timeoutMs: CHAT_TIMEOUT_MS,
        transformScript: FORMAT_CARD_STATEMENT_SCRIPT,
        customDataFields: [
          { key: 'text', path: '{$.api_cardStatement.transactions[i].text}' },
          { key: 'amount', path: '{$.api_cardStatement.transactions[i].amountText}' },
          { key: 'bookedOn', path: '{$.api_cardStatement.transactions[i].bookedOn}' },
          { key: 'partner', path: '{$.api_cardStatement.transactions[i].counterparty.name}' },
          { key: 'spent', path: '{$.api_cardStatement.spentText}' },
        ],
      },
      { testValues: { '$botContext.cardReference': 'card-sample' } },
    ),
    integration({
      name: 'Branches',
      responseVariable: 'branches',
      timeoutMs: CHAT_TIMEOUT_MS,
      description: 'The answer is an array with nothing around it: [i] goes through it, and through the lists inside it.',
      url: '{$env.bankUrl}/branches',
      customDataFields: [
        { key: 'name', path: '{$.api_branches[i].name}' },
        { key: 'service', path: '{$.api_branches[i].services[i]}' },
        { key: 'withSafe', path: "$[?@.services[?@ == 'safe']].name" },
      ],
    }),
    integration({
      name: 'Branches, wrapped',
      responseVariable: 'branchList',
      description: 'The same array, put under a key by the script: the way that also works in older builders.',
      url: '{$env.bankUrl}/branches',
      transformScript: WRAP_BRANCHES_SCRIPT,
      customDataFields: [{ key: 'city', path: '{$.api_branchList.items[i].city}' }],
    }),
    integration({
      name: 'Exchange rates',
      responseVariable: 'rates',
      description: 'XML, read as an object: attributes and repeated elements are kept.',
      url: '{$env.bankUrl}/rates.xml',
      useDefaultHeaders: false,
      headers: [{ name: 'Accept', value: 'application/xml' }],
    }),
    integration(
      {
        name: 'Customer profile',
        responseVariable: 'profile',
        description: 'Protected by OAuth 2.0: the credential gets a token first, and a new one when it is refused.',
        url: '{$env.bankUrl}/secure/oauth',
        customDataFields: [
          { key: 'name', path: '{$.api_profile.customer.name}' },
          { key: 'city', path: '{$.api_profile.customer.address.city}' },
        ],
      },
      { credentialRef: 'oauth' },
    ),
    integration(
      {
        name: 'Unknown account',
        responseVariable: 'unknownAccount',
        description: 'Fails with 404, as the account does not exist. Try acc-broken for a server that fails with 500.',
        url: '{$env.bankUrl}/accounts/{$botContext.accountId}',
        customDataFields: [{ key: 'name', path: '{$.api_unknownAccount.name}' }],
      },
      { testValues: { '$botContext.accountId': 'acc-0000' } },
    ),
    integration({
      name: 'Busy counter',
      responseVariable: 'counter',
      description: 'Answers 429 with Retry-After twice, then lets the call in. See the attempts in the waterfall.',
      url: '{$env.bankUrl}/limited',
      parameters: [
        { name: 'key', value: 'busy-counter' },
        { name: 'limit', value: '2' },
        { name: 'retry_after', value: '1' },
        { name: 'repeat', value: 'true' },
      ],
      customDataFields: [{ key: 'callNumber', path: '{$.api_counter.callNumber}' }],
    }),
    integration(
      {
        name: 'Slow report',
        responseVariable: 'report',
        description: 'Takes three seconds of its five. Set the wait to 9000 for a timeout, or cancel while it runs.',
        url: '{$env.bankUrl}/slow',
        parameters: [{ name: 'ms', value: '{$botContext.waitMs}' }],
        timeoutMs: 5_000,
        retry: { retryCountMax: 0, scope: 'idempotent' },
      },
      { testValues: { '$botContext.waitMs': '3000' } },
    ),
  ];
}

const CARD_CHECK_BODY = `{
  "cardNumber": "{$botContext.cardNumber}",
  "amount": {$botContext.amount},
  "currency": "EUR"
}`;

function integration(
  definition: z.input<typeof integrationDefinitionSchema>,
  { credentialRef = null, testValues = {} }: Partial<Pick<SampleIntegration, 'credentialRef' | 'testValues'>> = {},
): SampleIntegration {
  return { credentialRef, definition: integrationDefinitionSchema.parse(definition), testValues };
}
