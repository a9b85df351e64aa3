import type { Logger } from 'pino';
import { connectRedisTopics, type RedisTopics } from './redis-topics';

/** Whoever listens to a topic. */
export interface TopicListener<News> {
  hear(news: News): void;
  /** Something may have been told unheard: what must not be missed is read from where it is stored. */
  miss(): void;
}

/**
 * News by topic, within this process and, through Redis, between all that share it. Nothing is kept: news is a hint that something was
 * stored, never the only place where it stands.
 */
export interface Realtime<News> {
  /** Tells everybody who listens. Never fails; costs next to nothing when nobody listens and there is no Redis. */
  publish(topic: string, news: News): void;
  /** Resolves when everything published from then on is heard; without Redis at once. */
  subscribe(topic: string, listener: TopicListener<News>): Promise<void>;
  unsubscribe(topic: string, listener: TopicListener<News>): void;
  close(): void;
}

interface RealtimeOptions<News> {
  /** Null: there is one process, or others are looked after in another way. */
  redisUrl: string | null;
  log: Logger;
  /** Names this process among those that share Redis. */
  processId: string;
  /** News of another process, which may run another version: null for what is not understood. */
  parse(value: unknown): News | null;
}

/** Makes the news service of this process. */
export function createRealtime<News>({ redisUrl, log, processId, parse }: RealtimeOptions<News>): Realtime<News> {
  const listenersByTopic = new Map<string, Set<TopicListener<News>>>();

  function tell(topic: string, news: News): void {
    for (const listener of listenersByTopic.get(topic) ?? []) attempt(() => listener.hear(news));
  }
  function tellMissed(listeners: Iterable<TopicListener<News>>): void {
    for (const listener of listeners) attempt(() => listener.miss());
  }
  /** One listener's failing is not the others', nor the publisher's. */
  function attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      log.error({ err: error }, 'a listener failed over news');
    }
  }

  const redis: RedisTopics | null =
    redisUrl === null
      ? null
      : connectRedisTopics({
          redisUrl,
          log,
          processId,
          onNews(topic, value) {
            const news = parse(value);
            if (news === null) tellMissed(listenersByTopic.get(topic) ?? []);
            else tell(topic, news);
          },
          onGap: () => tellMissed(new Set([...listenersByTopic.values()].flatMap((listeners) => [...listeners]))),
        });

  return {
    publish(topic, news) {
      tell(topic, news);
      redis?.publish(topic, news);
    },
    async subscribe(topic, listener) {
      const listeners = listenersByTopic.get(topic);
      if (listeners) listeners.add(listener);
      else listenersByTopic.set(topic, new Set([listener]));
      await redis?.subscribe(topic);
    },
    unsubscribe(topic, listener) {
      const listeners = listenersByTopic.get(topic);
      if (!listeners?.delete(listener) || listeners.size > 0) return;
      listenersByTopic.delete(topic);
      redis?.unsubscribe(topic);
    },
    close: () => redis?.close(),
  };
}
