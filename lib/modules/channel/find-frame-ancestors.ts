import { readChannelPlace, type ChannelPlaceDeps } from './read-channel-place';

/**
 * Which pages may show a channel's messenger in a frame, as sources of the directive `frame-ancestors`: those of its allowed origins
 * and our own, for the live preview. Source: Content Security Policy Level 3, section 6.4.2.
 * @returns null for any page, also from a file: the channel names no origins. Of an unknown channel any page may show that there is
 * no such messenger: nothing else is on that page, and the site's script can tell its author.
 */
export async function findFrameAncestors(deps: ChannelPlaceDeps, channelId: string): Promise<string | null> {
  const { allowedOrigins = [] } = (await readChannelPlace(deps, channelId))?.settings ?? {};
  return allowedOrigins.length === 0 ? null : ["'self'", ...allowedOrigins].join(' ');
}
