'use client';

import { useEffect, useRef, useState } from 'react';

import type { FrameMessage, Marked, PreviewMessage } from '@/lib/messenger/frame-protocol';

/** Properties of `PreviewFrame`. */
export type PreviewFrameProps = { channelId: string; message: PreviewMessage };

/** The messenger's own page, showing what it is told. Fills its parent. */
export function PreviewFrame({ channelId, message }: PreviewFrameProps) {
  const frameRef = useRef<HTMLIFrameElement>(null);
  // It says so again when it was loaded anew.
  const [helloCount, setHelloCount] = useState(0);

  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== frameRef.current?.contentWindow || origin !== window.location.origin) return;
      const heard = data as Partial<Marked<FrameMessage>> | null;
      // From a page of ours of the same version.
      if (heard?.parley === 1 && heard.kind === 'hello') setHelloCount((count) => count + 1);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, []);

  // The same words need not be said twice, however often this is drawn.
  const text = JSON.stringify(message);
  useEffect(() => {
    if (helloCount === 0) return;
    const told = { parley: 1, ...(JSON.parse(text) as PreviewMessage) } satisfies Marked<PreviewMessage>;
    frameRef.current?.contentWindow?.postMessage(told, window.location.origin);
  }, [helloCount, text]);

  return <iframe ref={frameRef} title="Messenger" src={`/messenger/${encodeURIComponent(channelId)}?preview`} className="block size-full border-0" />;
}
