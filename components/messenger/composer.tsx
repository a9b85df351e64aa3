'use client';

import { SendHorizontal } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';

/** Properties of `Composer`. */
export type ComposerProps = {
  text: string;
  onTextChange: (text: string) => void;
  onSend: (text: string) => void;
  /** What was sent in this conversation, oldest first; ↑ in the empty field brings it back, newest first. */
  sentTexts: readonly string[];
  /** False once the conversation is closed. */
  isEnabled: boolean;
  placeholder: string;
  /** Buttons before the field. */
  tools?: ReactNode;
  ref?: Ref<HTMLTextAreaElement>;
};

/** Where one writes. Enter sends, Shift+Enter begins a line; typing is never blocked by a message under way. */
export function Composer({ text, onTextChange, onSend, sentTexts, isEnabled, placeholder, tools, ref }: ComposerProps) {
  const [recallIndex, setRecallIndex] = useState<number | null>(null);

  function send() {
    if (text.trim() === '' || !isEnabled) return;
    onSend(text);
    onTextChange('');
    setRecallIndex(null);
  }

  function recall(next: number | null) {
    setRecallIndex(next);
    onTextChange(next === null ? '' : (sentTexts.at(-1 - next) ?? ''));
  }

  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    // Enter that ends a composed character is not meant for us.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    } else if (event.key === 'ArrowUp' && (text === '' || recallIndex !== null)) {
      const next = recallIndex === null ? 0 : recallIndex + 1;
      if (next >= sentTexts.length) return;
      event.preventDefault();
      recall(next);
    } else if (event.key === 'ArrowDown' && recallIndex !== null) {
      event.preventDefault();
      recall(recallIndex === 0 ? null : recallIndex - 1);
    }
  }

  return (
    <form
      className="flex shrink-0 items-end gap-1.5 border-t border-(--messenger-line)/45 bg-(--messenger-ground) p-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {tools}
      <textarea
        ref={ref}
        rows={1}
        dir="auto"
        aria-label="Message"
        placeholder={placeholder}
        disabled={!isEnabled}
        value={text}
        onChange={(event) => {
          setRecallIndex(null);
          onTextChange(event.target.value);
        }}
        onKeyDown={handleKey}
        className="field-sizing-content max-h-40 min-h-10 min-w-0 flex-1 resize-none rounded-lg border border-(--messenger-line) bg-(--messenger-ground) px-3 py-1.75 text-base outline-(--messenger-accent) focus-visible:outline-1 focus-visible:outline-offset-0 disabled:opacity-60"
      />
      <button
        type="submit"
        aria-label="Send"
        disabled={!isEnabled || text.trim() === ''}
        className="flex size-10 shrink-0 items-center justify-center rounded-lg bg-(--messenger-accent) text-(--messenger-accent-ink) outline-(--messenger-accent) disabled:cursor-not-allowed disabled:opacity-40"
      >
        <SendHorizontal aria-hidden className="size-5 rtl:-scale-x-100" />
      </button>
    </form>
  );
}
