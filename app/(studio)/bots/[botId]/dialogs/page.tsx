import { DialogsStart } from '@/components/studio/builder/dialogs-start';

/** The layout draws the first dialog; without any this says how to make one. */
export default function Dialogs() {
  return <DialogsStart />;
}
