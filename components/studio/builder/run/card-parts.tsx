import type { ReactNode } from 'react';

import { TemplateText } from '@/components/studio/builder/run/template-text';
import { cn } from '@/components/ui/class-names';
import type { Button, Choice, ChoicesFromData, Tile } from '@/lib/engine/program/choice.schema';

/** What the consumer reads, as in a conversation. */
export function Bubble({ text, placeholder }: { text: string; placeholder: string }) {
  return (
    <div className="max-w-full self-start rounded-lg rounded-tl-sm bg-raised px-2.5 py-1.5">
      <TemplateText text={text} placeholder={placeholder} className="line-clamp-6" />
    </div>
  );
}

/** A line about what happens, where there is nothing to see. */
export function Note({ children }: { children: ReactNode }) {
  return <p className="min-w-0 break-words text-muted">{children}</p>;
}

const chipStyle = 'max-w-full truncate border border-accent/50 px-2 py-0.5 text-xs text-accent';

/** Choices as chips or buttons. */
export function ChoiceChips({ choices, fromData, isRound }: { choices: readonly Choice[]; fromData: ChoicesFromData | null; isRound: boolean }) {
  if (choices.length === 0 && fromData === null) return <Note>No choices yet</Note>;
  return (
    <div className="flex flex-wrap gap-1">
      {choices.map(({ id, label }) => (
        <span key={id} className={cn(chipStyle, isRound ? 'rounded-full' : 'rounded-md')}>
          <TemplateText text={label} placeholder="no label" />
        </span>
      ))}
      {fromData ? (
        <span className={cn(chipStyle, 'border-dashed', isRound ? 'rounded-full' : 'rounded-md')}>
          <TemplateText text={fromData.label} placeholder="no label" /> × each
        </span>
      ) : null}
    </div>
  );
}

/** Buttons under each other. */
export function ButtonStack({ buttons }: { buttons: readonly Button[] }) {
  if (buttons.length === 0) return <Note>No buttons yet</Note>;
  return (
    <div className="flex flex-col items-start gap-1">
      {buttons.map(({ id, label, action }) => (
        <span key={id} className={cn(chipStyle, 'rounded-md')}>
          <TemplateText text={label} placeholder="no label" />
          {action.kind === 'web-url' ? ' ↗' : ''}
        </span>
      ))}
    </div>
  );
}

/** Tiles side by side. */
export function TileStrip({ tiles }: { tiles: readonly Tile[] }) {
  if (tiles.length === 0) return <Note>No tiles yet</Note>;
  return (
    <div className="flex gap-2 overflow-hidden">
      {tiles.map(({ id, imageUrl, title, subtitle, buttons }) => (
        <div key={id} className="flex w-40 shrink-0 flex-col gap-1 rounded-lg border border-line p-2">
          {imageUrl ? <Picture url={imageUrl} description="" className="h-16 w-full" /> : null}
          <TemplateText text={title} placeholder="No title yet" className="line-clamp-2 font-medium" />
          <TemplateText text={subtitle} className="line-clamp-2 text-xs text-muted" />
          {buttons.length > 0 ? <ButtonStack buttons={buttons} /> : null}
        </div>
      ))}
    </div>
  );
}

/** An image, or its address where that holds variables. */
export function Picture({ url, description, className }: { url: string; description: string; className?: string }) {
  if (!/^https?:\/\/[^{}]+$/.test(url)) return <TemplateText text={url} placeholder="No image URL yet" className="font-mono text-xs" />;
  return <img src={url} alt={description} loading="lazy" draggable={false} className={cn('rounded-md border border-line object-cover', className)} />;
}
