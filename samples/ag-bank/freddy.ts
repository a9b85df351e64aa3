import { botContentSchema, type BotContent } from '@/lib/engine/program/bot-content.schema';
import { buildBranchDialogs } from './freddy-branches';
import { buildCardDialogs } from './freddy-card';
import { buildCardStatementDialogs } from './freddy-card-statement';
import { FREDDY_GLOBAL_FUNCTIONS } from './freddy-global-functions';
import { HELP_DIALOGS } from './freddy-help';
import type { FreddyDialog } from './freddy-parts';
import { SMALL_TALK_DIALOGS } from './freddy-small-talk';
import { buildStatementDialogs } from './freddy-statement';
import { FREDDY_ENTITIES, FREDDY_INTENTS } from './freddy-understanding';
import { WELCOME_DIALOGS } from './freddy-welcome';

/**
 * Freddy, the assistant of AG Bank: what the dialogs of the sample bot say.
 * @param integrationId finds an integration of the bot by its response data variable, for example `accounts`
 */
export function buildFreddy(integrationId: (responseVariable: string) => string): BotContent {
  const dialogs: FreddyDialog[] = [
    ...WELCOME_DIALOGS,
    // Before the accounts: the first dialog whose pattern fits begins.
    ...buildCardStatementDialogs(integrationId),
    ...buildStatementDialogs(integrationId),
    ...buildCardDialogs(integrationId),
    ...buildBranchDialogs(integrationId),
    ...HELP_DIALOGS,
    ...SMALL_TALK_DIALOGS,
  ];
  return botContentSchema.parse({
    settings: {
      errorText: 'Something went wrong on my side, sorry. Please try that again.',
      fallbackText: 'I didn’t get that, sorry. Type “menu” to see what I can do.',
      integrationFailureText: 'Our systems can’t answer that right now. I’m sorry.',
    },
    globalFunctions: FREDDY_GLOBAL_FUNCTIONS,
    dialogIds: dialogs.map(({ id }) => id),
    dialogs: byId(dialogs.map(({ interactions, ...dialog }) => ({ ...dialog, interactionIds: interactions.map(({ id }) => id) }))),
    interactions: byId(dialogs.flatMap(({ interactions }) => interactions)),
    intents: byId(FREDDY_INTENTS),
    entities: byId(FREDDY_ENTITIES),
  });
}

function byId<Thing extends { id: string }>(things: readonly Thing[]): Record<string, Thing> {
  return Object.fromEntries(things.map((thing) => [thing.id, thing]));
}
