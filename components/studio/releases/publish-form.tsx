'use client';

import { Rocket } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';

import { usePublish } from '@/components/studio/releases/use-publish';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';

/** Properties of `PublishForm`. */
export type PublishFormProps = {
  /** The number that the release will have; null while it isn't known. */
  nextNumber: number | null;
  /** Why it can't be published now. */
  blockedBy: string | null;
  onPublished?: () => void;
};

/** A note and the button that publishes the draft. Ctrl/⌘ ⏎ in the note publishes too. */
export function PublishForm({ nextNumber, blockedBy, onPublished }: PublishFormProps) {
  const publish = usePublish();
  const reasonId = useId();
  const [note, setNote] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (isBusy || blockedBy !== null) return;
    setIsBusy(true);
    setFailure(null);
    try {
      await publish(note.trim());
      setNote('');
      onPublished?.();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'The server gave no reason. Try again.');
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      <Field label="Note" hint="What is new, for your colleagues. Consumers never see it.">
        <Textarea
          rows={2}
          value={note}
          maxLength={2_000}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
          }}
        />
      </Field>
      {failure ? <Callout tone="bad" isAnnounced what="The draft was not published" why={failure} /> : null}
      <div className="flex flex-wrap items-center gap-2">
        {/* Not `disabled`: who comes by keyboard hears the reason too. */}
        <Button type="submit" variant="primary" isBusy={isBusy} {...(blockedBy === null ? null : { 'aria-disabled': true, 'aria-describedby': reasonId })}>
          <Rocket aria-hidden />
          {nextNumber === null ? 'Publish' : `Publish release ${nextNumber}`}
        </Button>
        {blockedBy ? <span id={reasonId} className="min-w-0 flex-1 text-xs text-muted">{blockedBy}</span> : null}
      </div>
    </form>
  );
}
