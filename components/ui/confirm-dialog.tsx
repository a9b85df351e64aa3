'use client';

import { AlertDialog as Primitive } from 'radix-ui';
import { useState, type ReactNode } from 'react';

import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useFocusReturn } from '@/components/ui/use-focus-return';

/** Properties of `ConfirmDialog`. */
export type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A question that names the thing: "Delete bot AG Bank?". */
  title: ReactNode;
  /** What will happen, what will be lost, and who uses it. */
  children: ReactNode;
  /** What the button does: "Delete bot". */
  confirmLabel: string;
  cancelLabel?: string;
  tone?: 'danger' | 'primary';
  /** The button waits until this name is typed; for whole bots and credentials only. */
  nameToType?: string;
  /** The dialog closes when this resolves, and stays open with the reason when it rejects. */
  onConfirm: () => void | Promise<void>;
};

/** Asks before something that can't be undone. Focus starts on the way out. */
export function ConfirmDialog({ open, onOpenChange, ...content }: ConfirmDialogProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-appear bg-backdrop" />
        <OpenConfirmDialog {...content} onDone={() => onOpenChange(false)} />
      </Primitive.Portal>
    </Primitive.Root>
  );
}

type ConfirmFormProps = Omit<ConfirmDialogProps, 'open' | 'onOpenChange'> & { onDone: () => void };

function OpenConfirmDialog(props: ConfirmFormProps) {
  const focusReturn = useFocusReturn();
  return (
    <Primitive.Content
      {...focusReturn}
      className="fixed top-1/2 left-1/2 z-40 max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] max-w-110 -translate-x-1/2 -translate-y-1/2 animate-appear overflow-y-auto rounded-lg border border-line bg-surface p-4 outline-none"
    >
      <ConfirmForm {...props} />
    </Primitive.Content>
  );
}

function ConfirmForm({ title, children, confirmLabel, cancelLabel = 'Cancel', tone = 'danger', nameToType, onConfirm, onDone }: ConfirmFormProps) {
  const [typedName, setTypedName] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const isNameMissing = nameToType !== undefined && typedName.trim() !== nameToType.trim();

  async function confirm() {
    setIsBusy(true);
    setFailure(null);
    try {
      await onConfirm();
      onDone();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'The server gave no reason. Try again.');
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        // The form of a page around the dialog in the React tree is not meant.
        event.stopPropagation();
        if (!isNameMissing && !isBusy) void confirm();
      }}
    >
      <div className="flex flex-col gap-1">
        <Primitive.Title className="text-base font-semibold break-words">{title}</Primitive.Title>
        <Primitive.Description asChild>
          <div className="flex flex-col gap-2 break-words text-muted">{children}</div>
        </Primitive.Description>
      </div>
      {nameToType === undefined ? null : (
        <Field label={<>Type <b className="font-semibold">{nameToType}</b> to confirm</>}>
          <Input value={typedName} onChange={(event) => setTypedName(event.target.value)} autoComplete="off" spellCheck={false} />
        </Field>
      )}
      {failure ? <Callout tone="bad" isAnnounced what="That did not work" why={failure} /> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Primitive.Cancel asChild>
          <Button>{cancelLabel}</Button>
        </Primitive.Cancel>
        <Button type="submit" variant={tone} isBusy={isBusy} disabled={isNameMissing}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
