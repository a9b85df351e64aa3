import { findReferences } from '@/lib/engine/variables/parse-template';
import type { CheckedDraft } from '../checked-draft.rules';
import type { DraftProblem } from '../problem.schema';

/** Rich messages that are no JSON. With variables in them nobody can say before they run. Source: conversation-builder reference, section 6.6. */
export function findBrokenRichMessages({ placed }: CheckedDraft): DraftProblem[] {
  return placed.flatMap(({ dialog, interaction }): DraftProblem[] => {
    if (interaction.kind !== 'universal' || interaction.json.trim() === '' || findReferences(interaction.json).length > 0) return [];
    const reason = findJsonProblem(interaction.json);
    if (reason === null) return [];
    return [{ severity: 'error', code: 'interaction/invalid-json', message: `“${interaction.name}” is not valid JSON: ${reason}.`, place: { dialogId: dialog.id, interactionId: interaction.id, field: 'json' } }];
  });
}

function findJsonProblem(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'not JSON';
  }
}
