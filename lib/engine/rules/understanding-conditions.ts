import { isAtLeast } from '@/lib/engine/nlu/score-band';
import type { Condition } from '@/lib/engine/program/condition.schema';
import type { Program } from '@/lib/engine/program/program.schema';
import type { AnswerFacts } from './answer-facts';
import { met, quote, unmet, type Verdict } from './verdict';

/** The answer means the intent: its score is at least GOOD. Source: conversation-builder reference, section 7.4. */
export function judgeIntent({ intentId }: Extract<Condition, { kind: 'intent' }>, facts: AnswerFacts, program: Program): Verdict {
  if (facts.text === null) return unmet('there is no answer to understand');
  const intent = Object.hasOwn(program.intents, intentId) ? program.intents[intentId] : undefined;
  if (!intent) return unmet('the intent of the condition does not exist');
  const score = facts.intents.find((entry) => entry.intentId === intentId)?.score ?? 0;
  const scored = `${quote(facts.text)} scores ${score} for the intent ${quote(intent.name)}`;
  return isAtLeast(score, 'good') ? met(scored) : unmet(`${scored}, less than the 60 of GOOD`);
}

/** The answer names the entity. */
export function judgeEntity({ entityId }: Extract<Condition, { kind: 'entity' }>, facts: AnswerFacts, program: Program): Verdict {
  if (facts.text === null) return unmet('there is no answer to look for entities in');
  const entity = Object.hasOwn(program.entities, entityId) ? program.entities[entityId] : undefined;
  if (!entity) return unmet('the entity of the condition does not exist');
  const found = Object.hasOwn(facts.entities, entity.name) ? facts.entities[entity.name]?.[0] : undefined;
  return found ? met(`${quote(found.phrase)} is a ${quote(`@${entity.name}`)}`) : unmet(`${quote(facts.text)} names no ${quote(`@${entity.name}`)}`);
}
