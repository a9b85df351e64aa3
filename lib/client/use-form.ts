'use client';

import { useRef, useState, type FormEvent } from 'react';
import type { z } from 'zod';

import { ApiProblem } from '@/lib/client/call-api';
import type { FaultIssue } from '@/lib/engine/fault';

/** What `useForm` needs to know. */
export type FormOptions<Values, Schema extends z.ZodType> = {
  /** The API's own schema of what is sent. */
  schema: Schema;
  /** What the form shows at first; a new object does not reset it, `reset` does. */
  initial: Values;
  /** What is sent of what is shown; left out, the same. */
  toInput?: (values: Values) => z.input<Schema>;
  /** Sends it. An `ApiProblem` thrown here lands at its fields, or in `failure`. */
  onSubmit: (input: z.output<Schema>) => Promise<void>;
};

/**
 * A form checked by the API's own schema: errors appear at the fields with the first try to send and go away as they are mended;
 * what the server refuses lands at the same fields.
 */
export function useForm<Values extends object, Schema extends z.ZodType>(options: FormOptions<Values, Schema>) {
  const { schema, initial, toInput, onSubmit } = options;
  const [values, setValues] = useState(initial);
  const [saved, setSaved] = useState(initial);
  const [isTried, setIsTried] = useState(false);
  const [serverIssues, setServerIssues] = useState<readonly FaultIssue[]>([]);
  const [failure, setFailure] = useState<ApiProblem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);

  // The caller's `toInput` gives what its schema reads; without it the values are that already.
  const input = toInput ? toInput(values) : (values as z.input<Schema>);
  const parsed = isTried ? schema.safeParse(input) : null;
  const issues = [...(parsed?.success === false ? parsed.error.issues : []), ...serverIssues];

  function reset(next: Values) {
    setValues(next);
    setSaved(next);
    setIsTried(false);
    setServerIssues([]);
    setFailure(null);
  }

  function set(change: Partial<Values>) {
    setValues((current) => ({ ...current, ...change }));
    setServerIssues([]);
  }

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    // A dialog's form inside a page's form must not send both.
    event?.stopPropagation();
    if (isBusy) return;
    setIsTried(true);
    setFailure(null);
    const result = schema.safeParse(input);
    if (!result.success) return focusFirstError(formRef.current);
    setIsBusy(true);
    try {
      await onSubmit(result.data);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const found = error.problem.issues ?? [];
      setServerIssues(found);
      if (found.length === 0) setFailure(error);
      focusFirstError(formRef.current);
    } finally {
      setIsBusy(false);
    }
  }

  return {
    formRef,
    values,
    set,
    reset,
    submit,
    isBusy,
    /** Whether something differs from what was shown at first or last `reset`. */
    isDirty: JSON.stringify(values) !== JSON.stringify(saved),
    /** What the server refused or failed without naming a field. */
    failure,
    /** The first thing wrong at a field, named by its path with dots: `settings.tokenUrl`. */
    errorAt: (path: string): string | undefined => issues.find((issue) => issue.path.join('.') === path)?.message,
    /** Everything wrong, wherever. */
    issues,
  };
}

/** After the errors have been drawn. */
function focusFirstError(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
