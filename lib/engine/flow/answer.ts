import type { Attachment } from '@/lib/engine/event.schema';
import type { MessageChoice } from '@/lib/engine/messages/message.schema';
import type { AnswerFacts } from '@/lib/engine/rules/answer-facts';

/** What came while a question waited. What doesn't apply is null. */
export interface Answer {
  /** What was typed, or the label of what was tapped. */
  text: string | null;
  payload: string | null;
  attachment: Attachment | null;
  file: AnswerFacts['file'];
  webView: AnswerFacts['webView'];
  /** What the question had offered. */
  choices: readonly MessageChoice[];
}
