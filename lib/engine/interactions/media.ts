import type { Turn } from '@/lib/engine/flow/turn';
import type { Content } from '@/lib/engine/messages/message-draft';
import type { MessagePart } from '@/lib/engine/messages/message.schema';
import { expandPlain } from '@/lib/engine/messages/expand-html';
import { expandAddress } from '@/lib/engine/messages/expand-address';
import { joinLines } from '@/lib/engine/messages/quick-replies';
import type { InteractionOf } from '@/lib/engine/program/interaction.schema';
import { enterStatement } from './enter-statement';
import type { InteractionBehaviour } from './interaction-behaviour';

type Medium = 'image' | 'audio' | 'video';

/** A picture at an address. Source: conversation-builder reference, section 6.4. */
export const image = medium<'image'>();
export const audio = medium<'audio'>();
export const video = medium<'video'>();

/** A file at an address, to be downloaded. */
export const file: InteractionBehaviour<'file'> = {
  isQuestion: () => false,
  enter: (turn, interaction) => enterStatement(turn, interaction, () => prepareFile(turn, interaction)),
  accept: null,
};

function medium<Kind extends Medium>(): InteractionBehaviour<Kind> {
  return {
    isQuestion: () => false,
    enter: (turn, interaction) => enterStatement(turn, interaction, () => prepareMedium(turn, interaction)),
    accept: null,
  };
}

function prepareMedium(turn: Turn, { id, kind, url: template, description: words }: InteractionOf<Medium>): Content {
  const url = expandAddress(turn, template, { interactionId: id });
  if (url === null) return NOTHING;
  const description = expandPlain(turn, words);
  return show({ kind, url, ...(description !== '' && { description }) }, joinLines(description, url));
}

function prepareFile(turn: Turn, { id, url: template, fileName: name }: InteractionOf<'file'>): Content {
  const url = expandAddress(turn, template, { interactionId: id });
  if (url === null) return NOTHING;
  const fileName = expandPlain(turn, name) || readFileName(url);
  return show({ kind: 'file', url, fileName }, joinLines(fileName, url));
}

const NOTHING: Content = { messages: [], choices: [] };

function show(part: MessagePart, plainText: string): Content {
  return { messages: [{ parts: [part], plainText }], choices: [] };
}

function readFileName(url: string): string {
  return /([^/?#]+)(?:[?#].*)?$/.exec(url)?.[1] ?? url;
}
