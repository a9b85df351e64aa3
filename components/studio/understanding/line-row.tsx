'use client';

import { TriangleAlert, X } from 'lucide-react';
import { useId, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';

import { completeMention, findEntityMention, type EntityMention } from '@/components/studio/understanding/entity-mention';
import { EntityOptions } from '@/components/studio/understanding/entity-options';
import { joinLine, pasteLines, splitLine, type EditedLines, type LineSelection } from '@/components/studio/understanding/line-edits';
import { cn } from '@/components/ui/class-names';

/** Properties of `LineRow`. */
export type LineRowProps = {
  style: CSSProperties;
  label: string;
  placeholder: string;
  index: number;
  /** All lines as shown. */
  lines: readonly string[];
  lengthMax: number;
  remark: string | undefined;
  entityNames: readonly string[];
  onWrite: (lines: readonly string[], focus?: EditedLines['focus']) => void;
  onMoveTo: (index: number, caret: number) => void;
};

/** One line of a `LineTable`. */
export function LineRow({ style, label, placeholder, index, lines, lengthMax, remark, entityNames, onWrite, onMoveTo }: LineRowProps) {
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [mention, setMention] = useState<EntityMention | null>(null);
  const [active, setActive] = useState(0);
  const line = lines[index] ?? '';
  const options = mention ? entityNames.filter((name) => name.toLowerCase().startsWith(mention.typed.toLowerCase()) && name !== mention.typed) : [];
  const isOpen = options.length > 0;
  const write = ({ lines: next, focus }: EditedLines) => onWrite(next, focus);

  function choose(name: string) {
    if (!mention) return;
    const { text, caret } = completeMention(line, mention, name);
    setMention(null);
    onWrite(lines.with(index, text), { index, caret });
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const selection = readSelection(event.currentTarget, index);
    const { key } = event;
    const caret = selection.start;
    if (isOpen && (key === 'ArrowDown' || key === 'ArrowUp')) setActive((now) => (now + (key === 'ArrowDown' ? 1 : -1) + options.length) % options.length);
    else if (isOpen && (key === 'Enter' || key === 'Tab')) choose(options[active] ?? options[0] ?? '');
    else if (isOpen && key === 'Escape') setMention(null);
    else if (key === 'Enter') write(splitLine(lines, selection));
    else if (key === 'Backspace' && caret === 0 && selection.end === 0 && index > 0) write(joinLine(lines, index));
    else if (key === 'ArrowDown') onMoveTo(index + 1, caret);
    else if (key === 'ArrowUp') onMoveTo(index - 1, caret);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div style={style} className="group absolute inset-x-0 top-0 flex items-center gap-2 border-b border-line pr-1">
      <span aria-hidden className="w-9 shrink-0 text-right text-xs text-faint tabular-nums select-none">
        {index + 1}
      </span>
      <input
        ref={field}
        data-line={index}
        aria-label={label}
        aria-description={remark}
        role={entityNames.length > 0 ? 'combobox' : undefined}
        aria-expanded={entityNames.length > 0 ? isOpen : undefined}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete={entityNames.length > 0 ? 'list' : undefined}
        autoComplete="off"
        placeholder={placeholder}
        value={line}
        maxLength={lengthMax}
        onChange={(event) => {
          setMention(findEntityMention(event.target.value, event.target.selectionStart ?? 0));
          setActive(0);
          onWrite(lines.with(index, event.target.value));
        }}
        onKeyDown={handleKey}
        onBlur={() => setMention(null)}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          if (!text.trim().includes('\n')) return;
          event.preventDefault();
          write(pasteLines(lines, readSelection(event.currentTarget, index), text));
        }}
        className={cn('h-full min-w-0 flex-1 bg-transparent text-sm outline-none placeholder:text-faint', remark && 'text-warn')}
      />
      {remark ? (
        <span className="inline-flex shrink-0 items-center gap-1 text-xs text-warn">
          <TriangleAlert aria-hidden className="size-3" />
          {remark}
        </span>
      ) : null}
      {line === '' ? null : (
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Remove ${label.toLowerCase()}`}
          onClick={() => onWrite(lines.toSpliced(index, 1), { index: Math.min(index, lines.length - 2), caret: 0 })}
          className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-faint opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:bg-raised hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
      {isOpen ? <EntityOptions id={listId} names={options} active={active} findAnchor={() => field.current?.getBoundingClientRect() ?? null} onChoose={choose} /> : null}
    </div>
  );
}

function readSelection(field: HTMLInputElement, index: number): LineSelection {
  return { index, start: field.selectionStart ?? field.value.length, end: field.selectionEnd ?? field.value.length };
}
