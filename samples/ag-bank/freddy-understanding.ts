import type { z } from 'zod';
import type { entitySchema, intentSchema } from '@/lib/engine/program/understanding.schema';

/** What customers want, in their words. */
export const FREDDY_INTENTS: z.input<typeof intentSchema>[] = [
  intent('intent-statement', 'See an account statement', [
    'show me my account statement',
    'what did I spend last month',
    'how much money do I have',
    'what is the balance of my account',
    'list my latest bookings',
    'I want to see the transactions of my @account',
  ]),
  intent('intent-card-check', 'Check a card', ['check my card', 'is my card valid', 'can I pay with my card', 'will my card be accepted', 'verify a card number', 'does my card work']),
  intent('intent-lost-card', 'Report a lost card', ['I lost my card', 'my card was stolen', 'lock my card', 'block my card at once', 'somebody took my wallet', 'my card is gone']),
  intent('intent-branches', 'Find a branch', ['where is your nearest branch', 'find a branch in my city', 'when are you open', 'what are your opening hours', 'where can I get cash', 'address of the bank']),
  intent('intent-person', 'Talk to a person', ['I want to talk to a person', 'connect me with an advisor', 'get me a human', 'can I speak to somebody', 'let me talk to customer service']),
];

/** What customers name. */
export const FREDDY_ENTITIES: z.input<typeof entitySchema>[] = [
  {
    id: 'entity-account',
    name: 'account',
    definition: {
      kind: 'value-set',
      values: [
        ...named('acc-1001', ['everyday account', 'everyday']),
        ...named('acc-1002', ['rainy day savings', 'rainy day', 'savings account', 'savings']),
        ...named('acc-1003', ['travel card', 'credit card']),
        ...named('acc-1004', ['household account', 'household']),
      ],
    },
  },
  { id: 'entity-card-number', name: 'cardNumber', definition: { kind: 'regular-expression', expression: '\\b\\d(?:[ -]?\\d){11,18}\\b' } },
];

function intent(id: string, name: string, phrases: string[]): z.input<typeof intentSchema> {
  return { id, name, phrases };
}

/** Names of one account; its id is what a tapped button sends. */
function named(accountId: string, names: string[]): string[] {
  return [...names, accountId].map((name) => `${name}~${accountId}`);
}
