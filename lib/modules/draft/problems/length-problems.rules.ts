import type { Interaction } from '@/lib/engine/program/interaction.schema';
import { parseTemplate } from '@/lib/engine/variables/parse-template';
import type { BotText } from '../bot-text.rules';
import type { CheckedDraft } from '../checked-draft.rules';
import type { DraftProblem } from '../problem.schema';

/** Longest texts that every channel shows. Source: conversation-builder reference, sections 6.5 and 9.6. */
const QUESTION_LENGTH_MAX = 255;
const TILE_LENGTH_MAX = 255;
const BUTTON_LENGTH_MAX = 128;

/** Questions, tiles and buttons longer than some channels show. */
export function findLongTexts({ texts, content }: CheckedDraft): DraftProblem[] {
  return texts.flatMap((text): DraftProblem[] => {
    const { interactionId, ruleId, field = '' } = text.spot;
    const interaction = interactionId === undefined || ruleId !== undefined ? undefined : content.interactions[interactionId];
    const lengthMax = interaction && findLengthMax(interaction, field);
    const length = lengthMax === undefined || lengthMax === null ? 0 : measure(text);
    if (!lengthMax || length <= lengthMax) return [];
    return [{ severity: 'warning', code: 'interaction/text-too-long', message: `${text.owner}, ${text.label}: ${length} characters; some channels show at most ${lengthMax}.`, place: text.spot }];
  });
}

function findLengthMax({ kind }: Interaction, field: string): number | null {
  if (/(^|\.)buttons\.\d+\.label$|^buttonLabel$/.test(field)) return BUTTON_LENGTH_MAX;
  if (/^tiles\.\d+\.(title|subtitle)$/.test(field)) return TILE_LENGTH_MAX;
  const isQuestion = kind === 'multiple-choice' || kind === 'text-question' || kind === 'quick-reply' || kind === 'drop-down' || kind === 'button';
  return field === 'text' && isQuestion ? QUESTION_LENGTH_MAX : null;
}

/** Without tags, and without references: nobody knows how long their values will be. */
function measure({ text }: BotText): number {
  const own = parseTemplate(text).map((part) => (part.kind === 'text' ? part.text : ''));
  return own.join('').replace(/<[^<>]*>/g, '').length;
}
