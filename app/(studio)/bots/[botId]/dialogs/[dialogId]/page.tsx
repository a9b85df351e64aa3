import { DialogBuilder } from '@/components/studio/builder/dialog-builder';

/** One dialog: its interactions and the settings of the selected one. */
export default async function Dialog({ params }: { params: Promise<{ dialogId: string }> }) {
  const { dialogId } = await params;
  return <DialogBuilder key={dialogId} dialogId={decodeURIComponent(dialogId)} />;
}
