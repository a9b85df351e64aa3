import type { Interaction } from '@/lib/engine/program/interaction.schema';
import { listInteractions, type CheckedDraft } from '../checked-draft.rules';
import type { DraftProblem } from '../problem.schema';

/** Interactions in one dialog without a question between them. Source: conversation-builder reference, section 7.10. */
const CHAIN_LENGTH_MAX = 10;

/** Stretches of a dialog in which the engine would stop: more interactions in a row than it follows without a question. */
export function findLongChains({ content, dialogs }: CheckedDraft): DraftProblem[] {
  return dialogs
    .filter(({ enabled }) => enabled)
    .flatMap((dialog): DraftProblem[] => {
      const interactions = listInteractions(content, dialog);
      const tooLate = interactions.map((start) => followChain(interactions, start)).find((each) => each !== null);
      if (!tooLate) return [];
      return [
        {
          severity: 'error',
          code: 'dialog/chain-too-long',
          message: `In “${dialog.name}” more than ${CHAIN_LENGTH_MAX} interactions follow each other without a question; the bot stops before “${tooLate.name}”. Put a question between them, or the rest into another dialog.`,
          place: { dialogId: dialog.id, interactionId: tooLate.id },
        },
      ];
    });
}

/** The interaction before which the engine stops when it enters at `start`; null when it gets through. Rules may lead elsewhere: then nobody knows. */
function followChain(interactions: readonly Interaction[], start: Interaction): Interaction | null {
  let current: Interaction | undefined = start;
  for (let length = 1; current; length += 1) {
    if (length > CHAIN_LENGTH_MAX) return current;
    if (isUncertain(current)) return null;
    current = findNext(interactions, current);
  }
  return null;
}

function isUncertain(interaction: Interaction): boolean {
  const waits = 'processUserResponse' in interaction && (interaction.kind !== 'universal' || interaction.waitsForAnswer);
  return waits || interaction.kind === 'agent-transfer' || ('rules' in interaction && interaction.rules.length > 0) || /setTriggerNextMessage|sendImmediateReply/.test(interaction.preProcess + interaction.postProcess);
}

function findNext(interactions: readonly Interaction[], { id, next }: Interaction): Interaction | undefined {
  const target = next.kind === 'interaction' ? interactions.find((each) => each.id === next.interactionId) : undefined;
  const following = next.kind === 'next' ? interactions.slice(interactions.findIndex((each) => each.id === id) + 1).find(({ enabled }) => enabled) : target;
  return following?.enabled ? following : undefined;
}
