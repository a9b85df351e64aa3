import type { Attachment } from '@/lib/engine/event.schema';
import type { JsonValue } from '@/lib/engine/json';
import { findEntities } from '@/lib/engine/nlu/find-entities';
import type { Rule } from '@/lib/engine/program/rule.schema';
import { listRuleExpressions } from '@/lib/engine/rules/evaluate-rules';
import { findOwn } from './program-index';
import { nextKey, type Steps, type Turn } from './turn';
import { unexpectedEvent } from './unexpected-event';

/** What the consumer said. `id` is its message's, empty for what was not really said. */
interface Heard {
  text: string;
  id?: string;
  payload?: string | null;
  metadata?: JsonValue[];
  attachment?: Attachment | null;
}

/**
 * Remembers what the consumer said and looks for the entities in it. Regular expressions, of entities and of the waiting
 * question's rules, are matched outside, all at once.
 */
export function* hearMessage(turn: Turn, { text, id = '', payload = null, metadata = [], attachment = null }: Heard): Steps<void> {
  const { state, index } = turn;
  state.lastUserMessage = { id, text, payload, metadata, attachment, entities: {} };
  turn.startedDialogIds.clear();
  turn.snapshot = null;
  const said = payload === null || payload === '' ? text : payload;
  yield* understand(turn, said, [...new Set([...index.entityExpressions, ...listRuleExpressions(readWaitingRules(turn))])]);
}

/** Finds the entities of a text, for slots, rules and scripts. */
export function* understand(turn: Turn, text: string, expressions: readonly string[]): Steps<void> {
  turn.expressionMatches = {};
  if (expressions.length > 0 && text.trim() !== '') {
    const answer = yield { kind: 'match-expressions', key: nextKey(turn), text, expressions: [...expressions] };
    if (answer.event.kind !== 'expressions-matched') throw unexpectedEvent(`Expressions were answered by ${answer.event.kind}.`);
    turn.expressionMatches = answer.event.matches;
  }
  if (!turn.index.hasEntities) return;
  const entities = findEntities(turn.program, { text, matches: turn.expressionMatches });
  turn.state.lastUserMessage.entities = entities;
  if (Object.keys(entities).length > 0) turn.trace.push({ kind: 'entities-found', entities });
}

function readWaitingRules({ state, program }: Turn): readonly Rule[] {
  if (state.wait?.kind !== 'answer') return [];
  const interaction = findOwn(program.interactions, state.wait.interactionId);
  return interaction && 'rules' in interaction ? interaction.rules : [];
}
