import type { ReactNode } from 'react';

import type { ChannelSettings } from '@/lib/modules/channel/channel.schema';

/** What a scene shows. */
export type SceneProps = {
  settings: ChannelSettings;
  language: string;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  /** The messenger itself; it stays alive while it is closed. */
  frame: ReactNode;
};
