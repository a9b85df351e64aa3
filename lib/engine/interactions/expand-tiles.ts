import { note, type Turn } from '@/lib/engine/flow/turn';
import { expandAddress } from '@/lib/engine/messages/expand-address';
import { expandPlain } from '@/lib/engine/messages/expand-html';
import type { MessageCard } from '@/lib/engine/messages/message.schema';
import type { Tile } from '@/lib/engine/program/choice.schema';
import { toSnapshot } from '@/lib/engine/variables/conversation-snapshot';
import { countElements } from '@/lib/engine/variables/expand-text';
import { expandButton } from './expand-button';

/** Most tiles of one message. Source: conversation-builder reference, section 1.8. */
export const TILE_COUNT_MAX = 10;

/** Tiles with their variables filled in; one whose fields iterate becomes as many as there are elements. */
export function expandTiles(turn: Turn, tiles: readonly Tile[], interactionId: string): MessageCard[] {
  const cards = tiles.flatMap((tile) => expandTile(turn, tile, interactionId));
  if (cards.length <= TILE_COUNT_MAX) return cards;
  note(turn, `Of ${cards.length} tiles the first ${TILE_COUNT_MAX} are shown.`, interactionId);
  return cards.slice(0, TILE_COUNT_MAX);
}

function expandTile(turn: Turn, tile: Tile, interactionId: string): MessageCard[] {
  const count = countElements(listTemplates(tile), toSnapshot(turn));
  if (count === null) return [toCard(turn, tile, { interactionId })];
  if (count === 0) note(turn, 'The tile is left out, because the data it shows has no elements.', interactionId);
  // One more than can be shown, so that the limit is noticed.
  return Array.from({ length: Math.min(count, TILE_COUNT_MAX + 1) }, (_, element) => toCard(turn, tile, { interactionId, element }));
}

function toCard(turn: Turn, tile: Tile, place: { interactionId: string; element?: number }): MessageCard {
  const { element } = place;
  const address = (template: string) => (template === '' ? null : expandAddress(turn, template, place));
  const imageUrl = address(tile.imageUrl);
  const itemUrl = address(tile.itemUrl);
  const subtitle = expandPlain(turn, tile.subtitle, element);
  return {
    ...(imageUrl !== null && { imageUrl }),
    ...(itemUrl !== null && { itemUrl }),
    title: expandPlain(turn, tile.title, element),
    ...(subtitle !== '' && { subtitle }),
    buttons: tile.buttons.flatMap((button) => expandButton(turn, button, place) ?? []),
  };
}

function listTemplates({ imageUrl, itemUrl, title, subtitle, buttons }: Tile): string[] {
  const ofButtons = buttons.flatMap(({ label, action }) => [label, action.kind === 'postback' ? action.callback : action.url]);
  return [imageUrl, itemUrl, title, subtitle, ...ofButtons];
}
