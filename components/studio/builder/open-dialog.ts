'use client';

import { useParams, usePathname } from 'next/navigation';
import { createContext, useContext, useState } from 'react';

import type { BuilderRoom } from '@/components/studio/builder/builder-layout';
import { listDialogs } from '@/components/studio/builder/model/edit-dialogs';
import { useDraft } from '@/components/studio/draft/draft-context';

/** The dialog that is shown, given by `DialogsLayout`. */
export const OpenDialogContext = createContext<string | undefined>(undefined);

/** The id of the dialog that is shown; undefined on the map, and where the list stands alone. */
export function useOpenDialogId(): string | undefined {
  return useContext(OpenDialogContext);
}

/**
 * The dialog that the address names. Without one, where there is room beside the list, it is the dialog that was the first when the
 * builder opened: shown in place, since going on to its own address would overtake whoever has clicked elsewhere meanwhile.
 */
export function useAddressedDialogId(room: BuilderRoom): string | undefined {
  const { dialogId } = useParams<{ dialogId?: string }>();
  const isStart = usePathname().endsWith('/dialogs');
  const { content } = useDraft();
  const firstId = listDialogs(content)[0]?.id;
  const [keptId] = useState(firstId);
  if (dialogId !== undefined) return decodeURIComponent(dialogId);
  if (!isStart || room !== 'wide') return undefined;
  return keptId !== undefined && content.dialogs[keptId] ? keptId : firstId;
}
