import { isTextOnlyChannel } from '@/lib/engine/messages/text-only-channel';
import { scoreIntents } from '@/lib/engine/nlu/score-intents';
import type { IntentScore } from '@/lib/engine/nlu/intent-matcher';
import { buildFacts, type AnswerFacts } from '@/lib/engine/rules/answer-facts';
import { toSnapshot } from '@/lib/engine/variables/conversation-snapshot';
import { expandText } from '@/lib/engine/variables/expand-text';
import { readBareVariable } from '@/lib/engine/variables/read-bare-variable';
import type { Turn } from './turn';

/** Of a bot with hundreds of intents only the best are worth keeping in every turn's trace. */
const TRACED_SCORE_COUNT = 10;

/** Whether the consumer's channel shows text only. */
export function isTextOnly({ state }: Turn): boolean {
  return isTextOnlyChannel(state.consumer.channel);
}

/** What rules can ask about at this moment. Intents are scored when somebody asks for them. */
export function buildTurnFacts(turn: Turn, facts: Partial<AnswerFacts>): AnswerFacts {
  const text = facts.text ?? null;
  const complete = buildFacts({
    isTextOnly: isTextOnly(turn),
    entities: turn.state.lastUserMessage.entities,
    expressionMatches: turn.expressionMatches,
    readVariable: (name) => readBareVariable(name, toSnapshot(turn)),
    expandText: (template) => expandText(template, toSnapshot(turn)),
    ...facts,
  });
  return Object.defineProperty(complete, 'intents', { get: () => (text === null ? [] : readIntents(turn, text)), enumerable: true });
}

/** Scores of a text, worked out and traced once in a turn. */
function readIntents(turn: Turn, text: string): IntentScore[] {
  const known = turn.intentsByText.get(text);
  if (known) return known;
  const scores = scoreIntents(turn.program, text, turn.state.lastUserMessage.entities);
  turn.intentsByText.set(text, scores);
  if (scores.length > 0) turn.trace.push({ kind: 'intents-scored', scores: scores.slice(0, TRACED_SCORE_COUNT).map(({ intentId, score, band }) => ({ intentId, score, band })) });
  return scores;
}
