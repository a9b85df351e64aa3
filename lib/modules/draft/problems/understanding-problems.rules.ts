import type { CheckedDraft } from '../checked-draft.rules';
import type { DraftProblem } from '../problem.schema';

/** Fewer examples than this tell too little of what consumers mean. */
const PHRASE_COUNT_MIN = 3;

/** Intents with too few phrases, and entities that nothing can be. */
export function findThinUnderstanding({ content }: CheckedDraft): DraftProblem[] {
  const intents = Object.values(content.intents)
    .filter(({ phrases }) => phrases.filter((phrase) => phrase.trim() !== '').length < PHRASE_COUNT_MIN)
    .map(({ id, name, phrases }): DraftProblem => ({
      severity: 'warning',
      code: 'intent/few-phrases',
      message: `The intent “${name}” has ${phrases.length === 1 ? 'one phrase' : `${phrases.length} phrases`}. Give it at least ${PHRASE_COUNT_MIN}, as different as consumers would say it.`,
      place: { intentId: id, field: 'phrases' },
    }));
  const entities = Object.values(content.entities)
    .filter(({ definition }) => definition.kind === 'value-set' && definition.values.every((value) => value.trim() === ''))
    .map(({ id, name }): DraftProblem => ({ severity: 'warning', code: 'entity/empty', message: `The entity “${name}” has no values. Enter some.`, place: { entityId: id, field: 'definition.values' } }));
  return [...intents, ...entities];
}
