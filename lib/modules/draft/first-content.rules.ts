import { emptyBotContent, type BotContent } from '@/lib/engine/program/bot-content.schema';
import { dialogSchema } from '@/lib/engine/program/dialog.schema';
import { interactionSchema } from '@/lib/engine/program/interaction.schema';

/** Greetings as consumers type them; the bot's own greeting message fits too. */
const GREETING_PATTERNS = ['(hi|hello|hey|good morning|good afternoon|good evening)(| there)'];

/** What a new bot begins with: a welcome that greetings start and that has still to be filled, and a fallback with the reference's text. */
export function buildFirstContent(newId: () => string): BotContent {
  const content = emptyBotContent();
  const reply = interactionSchema.parse({ kind: 'text', id: newId(), name: 'Fallback text', text: content.settings.fallbackText });
  const welcome = dialogSchema.parse({ id: newId(), name: 'Welcome', starter: { patterns: GREETING_PATTERNS } });
  const fallback = dialogSchema.parse({ id: newId(), name: 'Fallback', kind: 'fallback', interactionIds: [reply.id] });
  return {
    ...content,
    dialogIds: [welcome.id, fallback.id],
    dialogs: { [welcome.id]: welcome, [fallback.id]: fallback },
    interactions: { [reply.id]: reply },
  };
}
