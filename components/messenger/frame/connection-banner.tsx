'use client';

import { CircleAlert, WifiOff } from 'lucide-react';

import { useMessengerState } from '@/components/messenger/frame/client-context';
import { useLasting } from '@/components/messenger/frame/use-lasting';
import { useWords } from '@/components/messenger/words/messenger-locale';

/** A lost connection is told only when it lasts; most come back at once. */
const LOST_MS = 2_500;
const LONG_LOST_MS = 12_000;

/** Says that one is offline, that nobody answers, or that something goes on by itself in a moment. */
export function ConnectionBanner() {
  const words = useWords();
  const isOnline = useMessengerState((state) => state.isOnline);
  const isLost = useMessengerState((state) => state.connection === 'lost');
  const hint = useMessengerState((state) => state.hint);
  const isLastingLost = useLasting(isLost, LOST_MS);
  const isLongLost = useLasting(isLost, LONG_LOST_MS);
  const text = !isOnline ? words.offline : isLongLost ? words.serverDown : isLastingLost ? words.reconnecting : hint === 'too-fast' ? words.tooFast : hint === 'session-ended' ? words.sessionEnded : null;
  const Icon = isOnline ? CircleAlert : WifiOff;
  return (
    <div role="status" className="shrink-0">
      {text === null ? null : (
        <p className="flex items-center gap-2 border-b border-warn/30 bg-warn-soft px-3 py-1.5 text-sm text-warn">
          <Icon aria-hidden className="size-4 shrink-0" />
          {text}
        </p>
      )}
    </div>
  );
}
