import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { DraftSurroundings } from './draft.contract';

/** What stands around a draft, for the rules that look at it. */
export type Surroundings = Pick<DraftSurroundings, 'integrations' | 'environmentKeys'>;

/** What is checked. */
export interface CheckedDraft {
  content: BotContent;
  surroundings: Surroundings;
}
