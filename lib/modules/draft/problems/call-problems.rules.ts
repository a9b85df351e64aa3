import { isSkillId } from '@/lib/engine/program/skill-id';
import type { CheckedDraft } from '../checked-draft.rules';
import { countHandledOutcomes } from '../handled-outcomes.rules';
import type { DraftProblem } from '../problem.schema';

/** Integration interactions that leave ways in which the call can end to the bot's default text. */
export function findUnhandledOutcomes({ placed, surroundings }: CheckedDraft): DraftProblem[] {
  return placed.flatMap(({ dialog, interaction }): DraftProblem[] => {
    if (interaction.kind !== 'integration' || !interaction.enabled) return [];
    const integration = surroundings.integrations.find(({ id }) => id === interaction.integrationId);
    const { handledCount, totalCount, unhandled } = countHandledOutcomes(interaction.rules, integration?.definition ?? null);
    if (unhandled.length === 0) return [];
    return [
      {
        severity: 'warning',
        code: 'integration/outcomes-unhandled',
        message: `“${interaction.name}”: ${handledCount} of ${totalCount} outcomes handled. Without a rule: ${unhandled.join(', ')}.`,
        place: { dialogId: dialog.id, interactionId: interaction.id, field: 'rules' },
      },
    ];
  });
}

/** Transfers without a branch for when nobody takes over. Source: conversation-builder reference, section 10, pain 18. */
export function findUnhandledTransfers({ placed }: CheckedDraft): DraftProblem[] {
  return placed.flatMap(({ dialog, interaction }): DraftProblem[] => {
    if (interaction.kind !== 'agent-transfer' || !interaction.enabled) return [];
    if (interaction.rules.some(({ conditions }) => conditions.some(({ kind }) => kind === 'transfer-failed' || kind === 'no-match'))) return [];
    return [
      {
        severity: 'warning',
        code: 'transfer/failure-unhandled',
        message: `“${interaction.name}” says nothing when nobody takes over. Add a rule for a failed transfer.`,
        place: { dialogId: dialog.id, interactionId: interaction.id, field: 'rules' },
      },
    ];
  });
}

/** Transfers to a skill that can't come out as a number, so that nobody would ever be asked. Source: conversation-builder reference, section 2.4. */
export function findWrongSkillIds({ placed }: CheckedDraft): DraftProblem[] {
  return placed.flatMap(({ dialog, interaction }): DraftProblem[] => {
    if (interaction.kind !== 'agent-transfer' || !interaction.enabled) return [];
    const { skillId } = interaction;
    if (skillId.trim() === '' || skillId.includes('{') || isSkillId(skillId)) return [];
    return [
      {
        severity: 'error',
        code: 'transfer/skill-not-a-number',
        message: `“${interaction.name}” transfers to the skill “${skillId.trim()}”, which is no number, so every transfer fails. Enter the skill's number, a variable, or nothing for anybody.`,
        place: { dialogId: dialog.id, interactionId: interaction.id, field: 'skillId' },
      },
    ];
  });
}
