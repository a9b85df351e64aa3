import type { TurnWatcher } from '@/lib/modules/conversation/turn-watcher';
import type { Realtime } from '@/lib/platform/realtime/realtime';
import { buildTurnNews } from './build-turn-news';
import type { FileAddresses } from './file-addresses';
import { toConsumerTopic, type MessengerNews } from './messenger-news.schema';

export interface TellConsumersDeps {
  realtime: Pick<Realtime<MessengerNews>, 'publish'>;
  fileAddresses: FileAddresses;
}

/** Turns that are over sooner don't show that the bot is at work. */
const ACTIVITY_AFTER_MS = 150;

const nothing = () => undefined;

/** Tells consumers' live connections what happens in their conversations. Conversations outside of messengers cost nothing here. */
export function createTurnWatcher({ realtime, fileAddresses }: TellConsumersDeps): TurnWatcher {
  return {
    written(write) {
      const { channelId, state } = write.conversation;
      if (channelId === null) return;
      const news = buildTurnNews(write, fileAddresses);
      if (news) realtime.publish(toConsumerTopic(state.consumer.id), news);
    },
    begun({ id, channelId, state }) {
      if (channelId === null) return nothing;
      const topic = toConsumerTopic(state.consumer.id);
      let isTold = false;
      const timer = setTimeout(() => {
        isTold = true;
        realtime.publish(topic, { kind: 'activity', conversationId: id, isAnswering: true });
      }, ACTIVITY_AFTER_MS);
      return () => {
        clearTimeout(timer);
        if (isTold) realtime.publish(topic, { kind: 'activity', conversationId: id, isAnswering: false });
      };
    },
  };
}

/** To be called for both of two contacts that have become one: their live connections come back and look anew whose conversations they show. */
export function tellMerged({ realtime }: Pick<TellConsumersDeps, 'realtime'>, contactId: string): void {
  realtime.publish(toConsumerTopic(contactId), { kind: 'merged' });
}
