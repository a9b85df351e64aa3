/** The parts of the Web View page. */
export const webViewTabs = ['connect', 'inbox', 'settings'] as const;
export type WebViewTab = (typeof webViewTabs)[number];

/** The address of a part of a bot's Web View page, with a post of the inbox chosen where one is named. */
export function toWebViewHref(botId: string, { tab, postId }: { tab: WebViewTab; postId?: string | undefined }): string {
  const query = new URLSearchParams({ ...(tab === 'connect' ? {} : { tab }), ...(postId === undefined ? {} : { post: postId }) }).toString();
  return `/bots/${encodeURIComponent(botId)}/web-view${query ? `?${query}` : ''}`;
}
