/** The cookie that remembers a collapsed navigation; a cookie so that the server draws the first frame right. */
export const navCookieName = 'parley-nav';

/** Remembers on this device, for a year, how the navigation was left. Browser only. */
export function rememberNavCollapsed(isCollapsed: boolean): void {
  document.cookie = `${navCookieName}=${isCollapsed ? 'collapsed' : 'open'}; path=/; max-age=31536000; samesite=lax`;
}
