'use client';

import { useEffect, useRef, useState } from 'react';

import { useFrame } from '@/components/messenger/frame/client-context';
import { checkFile, explainRefusal, findAskedTypes } from '@/components/messenger/frame/check-file';
import { useMessengerLocale } from '@/components/messenger/words/messenger-locale';
import type { UploadedFile } from '@/lib/client/messenger/upload-file';

/** Most files in one message; the server refuses more. */
const FILE_COUNT_MAX = 10;

/** A file that is on its way to the server, or there and waits to be sent. */
export type AttachmentItem = { key: number; name: string; share: number; file: UploadedFile | null; hasFailed: boolean; source: File };

/** Files beside the text that is being written. */
export type Attachments = {
  items: readonly AttachmentItem[];
  /** What was refused, in words. */
  problem: string | null;
  isUploading: boolean;
  add: (files: readonly File[]) => void;
  retry: (key: number) => void;
  remove: (key: number) => void;
  /** Takes away and gives what is ready to be sent. */
  takeAll: () => UploadedFile[];
};

/** Uploads files as soon as they are chosen, and refuses what the channel does not take before a byte is sent. */
export function useAttachments(): Attachments {
  const { actions, settings, client } = useFrame();
  const locale = useMessengerLocale();
  const [items, setItems] = useState<readonly AttachmentItem[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const nextKey = useRef(0);
  const aborts = useRef(new Map<number, AbortController>());

  useEffect(() => {
    const running = aborts.current;
    return () => running.forEach((abort) => abort.abort());
  }, []);

  const change = (key: number, to: Partial<AttachmentItem>) => setItems((before) => before.map((item) => (item.key === key ? { ...item, ...to } : item)));

  async function upload(key: number, source: File) {
    const abort = new AbortController();
    aborts.current.set(key, abort);
    change(key, { hasFailed: false, share: 0 });
    try {
      const file = await actions.upload(source, { signal: abort.signal, onProgress: (share) => change(key, { share }) });
      change(key, { file, share: 1 });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      const refusal = explainRefusal(error, source, locale);
      if (refusal === null) return change(key, { hasFailed: true });
      // Trying again would not help.
      setItems((before) => before.filter((item) => item.key !== key));
      setProblem(refusal);
    } finally {
      aborts.current.delete(key);
    }
  }

  function add(files: readonly File[]) {
    setProblem(null);
    const refusals: string[] = [];
    const { currentId, threads } = client.store.get();
    const asked = findAskedTypes((currentId === null ? undefined : threads[currentId])?.messages ?? []);
    const takenFiles = { ...settings, ...(asked && { fileTypes: asked }) };
    const taken = files.filter((file) => {
      const refusal = checkFile(file, takenFiles, locale);
      if (refusal !== null) refusals.push(refusal);
      return refusal === null;
    });
    const room = FILE_COUNT_MAX - items.length;
    if (taken.length > room) refusals.push(locale.words.tooManyFiles(FILE_COUNT_MAX.toLocaleString(locale.language)));
    if (refusals.length > 0) setProblem(refusals.join(' '));
    const fresh = taken.slice(0, room).map((source) => ({ key: nextKey.current++, name: source.name, share: 0, file: null, hasFailed: false, source }));
    setItems((before) => [...before, ...fresh]);
    for (const { key, source } of fresh) void upload(key, source);
  }

  return {
    items,
    problem,
    isUploading: items.some(({ file, hasFailed }) => file === null && !hasFailed),
    add,
    retry(key) {
      const item = items.find((other) => other.key === key);
      if (item) void upload(key, item.source);
    },
    remove(key) {
      aborts.current.get(key)?.abort();
      setItems((before) => before.filter((item) => item.key !== key));
      setProblem(null);
    },
    takeAll() {
      const ready = items.flatMap(({ file }) => (file === null ? [] : [file]));
      setItems((before) => before.filter(({ file }) => file === null));
      setProblem(null);
      return ready;
    },
  };
}
