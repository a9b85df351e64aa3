import type { ResultEvent } from './event.schema';
import type { OutcomeEffect, RequestEffect } from './effect.schema';

/** What a turn needs from outside: someone to answer its requests. */
export interface TurnPorts {
  /**
   * Answers a request. Never rejects for what an API, the network or a script does: that is in the result. Rejects only when
   * the turn can't go on at all (the process is stopping); then nothing of the turn is kept, and it can be run again.
   * @param soFar the turn's outcome effects before this request, so that its messages can be shown while the turn waits
   */
  answer(request: RequestEffect, soFar: readonly OutcomeEffect[]): Promise<ResultEvent>;
}
