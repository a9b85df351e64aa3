import type { BotNames } from '@/components/studio/builder/model/bot-names';
import type { NextAction } from '@/lib/engine/program/next-action.schema';

/** The words for next actions that name no target. Source: conversation-builder reference, section 6.7. */
export const nextActionWords = {
  next: 'Next Interaction',
  repeat: 'Current Interaction',
  back: 'Previous question',
  end: 'End Interaction',
  'close-dialog': 'Close Dialog',
  'close-conversation': 'Close Conversation',
} as const satisfies Partial<Record<NextAction['kind'], string>>;

/** Where a next action leads: its words, and the place to go to by a click. */
export interface NextTarget {
  text: string;
  /** It leads to something that isn't there. */
  isBroken: boolean;
  dialogId: string | null;
  interactionId: string | null;
}

/** What a next action says to a person. */
export function describeNext(next: NextAction, names: BotNames): NextTarget {
  if (next.kind === 'interaction') {
    const interaction = names.interactions[next.interactionId];
    return { text: toText(interaction, 'a deleted interaction'), isBroken: !interaction, dialogId: interaction?.dialogId ?? null, interactionId: next.interactionId };
  }
  if (next.kind === 'dialog') {
    const dialog = names.dialogs[next.dialogId];
    return { text: toText(dialog, 'a deleted dialog'), isBroken: !dialog, dialogId: dialog ? next.dialogId : null, interactionId: null };
  }
  return { text: nextActionWords[next.kind], isBroken: false, dialogId: null, interactionId: null };
}

function toText(thing: { name: string } | undefined, otherwise: string): string {
  return thing ? thing.name || 'unnamed' : otherwise;
}
