import type { MessageChoice } from '@/lib/engine/messages/message.schema';

/** What the scripts around an interaction asked for that concerns its flow and its messages. */
export interface ScriptOutcome {
  /** An interaction's name or `platform.default`. */
  trigger: string | null;
  /** In place of the interaction's delay. */
  delayMs: number | null;
  quickReplies: MessageChoice[];
  /** Something was done that ends the turn. */
  isStopped: boolean;
  /** It ends because another bot goes on. */
  isTransferred: boolean;
}

/** Before any script has run. */
export function noOutcome(): ScriptOutcome {
  return { trigger: null, delayMs: null, quickReplies: [], isStopped: false, isTransferred: false };
}

/** Source: conversation-builder reference, section 5.5. */
export const DEFAULT_TARGET = 'platform.default';
