'use client';

import { SignInForm } from '@/components/auth/sign-in-form';
import { Dialog, DialogContent } from '@/components/ui/dialog';

/** Properties of `SessionEndedDialog`. */
export type SessionEndedDialogProps = { open: boolean; email: string; onSignedIn: () => void; onClose: () => void };

/** Asks for the password over the page one was on, so that nothing typed there is lost. */
export function SessionEndedDialog({ open, email, onSignedIn, onClose }: SessionEndedDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <DialogContent
        size="sm"
        title="Your session has ended"
        description="Sign in again to go on where you were. What you typed is still here; what you did last was not carried out."
      >
        <SignInForm email={email} onSignedIn={onSignedIn} />
      </DialogContent>
    </Dialog>
  );
}
