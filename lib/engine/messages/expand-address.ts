import { reportFault, type Turn } from '@/lib/engine/flow/turn';
import { quote } from '@/lib/engine/rules/verdict';
import { toSnapshot } from '@/lib/engine/variables/conversation-snapshot';
import { atElement } from '@/lib/engine/variables/expand-text';
import { substitute } from '@/lib/engine/variables/substitute';

/** What a messenger may open; `/` begins an address of this server. */
const ALLOWED = /^(?:https?:\/\/|\/(?!\/))/i;
const ALLOWED_LINK = /^(?:https?:\/\/|\/(?!\/)|tel:|mailto:)/i;

const PAGE_MISSING = 'the bot’s Web View settings have no page address. Enter it under Web View, Settings; it is in force at once';

/** What an address is for. */
interface AddressPlace {
  interactionId: string;
  /** Whether telephone and mail addresses will do; they don't unless said. */
  links?: boolean;
  /** Which element of iterated values to take. */
  element?: number;
}

/** An address with its variables filled in, encoded for their places; null with a fault in the trace when it can't be used. */
export function expandAddress(turn: Turn, template: string, { interactionId, links = false, element }: AddressPlace): string | null {
  const snapshot = element === undefined ? toSnapshot(turn) : atElement(template, toSnapshot(turn), element);
  const { text, problems, used } = substitute(template.trim(), snapshot, 'url');
  const [problem] = problems;
  if (problem === undefined && (links ? ALLOWED_LINK : ALLOWED).test(text)) return text;
  const isPageMissing = used.some(({ reference, isSet }) => reference === '$webViewUrl' && !isSet);
  const reason = problem ?? (isPageMissing ? PAGE_MISSING : text === '' ? 'it is empty' : `${quote(text)} does not begin with https:// or http://`);
  reportFault(turn, { code: 'message/bad-address', message: `The address ${quote(template)} can’t be used: ${reason}. What it belongs to was left out.`, interactionId });
  return null;
}
