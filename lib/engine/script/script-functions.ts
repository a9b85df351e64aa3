import { CONVERSATION_FUNCTIONS } from './conversation-functions';
import { EVERYWHERE_FUNCTIONS } from './everywhere-functions';
import type { ScriptFunction } from './script-function';

/**
 * Every `botContext` function by where it can be called: `everywhere` includes transform result scripts, `conversation` is
 * code panels of interactions and Global Functions only. Source: conversation-builder reference, sections 5.2 to 5.9.
 */
export const SCRIPT_FUNCTIONS: { everywhere: readonly ScriptFunction[]; conversation: readonly ScriptFunction[] } = {
  everywhere: EVERYWHERE_FUNCTIONS,
  conversation: CONVERSATION_FUNCTIONS,
};
