'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';

import type { FrameSettings } from '@/components/messenger/frame/channel-texts';
import type { MessengerActions } from '@/lib/client/messenger/messenger-actions';
import type { MessengerClient } from '@/lib/client/messenger/messenger-client';
import type { MessengerState } from '@/lib/client/messenger/messenger-state';
import type { ChannelTexts } from '@/lib/modules/channel/channel.schema';

/** What every part of the messenger's page uses. */
export type FrameParts = { client: MessengerClient; settings: FrameSettings; texts: ChannelTexts; botName: string; canMail: boolean; isAvailable: boolean };

/** Carries the parts down. */
export const FrameContext = createContext<FrameParts | null>(null);

/** The parts; only below `FrameContext`. */
export function useFrame(): FrameParts & { actions: MessengerActions } {
  const parts = useContext(FrameContext);
  if (!parts) throw new Error('A part of the messenger’s page is shown outside of it.');
  return { ...parts, actions: parts.client.actions };
}

/** Something of what the messenger knows; draws anew only when it changes. Give a function that makes no new objects. */
export function useMessengerState<Part>(select: (state: MessengerState) => Part): Part {
  return useClientState(useFrame().client, select);
}

/** The same where the parts are not there yet. */
export function useClientState<Part>({ store }: Pick<MessengerClient, 'store'>, select: (state: MessengerState) => Part): Part {
  const read = () => select(store.get());
  return useSyncExternalStore(store.subscribe, read, read);
}
