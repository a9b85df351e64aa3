import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { z } from 'zod';

/** Topics of every process that shares a Redis. */
export interface RedisTopics {
  publish(topic: string, news: unknown): void;
  /** Resolves when the topic is listened to, or when Redis is not reachable: then a gap is reported once it is. */
  subscribe(topic: string): Promise<void>;
  unsubscribe(topic: string): void;
  close(): void;
}

interface RedisTopicsOptions {
  redisUrl: string;
  log: Logger;
  processId: string;
  /** Of other processes. */
  onNews(topic: string, news: unknown): void;
  /** Something may have been told while this or another process was cut off from Redis. */
  onGap(): void;
}

const PREFIX = 'parley:topic:';
/** Where a process says that it could not tell everything. */
const GAP_CHANNEL = 'parley:topics-gap';
/** A subscription is waited for so long; the connection is looked after on its own. */
const SUBSCRIBE_WAIT_MS = 1_000;

const envelopeSchema = z.object({ from: z.string(), news: z.unknown() });

/**
 * Listens with a connection of its own, as Redis demands, and tells with another. Both come back by themselves; then whoever may have
 * missed something is told so: our own listeners when the listening connection was cut, everybody's when the telling one was.
 */
export function connectRedisTopics({ redisUrl, log, processId, onNews, onGap }: RedisTopicsOptions): RedisTopics {
  const hearing = new Redis(redisUrl, { maxRetriesPerRequest: null, retryStrategy });
  const telling = new Redis(redisUrl, { maxRetriesPerRequest: 1, enableAutoPipelining: true, retryStrategy });
  let wasCutOff = false;
  let hasUntold = false;

  for (const connection of [hearing, telling]) connection.on('error', (error) => log.error({ reason: error.message }, 'redis is not reachable'));
  hearing.on('close', () => {
    wasCutOff = true;
  });
  // Subscriptions have been renewed when this is told.
  hearing.on('ready', () => {
    if (!wasCutOff) return;
    wasCutOff = false;
    // Answered behind the renewed ones, which go over the same connection.
    hearing.subscribe(GAP_CHANNEL).then(onGap, () => undefined);
  });
  telling.on('ready', tellGap);
  hearing.subscribe(GAP_CHANNEL).catch(() => undefined);
  hearing.on('message', (channel: string, text: string) => {
    const envelope = envelopeSchema.safeParse(JSON.parse(text)).data;
    if (!envelope || envelope.from === processId) return;
    if (channel === GAP_CHANNEL) onGap();
    else if (channel.startsWith(PREFIX)) onNews(channel.slice(PREFIX.length), envelope.news);
  });

  function tellGap(): void {
    if (!hasUntold) return;
    hasUntold = false;
    send(GAP_CHANNEL, null);
  }
  function send(channel: string, news: unknown): void {
    telling.publish(channel, JSON.stringify({ from: processId, news })).then(tellGap, () => {
      hasUntold = true;
    });
  }

  return {
    publish: (topic, news) => send(`${PREFIX}${topic}`, news),
    async subscribe(topic) {
      const subscribing = hearing.subscribe(`${PREFIX}${topic}`).catch((error: unknown) => log.error({ err: error }, 'a topic could not be listened to'));
      let timer: NodeJS.Timeout | undefined;
      const outOfTime = new Promise((resolve) => (timer = setTimeout(resolve, SUBSCRIBE_WAIT_MS)));
      await Promise.race([subscribing, outOfTime]);
      clearTimeout(timer);
    },
    unsubscribe: (topic) => void hearing.unsubscribe(`${PREFIX}${topic}`).catch(() => undefined),
    close() {
      hearing.disconnect();
      telling.disconnect();
    },
  };
}

function retryStrategy(attemptCount: number): number {
  return Math.min(2_000, attemptCount * 100);
}
