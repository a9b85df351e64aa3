import { ANSWERED } from '@/lib/http/route/answered';
import type { ApiRouter } from '@/lib/http/route/api-context';
import { bindRoute } from '@/lib/http/route/bind-route';
import { openNodeSink, openWebSink } from '@/lib/platform/realtime/event-sink';
import { readLastEventId } from './live/event-text';
import * as contract from './messenger.contract';

/** Serves live connections. */
export function bindMessengerEventRoutes(router: ApiRouter): void {
  bindRoute(router, contract.streamEvents, async (call) => {
    const { deps, consumer, input, headers, outgoing, requestId } = call;
    const { conversationId, afterSeq } = input.query;
    const watched = conversationId === undefined ? null : { id: conversationId, afterSeq: readLastEventId(headers.get('last-event-id'), conversationId) ?? afterSeq };
    const begin = await deps.eventStreams.prepare(consumer, watched);
    const own = { 'x-request-id': requestId };
    if (outgoing !== null) {
      begin(openNodeSink(outgoing, own));
      return ANSWERED;
    }
    const { sink, response } = openWebSink(call.signal, own);
    begin(sink);
    return response;
  });
}
