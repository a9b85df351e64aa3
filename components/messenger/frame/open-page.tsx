'use client';

import { useFrame, useMessengerState } from '@/components/messenger/frame/client-context';
import { WebViewPanel } from '@/components/messenger/web-view-panel';

/** The page that is open over the conversation, if there is one. */
export function OpenPage() {
  const { actions } = useFrame();
  const page = useMessengerState((state) => state.page);
  return page ? <WebViewPanel key={page.url} page={page} onClose={actions.closePage} check={actions.checkPage} /> : null;
}
