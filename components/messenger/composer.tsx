'use client';

import { SendHorizontal } from 'lucide-react';
import { useState, type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref } from 'react';

import { useWords } from '@/components/messenger/words/messenger-locale';

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
  /** Most characters that can be sent. */
  lengthMax?: number;
  /** Whether files wait to be sent, so that no text is needed; null while they are still on their way. */
  hasFiles?: boolean | null;
  /** Takes files that were pasted. */
  onFiles?: ((files: File[]) => void) | undefined;
  /** Buttons before the field. */
  tools?: ReactNode;
  /** Stands above the field: files that wait. */
  above?: ReactNode;
  ref?: Ref<HTMLTextAreaElement>;
};

/** Where one writes. Enter sends, Shift+Enter begins a line; typing is never blocked by a message under way. */
export function Composer({ text, onTextChange, onSend, sentTexts, isEnabled, placeholder, lengthMax = Number.POSITIVE_INFINITY, hasFiles = false, onFiles, tools, above, ref }: ComposerProps) {
  const words = useWords();
  const [recallIndex, setRecallIndex] = useState<number | null>(null);
  const isTooLong = text.length > lengthMax;
  const canSend = isEnabled && !isTooLong && hasFiles !== null && (hasFiles || text.trim() !== '');

  function send() {
    if (!canSend) return;
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

  function takePasted(event: ClipboardEvent) {
    const files = [...event.clipboardData.files];
    if (files.length === 0 || !onFiles) return;
    event.preventDefault();
    onFiles(files);
  }

  return (
    <form
      className="flex shrink-0 flex-col gap-2 border-t border-(--messenger-line)/45 bg-(--messenger-ground) p-2 pb-[max(--spacing(2),env(safe-area-inset-bottom))]"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {above}
      {isTooLong ? (
        <p role="alert" className="px-1 text-sm text-bad">
          {words.textTooLong(lengthMax.toLocaleString())}
        </p>
      ) : null}
      <div className="flex items-end gap-1">
        {tools}
        <textarea
          ref={ref}
          rows={1}
          dir="auto"
          aria-label={words.message}
          aria-invalid={isTooLong || undefined}
          placeholder={placeholder}
          disabled={!isEnabled}
          value={text}
          onChange={(event) => {
            setRecallIndex(null);
            onTextChange(event.target.value);
          }}
          onKeyDown={handleKey}
          onPaste={takePasted}
          // Phones zoom into fields whose text is smaller than 16 px.
          className="field-sizing-content max-h-40 min-h-10 min-w-0 flex-1 resize-none rounded-lg border border-(--messenger-line) bg-(--messenger-ground) px-3 py-1.75 text-base outline-(--messenger-accent-text) focus-visible:outline-1 focus-visible:outline-offset-0 disabled:opacity-60 pointer-coarse:text-[16px]"
        />
        <button
          type="submit"
          aria-label={words.send}
          title={words.send}
          disabled={!canSend}
          className="flex size-10 shrink-0 items-center justify-center rounded-lg bg-(--messenger-accent) text-(--messenger-accent-ink) outline-(--messenger-accent-text) disabled:cursor-not-allowed disabled:opacity-40"
        >
          <SendHorizontal aria-hidden className="size-5 rtl:-scale-x-100" />
        </button>
      </div>
    </form>
  );
}
