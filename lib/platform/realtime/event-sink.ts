import type { ServerResponse } from 'node:http';

/** Where the text of one event stream goes. */
export interface EventSink {
  write(text: string): void;
  /** Bytes written that the reader has not taken yet. */
  waitingBytes(): number;
  /** Resolves when the reader has taken what was written, or is gone. */
  whenTaken(): Promise<void>;
  /** Ends the stream behind what was written. */
  end(): void;
  /** Cuts it off. */
  cut(): void;
  /** Called once when the stream is over, whoever ended it. */
  onOver(listener: () => void): void;
}

/**
 * Headers of an event stream. Proxies must neither collect nor change it: `X-Accel-Buffering` is nginx's, `no-transform` keeps others
 * from compressing it. Source: HTML standard, section 9.2 (server-sent events).
 */
export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
} as const;

/** Writes to Node's response itself: a web stream would cost each connection about as much memory as its socket. */
export function openNodeSink(response: ServerResponse, headers: Record<string, string>): EventSink {
  response.writeHead(200, { ...EVENT_STREAM_HEADERS, ...headers });
  response.flushHeaders();
  // A reader that hangs up while something is written is no fault of ours; `close` tells of it.
  response.on('error', () => undefined);
  return {
    write(text) {
      if (!response.destroyed && !response.writableEnded) response.write(text);
    },
    waitingBytes: () => response.writableLength,
    whenTaken: () =>
      new Promise((resolve) => {
        if (!response.writableNeedDrain || response.destroyed) return resolve();
        const finish = () => {
          response.off('drain', finish);
          response.off('close', finish);
          resolve();
        };
        response.once('drain', finish);
        response.once('close', finish);
      }),
    end: () => void response.end(),
    cut: () => void response.destroy(),
    onOver: (listener) => void response.once('close', listener),
  };
}

/** A response with a web stream, for hosts that show no response of Node's, such as Next's route handlers. */
export function openWebSink(signal: AbortSignal, headers: Record<string, string>): { sink: EventSink; response: Response } {
  const encoder = new TextEncoder();
  const overListeners: (() => void)[] = [];
  const takenListeners: (() => void)[] = [];
  let isOver = false;
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;

  const callAll = (listeners: (() => void)[]) => {
    for (const listener of listeners.splice(0)) listener();
  };
  const finish = () => {
    if (isOver) return;
    isOver = true;
    signal.removeEventListener('abort', finish);
    callAll(takenListeners);
    callAll(overListeners);
  };
  const isTaken = () => isOver || (controller?.desiredSize ?? 0) > 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
      },
      pull: () => callAll(takenListeners),
      cancel: finish,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: WEB_STREAM_BYTES }),
  );
  if (signal.aborted) finish();
  else signal.addEventListener('abort', finish, { once: true });

  const close = (act: (given: ReadableStreamDefaultController<Uint8Array>) => void) => {
    if (isOver || !controller) return;
    act(controller);
    finish();
  };
  const sink: EventSink = {
    write(text) {
      if (!isOver) controller?.enqueue(encoder.encode(text));
    },
    waitingBytes: () => (isOver || !controller ? 0 : WEB_STREAM_BYTES - (controller.desiredSize ?? WEB_STREAM_BYTES)),
    whenTaken: () => new Promise((resolve) => (isTaken() ? resolve() : void takenListeners.push(resolve))),
    end: () => close((given) => given.close()),
    cut: () => close((given) => given.error(new Error('The reader was too slow.'))),
    onOver: (listener) => (isOver ? listener() : void overListeners.push(listener)),
  };
  return { sink, response: new Response(stream, { headers: { ...EVENT_STREAM_HEADERS, ...headers } }) };
}

/** What a web stream holds before its reader counts as behind. */
const WEB_STREAM_BYTES = 16 * 1024;
