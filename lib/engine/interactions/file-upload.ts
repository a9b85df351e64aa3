import { acceptAnswer } from '@/lib/engine/flow/accept-answer';
import type { Answer } from '@/lib/engine/flow/answer';
import type { Move } from '@/lib/engine/flow/move';
import type { Steps, Turn } from '@/lib/engine/flow/turn';
import type { Attachment } from '@/lib/engine/event.schema';
import { expandHtml } from '@/lib/engine/messages/expand-html';
import type { Content } from '@/lib/engine/messages/message-draft';
import { toTextDrafts } from '@/lib/engine/messages/text-drafts';
import type { InteractionOf } from '@/lib/engine/program/interaction.schema';
import type { AnswerFacts } from '@/lib/engine/rules/answer-facts';
import { isSameFileType } from '@/lib/engine/text/file-type';
import { askQuestion } from './ask-question';
import { sendFileText } from './send-file-text';
import type { InteractionBehaviour } from './interaction-behaviour';

type FileUpload = InteractionOf<'file-upload'>;
type FileResult = NonNullable<AnswerFacts['file']>;

/** Asks for a file and says what came of it. Source: conversation-builder reference, section 2.4. */
export const fileUpload: InteractionBehaviour<'file-upload'> = {
  isQuestion: () => true,
  enter: (turn, question) => askQuestion(turn, question, { prepare: () => prepare(turn, question) }),
  accept,
};

function prepare(turn: Turn, { text, acceptedTypes, bytesMax }: FileUpload): Content {
  const drafts = toTextDrafts(turn, expandHtml(turn, text));
  const last = drafts.at(-1) ?? { parts: [], plainText: acceptedTypes.length === 0 ? 'Please send a file.' : `Please send a file: ${acceptedTypes.join(', ')}.` };
  return { messages: [...drafts.slice(0, -1), { ...last, parts: [...last.parts, { kind: 'file-request', acceptedTypes, bytesMax }] }], choices: [] };
}

/** A message without a file goes to rules and starters, and else is no answer. The outcome of a file is told as the text that patterns can match. */
function* accept(turn: Turn, question: FileUpload, answer: Answer): Steps<Move> {
  const { attachment } = answer;
  if (!attachment) return yield* acceptAnswer(turn, question, answer);
  const file = judge(question, attachment);
  const text = file === 'success' ? `file_upload_success:${attachment.fileName}` : `file_upload_failed:${attachment.fileName}`;
  Object.assign(turn.state.lastUserMessage, { text, payload: null });
  turn.snapshot = null;
  for (const template of listTexts(question, file)) sendFileText(turn, question, template);
  return yield* acceptAnswer(turn, question, { ...answer, text, payload: null, file });
}

function judge({ acceptedTypes, bytesMax }: FileUpload, { fileName, type, bytes }: Attachment): FileResult {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1] ?? '';
  const isAccepted = acceptedTypes.length === 0 || acceptedTypes.some((accepted) => [type, extension].some((each) => isSameFileType(each, accepted)));
  if (!isAccepted) return 'invalid-type';
  return bytes > bytesMax ? 'failure' : 'success';
}

function listTexts({ progressText, successText, failureText, invalidText }: FileUpload, result: FileResult): string[] {
  switch (result) {
    case 'success':
      return [progressText, successText];
    case 'failure':
      return [progressText, failureText];
    case 'invalid-type':
      return [invalidText];
  }
}
