import { toDialog, toInteraction, troubleRules, when, type FreddyDialog } from './freddy-parts';

/** Checks a card: a slot with a regular expression, a rule with one, and the POST to the bank. */
export function buildCardDialogs(integrationId: (responseVariable: string) => string): FreddyDialog[] {
  return [
    {
      id: 'card',
      name: 'Card check',
      description: 'Asks for number and amount and lets the bank judge. A number that was given at once is not asked for again.',
      starter: { patterns: ['*(check|verify|test)*card*', '*card*(work|works|valid|accepted)*'], intentId: 'intent-card-check' },
      interactions: [
        {
          kind: 'text-question',
          id: 'card-ask-number',
          name: 'Ask for the card number',
          text: 'Which card shall I check? Please type its number, 12 to 19 digits. For practice: 4111 1111 1111 1111.',
          fallbackResponse: 'That doesn’t look like a card number. It has 12 to 19 digits.',
          rules: [
            when('number-given', 'A card number', {
              condition: { kind: 'entity', entityId: 'entity-card-number' },
              slots: [{ slot: 'cardNumber', entityId: 'entity-card-number', duration: 'dialog' }],
            }),
          ],
        },
        {
          kind: 'text-question',
          id: 'card-ask-amount',
          name: 'Ask for the amount',
          text: 'And how much would you like to pay with it, in euros?',
          fallbackResponse: 'Please type an amount, for example 25.50.',
          rules: [
            when('amount-given', 'An amount', {
              condition: { kind: 'regular-expression', expression: '^\\s*(€\\s*)?\\d{1,6}([.,]\\d{1,2})?\\s*(€|eur|euros?)?\\s*$' },
              assignments: [{ name: 'amount', value: '{$userMessage}', duration: 'session' }],
            }),
          ],
        },
        {
          kind: 'integration',
          id: 'card-check',
          name: 'Check the card',
          integrationId: integrationId('cardCheck'),
          preProcess: PREPARE_CARD_CODE,
          rules: [
            when('refused', 'The bank refuses the number', { condition: { kind: 'api-outcome', outcomes: ['http-failure'], statuses: [422] }, next: toInteraction('card-wrong') }),
            ...troubleRules('card'),
            when('nothing', 'An answer without a verdict', { condition: { kind: 'no-results', fieldKey: 'accepted' }, next: toInteraction('trouble-down') }),
            {
              id: 'too-much',
              name: 'More than the card covers',
              conditions: [{ kind: 'api-result', result: 'success' }],
              variableConditions: [{ variable: 'cardCheck.accepted', operator: 'equals', value: 'false' }],
              next: toInteraction('card-too-much'),
            },
          ],
        },
        {
          kind: 'text',
          id: 'card-fine',
          name: 'Card is fine',
          text: 'Your card ending in {cardCheck.lastDigits} is fine and covers {$botContext.amountText}.',
          next: toDialog('anything-else'),
        },
        {
          kind: 'text',
          id: 'card-too-much',
          name: 'Amount not covered',
          text: 'Your card ending in {cardCheck.lastDigits} is fine, but {$botContext.amountText} is more than it covers. Let’s try a smaller amount.',
          next: toInteraction('card-ask-amount'),
        },
        {
          kind: 'text',
          id: 'card-wrong',
          name: 'Card not known',
          text: 'The bank can’t accept that: one of the digits seems wrong, or the amount is 0. Let’s go through it once more.',
          next: toInteraction('card-ask-number'),
        },
      ],
    },
    {
      id: 'lost-card',
      name: 'Lost card',
      description: 'Nothing a bot should decide: a person takes over.',
      starter: { patterns: ['*(lost|stolen|stole) *card*', '*card*(lost|stolen|gone)*'], intentId: 'intent-lost-card' },
      interactions: [
        { kind: 'text', id: 'lost-card-text', name: 'Sorry about the card', text: 'I’m sorry to hear that. A colleague will lock the card for you at once.', next: toInteraction('person-transfer') },
      ],
    },
  ];
}

const PREPARE_CARD_CODE = `// What was typed, as the bank wants it. Trying again finds it ready.
var typed = botContext.getBotVariable('slot.cardNumber');
if (typed) {
  remember('cardNumber', digitsOf(typed));
}
var amount = amountOf(botContext.getBotVariable('amount'));
remember('amount', amount);
// The bank takes the number; people read 25.50 rather than 25.5.
remember('amountText', amount.toFixed(2) + ' €');
`;
