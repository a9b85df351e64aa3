'use client';

import { Braces, Copy, Route } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';

import { copyText, toCopyText } from '@/components/studio/json/copy-value';
import { formatJsonPath, type JsonPath } from '@/components/studio/json/json-path';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import type { JsonValue } from '@/lib/engine/json';

/** Properties of `PickArea`. */
export type PickAreaProps = {
  /** Makes a custom data field of a value; null before the script, since fields are taken from what it makes. */
  onMap: ((path: (string | number)[], every: boolean) => void) | null;
  /** The fields that take a value already; null for none. */
  fieldKeyOf: (path: JsonPath) => string | null;
  children: (onPick: (path: JsonPath, value: JsonValue) => void) => ReactNode;
};

type Point = { x: number; y: number };

/** Offers a small menu for a value picked in the tree or table within: where the pointer was, or at the line that had the keyboard. */
export function PickArea({ onMap, fieldKeyOf, children }: PickAreaProps) {
  const [picked, setPicked] = useState<{ path: JsonPath; value: JsonValue } | null>(null);
  const anchorRef = useRef<HTMLSpanElement>(null);
  const focusedRef = useRef<HTMLElement | null>(null);
  const isOpenRef = useRef(false);

  function pick(path: JsonPath, value: JsonValue) {
    focusedRef.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    isOpenRef.current = true;
    setPicked({ path, value });
  }

  // At once rather than with the next drawing: the menu looks where it belongs before that has happened.
  function moveAnchor({ x, y }: Point) {
    if (!anchorRef.current) return;
    anchorRef.current.style.left = `${x}px`;
    anchorRef.current.style.top = `${y}px`;
  }

  function close() {
    isOpenRef.current = false;
    setPicked(null);
  }

  return (
    <div
      className="h-full min-h-0"
      onClickCapture={(event) => moveAnchor(toPointerPoint(event))}
      onKeyDownCapture={(event) => moveAnchor(toActivePoint(event))}
    >
      {children(pick)}
      <DropdownMenu open={picked !== null} onOpenChange={(isOpen) => (isOpen ? undefined : close())}>
        <DropdownMenuTrigger asChild>
          <span ref={anchorRef} aria-hidden tabIndex={-1} className="pointer-events-none fixed size-0" />
        </DropdownMenuTrigger>
        <DropdownMenuContent
          aria-label="Value"
          className="max-w-80"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // A click on the next value has opened the menu there: it keeps the focus.
            if (!isOpenRef.current) focusedRef.current?.focus();
          }}
        >
          {picked ? <PickItems {...picked} onMap={onMap} fieldKey={fieldKeyOf(picked.path)} /> : null}
        </DropdownMenuContent>
      </DropdownMenu>
    </div>
  );
}

function PickItems(props: { path: JsonPath; value: JsonValue; onMap: PickAreaProps['onMap']; fieldKey: string | null }) {
  const { path, value, onMap, fieldKey } = props;
  const isInArray = path.some((segment) => typeof segment === 'number');
  return (
    <>
      <DropdownMenuLabel className="truncate font-mono" title={formatJsonPath(path)}>
        {formatJsonPath(path) || 'response'}
      </DropdownMenuLabel>
      {fieldKey === null ? null : <DropdownMenuLabel className="pt-0">Mapped to {fieldKey}</DropdownMenuLabel>}
      {onMap ? (
        <>
          <DropdownMenuItem onSelect={() => onMap([...path], false)}>
            <Braces aria-hidden />
            Map this one
          </DropdownMenuItem>
          {isInArray ? (
            <DropdownMenuItem onSelect={() => onMap([...path], true)}>
              <Braces aria-hidden />
              Map every one
            </DropdownMenuItem>
          ) : null}
          <DropdownMenuSeparator />
        </>
      ) : (
        <DropdownMenuLabel className="max-w-56 pt-0 font-normal">The script comes after this. Map values under Transformed.</DropdownMenuLabel>
      )}
      <DropdownMenuItem onSelect={() => void copyText(toCopyText(value), 'Value')}>
        <Copy aria-hidden />
        Copy value
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={() => void copyText(formatJsonPath(path), 'Path')}>
        <Route aria-hidden />
        Copy path
      </DropdownMenuItem>
    </>
  );
}

function toPointerPoint(event: MouseEvent): Point {
  return { x: event.clientX, y: event.clientY + 4 };
}

/** Trees and tables keep the focus and name their active line. */
function toActivePoint(event: KeyboardEvent): Point {
  const container = event.target instanceof Element ? event.target : event.currentTarget;
  const active = document.getElementById(container.getAttribute('aria-activedescendant') ?? '') ?? container;
  const frame = container.getBoundingClientRect();
  const { left, bottom } = active.getBoundingClientRect();
  return { x: Math.max(left, frame.left) + 24, y: Math.min(bottom, frame.bottom) };
}
