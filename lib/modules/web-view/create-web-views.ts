import type { Logger } from 'pino';
import { conversationStore } from '@/lib/modules/conversation/conversation.store';
import type { ConversationRuntime } from '@/lib/modules/conversation/conversation-runtime';
import type { Clock } from '@/lib/platform/clock';
import type { ConfigCache } from '@/lib/platform/config-cache';
import { toProvider, type Database } from '@/lib/platform/db/open-database';
import type { Env } from '@/lib/platform/env';
import { deliverPost } from './deliver-post';
import { createEarlierPosts } from './earlier-posts';
import type { PageTokens } from './page-tokens';
import { createOrderedIds } from './ordered-ids';
import { createPostIds } from './post-ids';
import { createPostInbox } from './post-inbox';
import { createPostRate } from './post-rate';
import { readWebViewPlace } from './read-web-view-place';
import { receivePost, type PostRequest, type ReceivePostDeps } from './receive-post';
import { resumePosts } from './resume-posts';
import type { PostOrder } from './take-post';
import type { PostAnswer } from './web-view-post.schema';
import { everyPostStore } from './web-view-post.store';

/** What of a post a designer decides: the rest follows from who they are. */
export type DesignersPost = Pick<PostOrder, 'workspaceId' | 'botId' | 'conversationId' | 'message' | 'variables' | 'isForPreviews'>;

/** Pages that write back, in this process. */
export interface WebViews {
  /** A page's own post. @throws Fault for every refusal */
  receive(request: PostRequest): Promise<PostAnswer>;
  /** A post by a designer, which needs no credential and always is a new one. @throws Fault as a page's post to the conversation */
  deliver(post: DesignersPost): Promise<PostAnswer>;
  /** Resolves when the inbox shows all posts so far. */
  flush(): Promise<void>;
  /** Goes on with posts that waited when the process ended. Call it once the runtime has started. */
  start(): Promise<void>;
  stop(): void;
}

interface WebViewsDeps {
  env: Env;
  db: Database;
  clock: Clock;
  log: Logger;
  configCache: ConfigCache;
  runtime: Pick<ConversationRuntime, 'take'>;
  pageTokens: PageTokens;
  newId(): string;
}

/** How often posts are looked for that another process accepted and did not come to. */
const LOOK_AFTER_MS = 10_000;
/** A queued post that old is nobody's. */
const ABANDONED_AFTER_MS = 60_000;

/** Makes what takes posts in this process. */
export function createWebViews(deps: WebViewsDeps): WebViews {
  const { db, clock, log, env } = deps;
  const posts = everyPostStore(db, env.databaseUrl);
  const isOnlyWriter = toProvider(env.databaseUrl) === 'sqlite';
  const earlier = createEarlierPosts({ posts, isOnlyWriter, resume: (conversationId) => resumePosts({ ...own, posts }, { conversationId }) });
  const own: ReceivePostDeps = {
    ...deps,
    newId: createOrderedIds(deps.newId),
    posts,
    inbox: createPostInbox({ posts, log, clock, newId: deps.newId }),
    postIds: createPostIds({ clock, isOnlyWriter }),
    rate: createPostRate(clock),
    underWay: new Set(),
    resumeEarlier: earlier.resume,
    findTurnTime: posts.findTurnTime,
    getTarget: ({ workspaceId, conversationId }) => conversationStore(db, workspaceId).get(conversationId),
    readPlace: (botId) => readWebViewPlace(deps, botId),
  };
  let lookingAfter: NodeJS.Timeout | null = null;

  return {
    receive: (request) => receivePost(own, request),
    deliver: (post) => deliverPost(own, { ...post, userId: null, postId: deps.newId(), earlierPostId: null, by: 'key', messageWithinHours: null }),
    flush: () => own.inbox.flush(),
    async start() {
      await resumePosts({ ...own, posts }, {});
      earlier.started();
      const look = () => resumePosts({ ...own, posts }, { beforeMs: clock.nowMs() - ABANDONED_AFTER_MS }).catch((error: unknown) => log.error({ err: error }, 'waiting web view posts could not be read'));
      lookingAfter = setInterval(() => void look(), LOOK_AFTER_MS);
      lookingAfter.unref();
    },
    stop() {
      if (lookingAfter) clearInterval(lookingAfter);
    },
  };
}
