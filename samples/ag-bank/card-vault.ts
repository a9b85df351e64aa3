import { randomUUID } from 'node:crypto';
import { toBrand } from './card-number';

/** What others than the bank may know of a card. */
export interface KnownCard {
  /** Stands for the number and tells nothing of it. */
  reference: string;
  lastDigits: string;
  brand: string;
}

/** Where the bank keeps card numbers, in memory; only references leave it. */
export interface CardVault {
  /** Keeps a number; the same form again gets the same reference, so that sending it twice is one card. */
  keep(number: string, formId: string): KnownCard;
  /** Null when it was never given out, or longer than an hour ago. */
  find(reference: string): KnownCard | null;
}

/** Always known, for the guide and for the studio's Run button. */
export const SAMPLE_CARD: KnownCard = { reference: 'card-sample', lastDigits: '1111', brand: 'Visa' };

const LIFE_MS = 3_600_000;
const CARD_COUNT_MAX = 1_000;

/** A vault without cards. Keeps the newest thousand. */
export function createCardVault(now: () => number = Date.now): CardVault {
  const kept = new Map<string, { number: string; keptAtMs: number; card: KnownCard; formId: string }>();
  return {
    keep(number, formId) {
      const known = [...kept.values()].find((entry) => entry.formId === formId && entry.number === number);
      if (known) return known.card;
      const card = { reference: `card-${randomUUID()}`, lastDigits: number.slice(-4), brand: toBrand(number) };
      kept.set(card.reference, { number, keptAtMs: now(), card, formId });
      const oldest = kept.keys().next().value;
      if (kept.size > CARD_COUNT_MAX && oldest !== undefined) kept.delete(oldest);
      return card;
    },
    find(reference) {
      if (reference === SAMPLE_CARD.reference) return SAMPLE_CARD;
      const entry = kept.get(reference);
      return entry && now() - entry.keptAtMs < LIFE_MS ? entry.card : null;
    },
  };
}
