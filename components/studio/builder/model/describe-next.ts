import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { NextAction } from '@/lib/engine/program/next-action.schema';

/** The words for next actions that name no target. Source: conversation-builder reference, section 6.7. */
export const nextActionWords = {
  next: 'Next Interaction',
  repeat: 'Current Interaction',
  end: 'End Interaction',
  back: 'Previous question',
  'close-conversation': 'Close Conversation',
  'close-dialog': 'Close Dialog',
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
export function describeNext(next: NextAction, content: BotContent): NextTarget {
  if (next.kind === 'interaction') {
    const { interactionId } = next;
    const interaction = content.interactions[interactionId];
    const dialogId = Object.values(content.dialogs).find((dialog) => dialog.interactionIds.includes(interactionId))?.id ?? null;
    return { text: interaction ? interaction.name || 'unnamed' : 'a deleted interaction', isBroken: !interaction, dialogId, interactionId };
  }
  if (next.kind === 'dialog') {
    const dialog = content.dialogs[next.dialogId];
    return { text: dialog ? dialog.name || 'unnamed' : 'a deleted dialog', isBroken: !dialog, dialogId: dialog ? next.dialogId : null, interactionId: null };
  }
  return { text: nextActionWords[next.kind], isBroken: false, dialogId: null, interactionId: null };
}
