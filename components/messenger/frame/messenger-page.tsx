'use client';

import dynamic from 'next/dynamic';

// Nothing can be drawn before the browser has told who visits and in which language.
const MessengerFrame = dynamic(() => import('@/components/messenger/frame/messenger-frame').then((module) => module.MessengerFrame), { ssr: false });
const PreviewFrame = dynamic(() => import('@/components/messenger/frame/preview-frame').then((module) => module.PreviewFrame), { ssr: false });

/** Properties of `MessengerPage`. */
export type MessengerPageProps = { channelId: string; isPreview: boolean };

/** A messenger as one page. */
export function MessengerPage({ channelId, isPreview }: MessengerPageProps) {
  return isPreview ? <PreviewFrame /> : <MessengerFrame channelId={channelId} />;
}
