'use client';

import { useMemo } from 'react';

import { Carousel } from '@/components/messenger/parts/carousel';
import { ImagePart } from '@/components/messenger/parts/image-part';
import { readUniversal, type UniversalElement } from '@/components/messenger/universal/read-universal';
import { UniversalButton, UniversalImage } from '@/components/messenger/universal/universal-action';
import { UniversalDatePicker } from '@/components/messenger/universal/universal-date-picker';
import { UniversalMap } from '@/components/messenger/universal/universal-map';
import { useWords } from '@/components/messenger/words/messenger-locale';
import { cn } from '@/components/ui/class-names';
import type { JsonValue } from '@/lib/engine/json';

/** Rich-message JSON as far as it is understood; what is not is shown as a note in its place. */
export function UniversalPart({ content, isOpen }: { content: JsonValue; isOpen: boolean }) {
  const element = useMemo(() => readUniversal(content), [content]);
  return (
    <div className="rounded-lg border border-(--messenger-line)/45 bg-(--messenger-ground) p-2.5 text-(--messenger-ink)">
      <Element element={element} isOpen={isOpen} />
    </div>
  );
}

function Element({ element, isOpen }: { element: UniversalElement; isOpen: boolean }) {
  switch (element.kind) {
    case 'stack':
      return <Stack element={element} isOpen={isOpen} />;
    case 'text':
      return (
        <p dir="auto" className={cn('break-words whitespace-pre-wrap', element.isBold && 'font-semibold', element.isItalic && 'italic')}>
          {element.text}
        </p>
      );
    case 'image':
      return element.action ? <UniversalImage {...element} /> : <ImagePart url={element.url} description={element.caption || undefined} />;
    case 'button':
      return <UniversalButton {...element} />;
    case 'map':
      return <UniversalMap {...element} />;
    case 'date-picker':
      return <UniversalDatePicker {...element} isOpen={isOpen} />;
    case 'unknown':
      return <UnknownNote name={element.name} content={element.content} />;
  }
}

function Stack({ element, isOpen }: { element: Extract<UniversalElement, { kind: 'stack' }>; isOpen: boolean }) {
  const words = useWords();
  const children = element.children.map((child, index) => <Element key={index} element={child} isOpen={isOpen} />);
  if (element.direction === 'carousel') {
    return (
      <Carousel label={words.cards}>
        {children.map((child, index) => (
          <div key={index} className="w-full rounded-lg border border-(--messenger-line)/45 p-2.5">
            {child}
          </div>
        ))}
      </Carousel>
    );
  }
  if (element.direction === 'vertical') return <div className="flex flex-col gap-2">{children}</div>;
  return (
    <div className="flex gap-2">
      {children.map((child, index) => (
        <div key={index} className="min-w-0 flex-1">
          {child}
        </div>
      ))}
    </div>
  );
}

function UnknownNote({ name, content }: { name: string; content: JsonValue }) {
  const words = useWords();
  return (
    <details className="rounded-md border border-dashed border-(--messenger-line) px-2.5 py-1.5 text-sm">
      <summary className="text-(--messenger-muted)">{words.notShown(name)}</summary>
      <pre className="mt-1 max-h-48 overflow-auto text-xs whitespace-pre-wrap">{JSON.stringify(content, null, 2)}</pre>
    </details>
  );
}
