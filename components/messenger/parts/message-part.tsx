'use client';

import dynamic from 'next/dynamic';

import { Carousel } from '@/components/messenger/parts/carousel';
import { DropDown } from '@/components/messenger/parts/drop-down';
import { FilePart } from '@/components/messenger/parts/file-part';
import { FileRequest } from '@/components/messenger/parts/file-request';
import { ImagePart } from '@/components/messenger/parts/image-part';
import { ListPart } from '@/components/messenger/parts/list-part';
import { MessageButtons, UrlButton } from '@/components/messenger/parts/message-buttons';
import { MessageCard } from '@/components/messenger/parts/message-card';
import { PlayablePart } from '@/components/messenger/parts/playable-part';
import { QuickReplies } from '@/components/messenger/parts/quick-replies';
import { TextPart } from '@/components/messenger/parts/text-part';
import { useWords } from '@/components/messenger/words/messenger-locale';
import type { MessagePart as Part } from '@/lib/engine/messages/message.schema';

// Few bots send it.
const UniversalPart = dynamic(() => import('@/components/messenger/universal/universal-part').then((module) => module.UniversalPart));

/** Properties of `MessagePart`. */
export type MessagePartProps = {
  part: Part;
  /** Whether the consumer has not answered yet: lists and fields then take an answer. */
  isOpen: boolean;
};

/** One piece of a message, by kind. */
export function MessagePart({ part, isOpen }: MessagePartProps) {
  switch (part.kind) {
    case 'text':
      return <TextPart html={part.html} />;
    case 'image':
      return <ImagePart url={part.url} description={part.description} />;
    case 'video':
    case 'audio':
      return <PlayablePart kind={part.kind} url={part.url} description={part.description} />;
    case 'file':
      return <FilePart url={part.url} fileName={part.fileName} bytes={part.bytes} />;
    case 'buttons':
      return <MessageButtons buttons={part.buttons} />;
    case 'url-button':
      return <UrlButton {...part} />;
    case 'quick-replies':
      return <QuickReplies choices={part.choices} choicesPerRow={part.choicesPerRow} />;
    case 'drop-down':
      return <DropDown choices={part.choices} placeholder={part.placeholder} isOpen={isOpen} />;
    case 'carousel':
      return <Cards part={part} />;
    case 'list':
      return <ListPart items={part.items} />;
    case 'file-request':
      return <FileRequest acceptedTypes={part.acceptedTypes} bytesMax={part.bytesMax} isOpen={isOpen} />;
    case 'universal':
      return <UniversalPart content={part.content} isOpen={isOpen} />;
  }
}

/** Side by side to swipe, or tiles one below the other. */
function Cards({ part }: { part: Extract<Part, { kind: 'carousel' }> }) {
  const words = useWords();
  const cards = part.cards.map((card, index) => <MessageCard key={index} card={card} className="w-full" />);
  const isSideBySide = part.layout === 'horizontal' && cards.length > 1;
  return isSideBySide ? <Carousel label={words.cards}>{cards}</Carousel> : <div className="flex flex-col gap-2">{cards}</div>;
}
