'use client';

import { useState } from 'react';

import { chooseOutcome, outcomeChoices, readAnswers, toAnswerDrafts, type AnswerDraft } from '@/components/studio/preview/branch/edited-answer';
import type { BranchDialogProps } from '@/components/studio/preview/branch/edit-variables-dialog';
import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { firstFieldRef } from '@/components/ui/focus-first-field';
import { FormFailure } from '@/components/ui/form-failure';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Textarea } from '@/components/ui/textarea';
import { useBranchConversation } from '@/lib/client/use-conversation-replay';
import { useTurn } from '@/lib/client/use-turns';

/** Runs a turn again on a branch, as if an API had answered otherwise. No API is called. */
export function EditAnswersDialog(props: BranchDialogProps) {
  const turn = useTurn(props.conversationId, props.number);
  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : props.onClose())}>
      <DialogContent size="lg" title={`Run turn ${props.number} again with other answers`} description="A new branch begins before the turn; this conversation stays as it is.">
        {turn.data ? (
          <AnswersForm {...props} recorded={toAnswerDrafts(turn.data.journal)} />
        ) : turn.isError ? (
          <Callout tone="bad" what="The turn could not be loaded" why={turn.error.message} />
        ) : (
          <SkeletonRows label="Loading the calls of the turn" />
        )}
      </DialogContent>
    </Dialog>
  );
}

function AnswersForm({ conversationId, number, onClose, recorded }: BranchDialogProps & { recorded: AnswerDraft[] }) {
  const { preview, draft } = usePreviewParts();
  const branch = useBranchConversation(preview.botId, conversationId);
  const [answers, setAnswers] = useState(recorded);
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());

  function submit() {
    const read = readAnswers(answers, recorded, draft.captureFields);
    setProblems(read.ok ? new Map() : read.problems);
    if (!read.ok) return;
    branch.mutate(
      { afterTurn: number - 1, rerun: { calls: read.calls } },
      {
        onSuccess({ conversation }) {
          onClose();
          preview.open(conversation.id);
        },
      },
    );
  }

  if (recorded.length === 0) return <Callout tone="info" what="Nothing was called in this turn" todo="Choose a turn with a call; the trace shows which." />;
  return (
    <form
      ref={firstFieldRef}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        submit();
      }}
    >
      {answers.map((answer) => (
        <AnswerFields
          key={answer.key}
          name={draft.names.integration(answer.integrationId)}
          answer={answer}
          problem={problems.get(answer.key) ?? null}
          onChange={(next) => setAnswers(answers.map((other) => (other.key === answer.key ? next : other)))}
        />
      ))}
      <FormFailure what="No branch was made" failure={branch.error} />
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button variant="primary" type="submit" isBusy={branch.isPending}>
          Run again on a branch
        </Button>
      </DialogFooter>
    </form>
  );
}

function AnswerFields({ name, answer, problem, onChange }: { name: string; answer: AnswerDraft; problem: string | null; onChange: (answer: AnswerDraft) => void }) {
  return (
    <fieldset className="flex flex-col gap-2 rounded-md border border-line p-3">
      <legend className="px-1 font-medium">{name}</legend>
      <div className="grid grid-cols-2 gap-2">
        <Field label="Outcome">
          <Select value={answer.outcome} onChange={(event) => onChange(chooseOutcome(answer, outcomeChoices.find((kind) => kind === event.target.value) ?? answer.outcome))}>
            {outcomeChoices.map((kind) => (
              <option key={kind} value={kind}>
                {kind.replaceAll('-', ' ')}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="HTTP status" hint="Empty: there was no answer.">
          <Input isCode inputMode="numeric" value={answer.status} onChange={(event) => onChange({ ...answer, status: event.target.value })} />
        </Field>
      </div>
      <Field label="Result, as JSON" hint="After the transform result script. Custom data fields are captured from it anew." error={problem}>
        <Textarea isCode rows={8} value={answer.documentText} onChange={(event) => onChange({ ...answer, documentText: event.target.value })} />
      </Field>
    </fieldset>
  );
}
