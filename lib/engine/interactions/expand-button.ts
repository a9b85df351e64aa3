import type { Turn } from '@/lib/engine/flow/turn';
import { expandAddress } from '@/lib/engine/messages/expand-address';
import { expandPlain } from '@/lib/engine/messages/expand-html';
import type { MessageButton, MessageChoice } from '@/lib/engine/messages/message.schema';
import type { Button, ButtonAction } from '@/lib/engine/program/choice.schema';

/** Where a button stands: its interaction, and the element of iterated values that its tile shows. */
interface ButtonPlace {
  interactionId: string;
  element?: number;
}

const TARGETS = { 'new-window': 'new-tab', 'current-window': 'same-tab', 'web-view': 'web-view' } as const satisfies Record<Extract<ButtonAction, { kind: 'web-url' }>['target'], string>;

/** A button with its variables filled in; null when its address can't be used. Source: conversation-builder reference, sections 4.4 and 6.5. */
export function expandButton(turn: Turn, { id: ownId, label: template, action, metadata }: Button, { interactionId, element }: ButtonPlace): MessageButton | null {
  const id = element === undefined ? ownId : `${ownId}-${element + 1}`;
  const label = expandPlain(turn, template, element);
  if (action.kind === 'postback') return { kind: 'postback', id, label, payload: expandPlain(turn, action.callback, element) || label, ...(metadata.length > 0 && { metadata }) };
  const url = expandAddress(turn, action.url, { interactionId, links: true, ...(element !== undefined && { element }) });
  return url === null ? null : { kind: 'url', id, label, url, target: TARGETS[action.target], height: action.height };
}

/** The buttons that answer, as choices. */
export function toChoices(buttons: readonly MessageButton[]): MessageChoice[] {
  return buttons.flatMap((button) => (button.kind === 'postback' ? [{ id: button.id, label: button.label, payload: button.payload, ...(button.metadata && { metadata: button.metadata }) }] : []));
}

/** Buttons in plain text: those that answer as choices elsewhere, pages with their address. */
export function describePages(buttons: readonly MessageButton[]): string[] {
  return buttons.flatMap((button) => (button.kind === 'url' ? [`${button.label}: ${button.url}`] : []));
}
