'use client';

import { Upload } from 'lucide-react';
import { useId, useRef, useState } from 'react';

import { useMessenger } from '@/components/messenger/messenger-context';
import { actionStyle } from '@/components/messenger/parts/action-style';
import { sizeText } from '@/components/messenger/size-text';
import { useMessengerLocale } from '@/components/messenger/words/messenger-locale';
import { cn } from '@/components/ui/class-names';
import { Spinner } from '@/components/ui/spinner';

/** Properties of `FileRequest`. */
export type FileRequestProps = { acceptedTypes: readonly string[]; bytesMax: number; isOpen: boolean };

/** Asks for a file, chosen or dropped. What is too large is refused here; types are judged by whoever takes it, so that a preview reaches the bot's own words. */
export function FileRequest({ acceptedTypes, bytesMax, isOpen }: FileRequestProps) {
  const { upload, canAnswer } = useMessenger();
  const { words, language } = useMessengerLocale();
  const inputRef = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isEnabled = isOpen && canAnswer && upload !== null && !isSending;

  async function send(file: File | undefined) {
    if (!file || !upload) return;
    if (file.size > bytesMax) return setProblem(words.tooLarge(file.name, sizeText(file.size, language), sizeText(bytesMax, language)));
    setIsSending(true);
    setProblem(null);
    try {
      setProblem(await upload(file));
    } catch (error) {
      setProblem(`${words.uploadFailed(file.name)} ${error instanceof Error ? error.message : words.tryAgain}`);
    } finally {
      setIsSending(false);
    }
  }

  return (
    <div
      className="flex flex-col gap-1"
      onDragOver={(event) => (isEnabled ? event.preventDefault() : undefined)}
      onDrop={(event) => {
        if (!isEnabled) return;
        event.preventDefault();
        void send(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={inputRef}
        type="file"
        aria-label={words.file}
        tabIndex={-1}
        accept={acceptedTypes.map((type) => `.${type}`).join(',') || undefined}
        className="sr-only"
        onChange={(event) => {
          void send(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <button type="button" disabled={!isEnabled} aria-describedby={hintId} onClick={() => inputRef.current?.click()} className={cn(actionStyle, 'border-dashed')}>
        {isSending ? <Spinner /> : <Upload aria-hidden className="size-4" />}
        {isSending ? words.sendingFile : isOpen ? words.chooseFile : words.fileAsked}
      </button>
      <p id={hintId} className="text-sm text-(--messenger-muted)">
        {acceptedTypes.length > 0 ? words.typesAtMost(acceptedTypes.map((type) => type.toUpperCase()).join(', '), sizeText(bytesMax, language)) : words.atMost(sizeText(bytesMax, language))}
      </p>
      {problem ? (
        <p role="alert" className="text-sm text-bad">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
