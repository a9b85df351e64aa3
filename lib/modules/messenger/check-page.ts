import { Fault } from '@/lib/engine/fault';
import type { AllowList } from '@/lib/modules/workspace/outbound-allow.rules';
import type { Outbound } from '@/lib/platform/http/outbound';
import type { OwnConversationStore } from './own-conversation.store';
import { leadsTo } from './page-address.rules';
import { decideFraming } from './page-framing.rules';

export interface CheckPageDeps {
  store: Pick<OwnConversationStore, 'listMessages'>;
  send: Outbound['exchange'];
  readAllowList(): Promise<AllowList>;
}

/** A page that is to be shown in the messenger. */
export interface PageQuestion {
  conversationId: string;
  url: string;
  /** Of the messenger, and of the site around it where it is known. */
  ancestors: readonly string[];
}

const TIMEOUT_MS = 5_000;
/** A HEAD request has no body; a server that sends one all the same is cut off. */
const BODY_BYTES_MAX = 64 * 1024;
/** How far back in a conversation an address is looked for. */
const MESSAGE_COUNT_MAX = 1_000;
const MESSAGES_AT_ONCE = 200;

/**
 * Asks a page whether it may be shown in the messenger, without the query string: what stands there is the consumer's.
 * @returns `failing` when the page's server reports an error of its own; `unknown` for a page that can't be asked: blocked, not reachable from here, or not
 * answering with a page
 * @throws Fault `messenger/page-not-in-conversation`
 */
export async function checkPage(deps: CheckPageDeps, { conversationId, url, ancestors }: PageQuestion): Promise<{ framing: 'allowed' | 'refused' | 'failing' | 'unknown' }> {
  if (!(await isInConversation(deps, conversationId, url))) {
    throw new Fault('denied', 'messenger/page-not-in-conversation', 'No message of this conversation leads to this address. Send it exactly as it stands in the message.');
  }
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return { framing: 'unknown' };
  const page = new URL(url);
  page.search = page.hash = '';
  const result = await deps.send(
    { method: 'HEAD', url: page.href, headers: [], body: null },
    { allow: await deps.readAllowList(), timeoutMs: TIMEOUT_MS, responseBytesMax: BODY_BYTES_MAX, followRedirects: true },
  );
  if (result.kind !== 'response') return { framing: 'unknown' };
  // 501: it knows no HEAD requests.
  if (result.status >= 500 && result.status !== 501) return { framing: 'failing' };
  if (result.status >= 300) return { framing: 'unknown' };
  const read = (name: string) => result.headers.filter((header) => header.name.toLowerCase() === name).map(({ value }) => value);
  const found = new URL(result.hops.at(-1)?.url ?? page.href);
  return { framing: decideFraming({ policies: read('content-security-policy'), frameOptions: read('x-frame-options') }, found, ancestors) };
}

async function isInConversation({ store }: CheckPageDeps, conversationId: string, url: string): Promise<boolean> {
  let beforeSeq: number | undefined;
  for (let count = 0; count < MESSAGE_COUNT_MAX; count += MESSAGES_AT_ONCE) {
    const { messages, before } = await store.listMessages(conversationId, { beforeSeq, limit: MESSAGES_AT_ONCE });
    if (messages.some(({ message }) => leadsTo(message, url))) return true;
    if (before === null) return false;
    beforeSeq = before.seq + 1;
  }
  return false;
}
