import type { TurnEvent } from '@/lib/engine/event.schema';
import type { Move } from '../move';
import type { Steps, Turn } from '../turn';
import { playBotTransferred } from './bot-transferred';
import { playClosed } from './closed';
import { playHandOverFinished } from './hand-over-finished';
import { playMessageReceived } from './message-received';
import { playStarted } from './started';
import { playTimerFired } from './timer-fired';
import { playWebViewPosted } from './web-view-posted';

/** Takes in what happened and says where the flow goes. */
export function* playEvent(turn: Turn, event: TurnEvent): Steps<Move> {
  switch (event.kind) {
    case 'started':
      return yield* playStarted(turn, event);
    case 'message-received':
      return yield* playMessageReceived(turn, event);
    case 'web-view-posted':
      return yield* playWebViewPosted(turn, event);
    case 'timer-fired':
      return yield* playTimerFired(turn, event);
    case 'hand-over-finished':
      return yield* playHandOverFinished(turn, event);
    case 'closed':
      return playClosed(turn, event);
    case 'bot-transferred':
      return yield* playBotTransferred(turn, event);
  }
}
