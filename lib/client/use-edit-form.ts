'use client';

import { useRef, useState } from 'react';
import type { z } from 'zod';

import { readCurrent } from '@/lib/client/read-current';
import { useForm } from '@/lib/client/use-form';

/** What `useEditForm` needs to know. */
export type EditFormOptions<Thing extends { version: number }, Values extends object, Schema extends z.ZodType> = {
  /** The thing as the server last told it. */
  thing: Thing;
  /** Reads the other version out of a refusal. */
  thingSchema: z.ZodType<Thing>;
  /** The API's schema of a change, without the version. */
  schema: Schema;
  toValues: (thing: Thing) => Values;
  toInput?: (values: Values) => z.input<Schema>;
  /** Sends the change made from `version`. */
  save: (input: z.output<Schema>, version: number) => Promise<Thing>;
  onSaved?: (saved: Thing, before: Thing) => void;
};

/**
 * A form over something stored: a newer version is taken in while nothing is changed here; when somebody else saved first,
 * `conflict` holds their version until one chooses, and nothing typed is lost.
 */
export function useEditForm<Thing extends { version: number }, Values extends object, Schema extends z.ZodType>(
  options: EditFormOptions<Thing, Values, Schema>,
) {
  const { thing, thingSchema, schema, toValues, toInput, save, onSaved } = options;
  const [base, setBase] = useState(thing);
  const [conflict, setConflict] = useState<Thing | null>(null);
  const overVersionRef = useRef<number | null>(null);
  const form = useForm({ schema, initial: toValues(thing), toInput, onSubmit: send });

  if (thing.version > base.version && !form.isDirty && !form.isBusy && conflict === null) adopt(thing);

  function adopt(next: Thing) {
    setBase(next);
    form.reset(toValues(next));
  }

  async function send(input: z.output<Schema>) {
    try {
      const saved = await save(input, overVersionRef.current ?? base.version);
      adopt(saved);
      onSaved?.(saved, base);
    } catch (error) {
      const current = readCurrent(error, thingSchema);
      if (!current) throw error;
      setConflict(current);
    } finally {
      overVersionRef.current = null;
    }
  }

  return {
    ...form,
    /** The stored version that the changes are made from. */
    base,
    conflict,
    closeConflict: () => setConflict(null),
    /** Saves over the other version. */
    keepMine() {
      if (!conflict) return;
      overVersionRef.current = conflict.version;
      setBase(conflict);
      setConflict(null);
      void form.submit();
    },
    /** Shows the other version and drops the changes. */
    takeTheirs() {
      if (!conflict) return;
      adopt(conflict);
      setConflict(null);
    },
  };
}
