/**
 * Where a turn goes on.
 * - `enter`: at an interaction; `isExplicit`: something named it, so that it is asked even when its slot is filled
 * - `complete`: the running dialog is past its last interaction
 * - `default`: as if nothing had taken the consumer's message: other dialogs' starters, then the fallback
 * - `rest`: the turn is over
 */
export type Move = { kind: 'enter'; interactionId: string; isExplicit: boolean } | { kind: 'complete' } | { kind: 'default' } | { kind: 'rest' };

export const REST: Move = { kind: 'rest' };
