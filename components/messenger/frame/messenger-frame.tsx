'use client';

/** Properties of `MessengerFrame`. */
export type MessengerFrameProps = { channelId: string };

/** A channel's messenger, live. */
export function MessengerFrame({ channelId }: MessengerFrameProps) {
  return <p>{channelId}</p>;
}
