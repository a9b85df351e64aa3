'use client';

import { cn } from '@/components/ui/class-names';
import type { JsonValue } from '@/lib/engine/json';

/** Characters of a string that are shown before it is cut. */
export const LONG_STRING_LENGTH = 160;

/** A string, number, boolean or null in its colour; clicking it picks it, a long string can be shown whole. */
export function JsonScalar(props: {
  value: JsonValue;
  isLongShown: boolean;
  isMatch: boolean;
  onPick: (() => void) | null;
  onToggleLong: () => void;
}) {
  const { value, isLongShown, onPick } = props;
  const isLong = typeof value === 'string' && value.length > LONG_STRING_LENGTH;
  const text = JSON.stringify(isLong && !isLongShown ? `${value.slice(0, LONG_STRING_LENGTH)}…` : value);
  return (
    <span className="min-w-0">
      <span
        onClick={onPick ?? undefined}
        title={onPick ? 'Click to map this value' : undefined}
        className={cn(
          colorOf(value),
          isLongShown ? 'break-all whitespace-pre-wrap' : 'whitespace-pre',
          onPick && 'cursor-pointer rounded-xs hover:bg-accent-soft hover:underline',
          props.isMatch && 'bg-warn-soft',
        )}
      >
        {text}
      </span>
      {isLong ? (
        <button type="button" tabIndex={-1} onClick={props.onToggleLong} className="ml-1 rounded-sm px-1 font-sans text-xs text-accent hover:underline">
          {isLongShown ? 'Show less' : `Show all ${value.length.toLocaleString('en')} characters`}
        </button>
      ) : null}
    </span>
  );
}

function colorOf(value: JsonValue): string {
  if (typeof value === 'string') return 'text-code-string';
  return typeof value === 'number' ? 'text-code-number' : 'text-code-literal';
}
