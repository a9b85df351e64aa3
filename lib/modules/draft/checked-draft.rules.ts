import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { Dialog } from '@/lib/engine/program/dialog.schema';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import { listLinks, type BotLink } from './bot-link.rules';
import { listBotTexts, toOrderedDialogs, type BotText } from './bot-text.rules';
import type { DraftSurroundings } from './draft.contract';
import { listMentions, type Mention } from './mention.rules';

/** What stands around a draft, for the rules that look at it. */
export type Surroundings = Pick<DraftSurroundings, 'integrations' | 'environmentKeys' | 'hasWebViewPage'>;

/** An interaction with the dialog that it belongs to. */
export interface PlacedInteraction {
  dialog: Dialog;
  interaction: Interaction;
}

/** What is checked: a draft, and what was found out about it once for all checks. */
export interface CheckedDraft {
  content: BotContent;
  surroundings: Surroundings;
  /** In the bot's order. */
  dialogs: Dialog[];
  /** In the order of the flow; those that no dialog lists aren't there. */
  placed: PlacedInteraction[];
  texts: BotText[];
  mentions: Mention[];
  links: BotLink[];
}

/** Looks at a draft before it is checked. */
export function lookAtDraft(content: BotContent, surroundings: Surroundings): CheckedDraft {
  const dialogs = toOrderedDialogs(content);
  const texts = listBotTexts(content, surroundings.integrations);
  return {
    content,
    surroundings,
    dialogs,
    placed: dialogs.flatMap((dialog) => listInteractions(content, dialog).map((interaction) => ({ dialog, interaction }))),
    texts,
    mentions: listMentions(content, surroundings.integrations, texts),
    links: listLinks(content),
  };
}

/** A dialog's interactions in their order, without ids that lead nowhere. */
export function listInteractions(content: BotContent, dialog: Dialog): Interaction[] {
  return dialog.interactionIds.flatMap((id) => (Object.hasOwn(content.interactions, id) && content.interactions[id] ? [content.interactions[id]] : []));
}
