import { DialogsStart } from '@/components/studio/builder/dialogs-start';

/** Leads to the first dialog, or says how to make one. */
export default function Dialogs() {
  return <DialogsStart />;
}
