import { Fault } from '@/lib/engine/fault';

/** For a channel that is not there, or belongs to another workspace. */
export function channelNotFound(): Fault {
  return new Fault('missing', 'channel/not-found', 'There is no channel with this id. It may have been deleted.');
}
