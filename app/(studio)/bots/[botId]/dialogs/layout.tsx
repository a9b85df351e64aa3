import type { ReactNode } from 'react';

import { DialogsLayout } from '@/components/studio/builder/dialogs-layout';

/** The dialog builder: its list of dialogs stays while one goes from dialog to dialog. */
export default function DialogsPages({ children }: { children: ReactNode }) {
  return <DialogsLayout>{children}</DialogsLayout>;
}
