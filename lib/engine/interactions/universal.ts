import { acceptAnswer } from '@/lib/engine/flow/accept-answer';
import { reportFault, type Turn } from '@/lib/engine/flow/turn';
import type { JsonValue } from '@/lib/engine/json';
import type { Content } from '@/lib/engine/messages/message-draft';
import type { InteractionOf } from '@/lib/engine/program/interaction.schema';
import { toSnapshot } from '@/lib/engine/variables/conversation-snapshot';
import { readSoleReference } from '@/lib/engine/variables/expand-text';
import { substitute } from '@/lib/engine/variables/substitute';
import { askQuestion } from './ask-question';
import { enterStatement } from './enter-statement';
import type { InteractionBehaviour } from './interaction-behaviour';
import { readRichMessage } from './read-rich-message';

type Universal = InteractionOf<'universal'>;

/** Rich-message JSON, as written or from a variable. Source: conversation-builder reference, section 6.6. */
export const universal: InteractionBehaviour<'universal'> = {
  isQuestion: ({ waitsForAnswer }) => waitsForAnswer,
  enter: (turn, interaction) => {
    const prepareNow = () => prepare(turn, interaction);
    return interaction.waitsForAnswer ? askQuestion(turn, interaction, { prepare: prepareNow }) : enterStatement(turn, interaction, prepareNow);
  },
  accept: acceptAnswer,
};

function prepare(turn: Turn, interaction: Universal): Content {
  const content = readJson(turn, interaction);
  if (content === undefined) return { messages: [], choices: [] };
  const { plainText, choices } = readRichMessage(content);
  return { messages: [{ parts: [{ kind: 'universal', content }], plainText }], choices };
}

/** A variable that holds JSON text counts as that JSON; variables inside of JSON are written as JSON. */
function readJson(turn: Turn, { id, json }: Universal): JsonValue | undefined {
  const snapshot = toSnapshot(turn);
  const whole = readSoleReference(json, snapshot);
  if (whole !== undefined && typeof whole !== 'string') return whole ?? reportProblem(turn, id, 'its variable is not set');
  const { text, problems } = typeof whole === 'string' ? { text: whole, problems: [] } : substitute(json, snapshot, 'json');
  const [problem] = problems;
  if (problem !== undefined) return reportProblem(turn, id, problem);
  try {
    return JSON.parse(text) as JsonValue; // What a JSON parser gives is a JSON value.
  } catch (error) {
    return reportProblem(turn, id, error instanceof Error ? error.message : String(error));
  }
}

function reportProblem(turn: Turn, interactionId: string, reason: string): undefined {
  reportFault(turn, { code: 'message/not-json', message: `The rich message is no JSON: ${reason}. It was left out.`, interactionId });
  return undefined;
}
