'use client';

import { Paperclip, Smile } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState, type RefObject } from 'react';

import { useFrame } from '@/components/messenger/frame/client-context';
import { sizeText } from '@/components/messenger/size-text';
import { useMessengerLocale } from '@/components/messenger/words/messenger-locale';

const EmojiPicker = dynamic(() => import('@/components/messenger/frame/emoji-picker').then((module) => module.EmojiPicker), { ssr: false });

/** Properties of `ComposerTools`. */
export type ComposerToolsProps = {
  composerRef: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onTextChange: (text: string) => void;
  /** Left out where files can't be sent. */
  onFiles: ((files: readonly File[]) => void) | undefined;
};

/** Files and emoji, before the field. */
export function ComposerTools({ composerRef, text, onTextChange, onFiles }: ComposerToolsProps) {
  const { settings } = useFrame();
  const { words, language } = useMessengerLocale();
  const inputRef = useRef<HTMLInputElement>(null);
  const emojiRef = useRef<HTMLButtonElement>(null);
  const [isPickerOpen, setIsPickerOpen] = useState(false);
  const most = sizeText(settings.fileMegabytesMax * 1_024 * 1_024, language);
  const limits = settings.fileTypes.length > 0 ? words.typesAtMost(settings.fileTypes.map((type) => type.toUpperCase()).join(', '), most) : words.atMost(most);

  function insert(emoji: string) {
    const field = composerRef.current;
    const at = field?.selectionStart ?? text.length;
    onTextChange(text.slice(0, at) + emoji + text.slice(field?.selectionEnd ?? at));
    setIsPickerOpen(false);
    field?.focus();
    requestAnimationFrame(() => field?.setSelectionRange(at + emoji.length, at + emoji.length));
  }

  return (
    <div className="relative flex">
      {onFiles ? (
        <>
          <input
            ref={inputRef}
            type="file"
            multiple
            tabIndex={-1}
            aria-hidden
            accept={settings.fileTypes.map((type) => `.${type}`).join(',') || undefined}
            className="hidden"
            onChange={(event) => {
              onFiles([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          <button type="button" aria-label={words.attach} title={`${words.attach}: ${limits}`} onClick={() => inputRef.current?.click()} className={toolStyle}>
            <Paperclip aria-hidden className="size-5" />
          </button>
        </>
      ) : null}
      {settings.features.emoji ? (
        <button ref={emojiRef} type="button" aria-label={words.emoji} title={words.emoji} aria-haspopup="dialog" aria-expanded={isPickerOpen} onClick={() => setIsPickerOpen(!isPickerOpen)} className={toolStyle}>
          <Smile aria-hidden className="size-5" />
        </button>
      ) : null}
      {isPickerOpen ? (
        <EmojiPicker
          onPick={insert}
          onClose={() => {
            setIsPickerOpen(false);
            emojiRef.current?.focus();
          }}
        />
      ) : null}
    </div>
  );
}

const toolStyle = 'flex h-10 w-9 shrink-0 items-center justify-center rounded-md text-(--messenger-muted) outline-(--messenger-accent-text) -outline-offset-2 hover:bg-(--messenger-bubble) hover:text-(--messenger-ink)';
