import type { RequestListener } from 'node:http';
import { findFrameAncestors } from '@/lib/modules/channel/find-frame-ancestors';
import type { ChannelPlaceDeps } from '@/lib/modules/channel/read-channel-place';

/** As for the other pages, in `next.config.js`, which sets none here: of two policies both would count. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https: http:",
  "media-src 'self' blob: https: http:",
  "frame-src 'self' https: http:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
];

/**
 * Lets the sites of a channel, and only them, show its messenger in a frame: sets the whole Content-Security-Policy of the pages
 * under `/messenger/` before `answerPages` writes them.
 */
export function withFramePolicy(deps: ChannelPlaceDeps, answerPages: RequestListener): RequestListener {
  return (request, response) => {
    const channelId = readChannelId(request.url ?? '/');
    if (channelId === null) return void answerPages(request, response);
    const ancestors = findFrameAncestors(deps, channelId).catch(() => "'none'");
    void ancestors.then((sources) => {
      response.setHeader('Content-Security-Policy', [...PAGE_POLICY, ...(sources === null ? [] : [`frame-ancestors ${sources}`])].join('; '));
      answerPages(request, response);
    });
  };
}

/** What stands behind `/messenger/`; null for other pages. Next takes capital letters for the same. */
function readChannelId(url: string): string | null {
  const [, segment] = /^\/messenger\/([^/?#]*)/i.exec(url) ?? [];
  if (segment === undefined) return null;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
