import type { ReactNode } from 'react';

import { BotFrame } from '@/components/studio/bots/bot-frame';
import { BotGate } from '@/components/studio/bots/bot-gate';
import { DraftProvider } from '@/components/studio/draft/draft-provider';
import { ProblemWalkProvider } from '@/components/studio/problems/problem-walk-provider';

/** The pages of one bot, around its draft. */
export default async function BotLayout({ children, params }: { children: ReactNode; params: Promise<{ botId: string }> }) {
  const { botId } = await params;
  return (
    <BotGate botId={botId}>
      <DraftProvider>
        <ProblemWalkProvider>
          <BotFrame>{children}</BotFrame>
        </ProblemWalkProvider>
      </DraftProvider>
    </BotGate>
  );
}
