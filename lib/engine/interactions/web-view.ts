import { acceptAnswer } from '@/lib/engine/flow/accept-answer';
import type { Turn } from '@/lib/engine/flow/turn';
import { expandAddress } from '@/lib/engine/messages/expand-address';
import { expandHtml, expandPlain } from '@/lib/engine/messages/expand-html';
import type { Content } from '@/lib/engine/messages/message-draft';
import type { MessagePart } from '@/lib/engine/messages/message.schema';
import { toWebViewQuery, withQuery } from '@/lib/engine/web-view-link';
import { joinLines } from '@/lib/engine/messages/quick-replies';
import { toTextDrafts } from '@/lib/engine/messages/text-drafts';
import type { InteractionOf } from '@/lib/engine/program/interaction.schema';
import { askQuestion } from './ask-question';
import type { InteractionBehaviour } from './interaction-behaviour';

/** Opens a page and rests until the page posts, the consumer says something else, or the time is over. */
export const webView: InteractionBehaviour<'web-view'> = {
  isQuestion: () => true,
  enter: (turn, question) => askQuestion(turn, question, { prepare: () => prepare(turn, question), timeoutMs: question.timeoutMs }),
  accept: acceptAnswer,
};

function prepare(turn: Turn, { id, text, buttonLabel, url: template, height }: InteractionOf<'web-view'>): Content {
  const drafts = toTextDrafts(turn, expandHtml(turn, text));
  const address = expandAddress(turn, template, { interactionId: id });
  if (address === null) return { messages: drafts, choices: [] };
  const url = signLink(turn, address);
  const last = drafts.at(-1) ?? { parts: [], plainText: '' };
  const label = expandPlain(turn, buttonLabel);
  const part: MessagePart = { kind: 'url-button', label, url, target: 'web-view', height };
  return { messages: [...drafts.slice(0, -1), { ...last, parts: [...last.parts, part], plainText: joinLines(last.plainText, `${label}: ${url}`) }], choices: [] };
}

/** Where the bot demands signed links, the page gets the ids and a token, unless the designer's own link carries it already. */
function signLink({ linking: { token }, program: { botId }, state }: Turn, address: string): string {
  return token === null || address.includes(token) ? address : withQuery(address, toWebViewQuery({ botId, state, token }));
}
