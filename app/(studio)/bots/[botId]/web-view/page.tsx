import { WebViewPage } from '@/components/studio/web-view/web-view-page';

/** How pages write into the bot's conversations. */
export default function WebView() {
  return <WebViewPage />;
}
