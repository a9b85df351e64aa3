import { Fault } from '@/lib/engine/fault';

/** An event that can't come at this point; whoever carries turns out has made a mistake. Code `engine/unexpected-event`. */
export function unexpectedEvent(message: string): Fault {
  return new Fault('broken', 'engine/unexpected-event', message);
}
