import type { Metadata, Viewport } from 'next';

import { MessengerPage } from '@/components/messenger/frame/messenger-page';

/** Names the window; the channel's own title comes with its settings. No search engine lists a conversation. */
export const metadata: Metadata = { title: 'Messenger', robots: { index: false } };

/** The keyboard of a phone makes the conversation smaller instead of covering it. */
export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover', interactiveWidget: 'resizes-content' };

/** A channel's messenger: in the loader's frame on a site's page, or opened directly. `?preview` shows settings that are being edited. */
export default async function Messenger({ params, searchParams }: { params: Promise<{ channelId: string }>; searchParams: Promise<{ preview?: string | string[] }> }) {
  const { channelId } = await params;
  const { preview } = await searchParams;
  return <MessengerPage channelId={channelId} isPreview={preview !== undefined} />;
}
