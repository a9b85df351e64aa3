import { Fault } from '@/lib/engine/fault';
import { deliverPost, type DeliverPostDeps } from './deliver-post';
import type { PageTokens } from './page-tokens';
import { openCredential, readCredential, type PostCredential } from './post-credential';
import type { createPostIds } from './post-ids';
import type { PostRate } from './post-rate';
import type { PostOrder } from './take-post';
import type { PostAnswer } from './web-view-post.schema';
import type { WebViewPlace } from './web-view-settings.store';
import { readWebViewBody, type WebViewInput } from './web-view.wire';
import { assertAllowed, assertOrigin, describeIssues } from './web-view.rules';

/** A page's post as it came. */
export interface PostRequest {
  authorization: string | null;
  idempotencyKey: string | null;
  /** Of the page, when a browser sent it. */
  origin: string | null;
  body: unknown;
}

export interface ReceivePostDeps extends DeliverPostDeps {
  pageTokens: PageTokens;
  postIds: ReturnType<typeof createPostIds>;
  rate: PostRate;
  /** Null when there is no such bot. */
  readPlace(botId: string): Promise<WebViewPlace | null>;
}

/** A post that shows something for itself. */
interface ClaimedPost {
  request: PostRequest;
  input: WebViewInput;
  credential: PostCredential;
}

/**
 * Takes a page's post: checks it, brings it to its conversation, and lists it in the bot's inbox either way.
 * Source: conversation-builder reference, section 4; the answers are ours.
 * @throws Fault for every refusal; see the guide docs/web-view.md
 */
export async function receivePost(deps: ReceivePostDeps, request: PostRequest): Promise<PostAnswer> {
  const read = readWebViewBody(request.body);
  if ('issues' in read) {
    const fault = new Fault('invalid', 'request/invalid-body', `The post is not valid. ${describeIssues(read.issues)}`, { issues: read.issues });
    if (read.botId !== null) listRefusal(deps, { botId: read.botId, conversationId: read.conversationId, userId: '', message: null, variables: {} }, fault);
    throw fault;
  }
  const { input } = read;
  try {
    // What costs nothing is checked first: a wrong hash is refused without a look at anything stored.
    const credential = readCredential(request.authorization, input);
    if (credential instanceof Fault) throw credential;
    return await deliverPost(deps, await admitPost(deps, { request, input, credential }));
  } catch (error) {
    if (error instanceof Fault) listRefusal(deps, input, error);
    throw error;
  }
}

async function admitPost(deps: ReceivePostDeps, { request, input, credential }: ClaimedPost): Promise<PostOrder> {
  const { idempotencyKey, origin } = request;
  const place = await deps.readPlace(input.botId);
  if (place === null) throw new Fault('missing', 'bot/not-found', 'There is no bot with this id. It may have been deleted.');
  const { settings, workspaceId } = place;
  assertOrigin(origin, settings);
  const { botId, conversationId } = input;
  const grant = openCredential(credential, { pageTokens: deps.pageTokens, settings, nowMs: deps.clock.nowMs(), botId, conversationId });
  deps.rate.take(botId, settings.postsPerMinute);
  assertAllowed(input.variables, settings);
  const identity = deps.postIds.identify({ input, grant, isSingleUse: settings.isTokenSingleUse, idempotencyKey });
  return { ...input, ...identity, workspaceId, isForPreviews: false, messageWithinHours: settings.messageWithinHours };
}

/** Kinds of refusal after which the sender is known to be let in: only then are the values kept, so that the post can be applied again. */
const KEEPS_VALUES: ReadonlySet<string> = new Set(['web-view/variable-not-allowed', 'web-view/key-reused', 'conversation/closed', 'conversation/no-release', 'conversation/turn-failed']);

/** Names kept of a post whose sender may be anybody. */
const NAMES_OF_STRANGERS_MAX = 50;

function listRefusal(deps: ReceivePostDeps, { botId, conversationId, message, variables }: WebViewInput, { code, message: detail }: Fault): void {
  const isKept = KEEPS_VALUES.has(code);
  const names = Object.keys(variables);
  deps.inbox.refuse({
    botId,
    conversationId,
    reason: { code, detail },
    message: isKept ? message : null,
    variableNames: isKept ? names : names.slice(0, NAMES_OF_STRANGERS_MAX),
    variables: isKept ? variables : null,
  });
}
