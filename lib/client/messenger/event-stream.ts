import { createParser } from 'eventsource-parser';
import type { MessengerEvent } from '@/lib/modules/messenger/messenger.schema';

/** Properties of `readEventStream`. */
export type StreamListeners = {
  onEvent: (event: MessengerEvent) => void;
  /** Something came, be it a comment that keeps the connection alive. */
  onSign: () => void;
};

/**
 * Reads server-sent events until the stream ends. `EventSource` can't send the header that tells who reads.
 * @throws whatever reading throws, an abort included
 */
export async function readEventStream(response: Response, { onEvent, onSign }: StreamListeners): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return;
  const parser = createParser({ onEvent: ({ data }) => onEvent(parseEvent(data)) });
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      onSign();
      parser.feed(read.value);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function parseEvent(data: string): MessengerEvent {
  // The server writes its events by this very schema.
  return JSON.parse(data) as MessengerEvent;
}
