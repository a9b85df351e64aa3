'use client';

import { type RefObject } from 'react';

import { cn } from '@/components/ui/class-names';
import { buildTemplateSegments } from '@/components/studio/editors/template/template-text';
import type { UnknownSpan } from '@/components/studio/editors/template/variable-option';

/**
 * Paints chips and underlines behind a native field. It repeats the field's text invisibly, so it must have the
 * field's font, padding and wrapping: `className` carries them.
 */
export function TemplateLayer(props: {
  ref: RefObject<HTMLDivElement | null>;
  text: string;
  unknownSpans: readonly UnknownSpan[];
  className: string;
}) {
  return (
    <div
      ref={props.ref}
      aria-hidden
      className={cn(
        'pointer-events-none absolute inset-0 select-none overflow-hidden border border-transparent text-transparent',
        props.className,
      )}
    >
      {buildTemplateSegments(props.text, props.unknownSpans).map(({ kind, start, end }) => (
        <span key={`${kind}${start}`} className={segmentStyle[kind]} data-unknown-start={kind === 'unknown' ? start : undefined}>
          {props.text.slice(start, end)}
        </span>
      ))}
      {/* The end of the text can be scrolled a little past its last character, and a last empty line has a height. */}
      <span className="pr-4">{'\u200b'}</span>
    </div>
  );
}

// Only what does not change the width of the text: it has to stay under the field's own.
const segmentStyle = {
  text: '',
  reference: 'rounded-xs bg-accent-soft box-decoration-clone',
  unknown: 'rounded-xs bg-warn-soft box-decoration-clone underline decoration-warn decoration-wavy underline-offset-3',
};
