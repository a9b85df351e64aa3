import type { ReactNode } from 'react';

import { BotGate } from '@/components/studio/bots/bot-gate';

/** The pages of one bot. */
export default async function BotLayout({ children, params }: { children: ReactNode; params: Promise<{ botId: string }> }) {
  const { botId } = await params;
  return <BotGate botId={botId}>{children}</BotGate>;
}
