'use client';

import { useMemo } from 'react';

import { WhereUsed } from '@/components/studio/builder/uses/where-used';
import { useDraft } from '@/components/studio/draft/draft-context';
import { findDuplicatePhrases } from '@/components/studio/understanding/find-duplicates';
import { LineTable } from '@/components/studio/understanding/line-table';
import { NameField } from '@/components/studio/understanding/name-field';
import { StartedDialogs } from '@/components/studio/understanding/started-dialogs';
import { ThingProblems } from '@/components/studio/understanding/thing-problems';
import type { UnderstandingActions } from '@/components/studio/understanding/use-understanding-actions';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Intent } from '@/lib/engine/program/understanding.schema';

/** Properties of `IntentEditor`. */
export type IntentEditorProps = { intent: Intent; actions: UnderstandingActions };

/** What consumers want, by examples: name, label, training phrases, and which dialogs start by it. Give it `key={intent.id}`. */
export function IntentEditor({ intent, actions }: IntentEditorProps) {
  const { content } = useDraft();
  const { intents, entities } = content;
  const remarks = useMemo(() => findDuplicatePhrases(intents, intent.id), [intents, intent.id]);
  const entityNames = useMemo(() => Object.values(entities).map(({ name }) => name), [entities]);
  return (
    <div className="flex max-w-180 flex-col gap-4 p-4">
      <ThingProblems intentId={intent.id} />
      <div className="grid gap-4 @md:grid-cols-2">
        <NameField target={{ kind: 'intent', id: intent.id }} name={intent.name} hint="For you and your colleagues." />
        <Field label="Label" hint="Offered to consumers when several intents fit. Empty: the name.">
          <Input value={intent.label} maxLength={200} placeholder={intent.name} autoComplete="off" onChange={(event) => actions.patchIntent(intent, { label: event.target.value })} />
        </Field>
      </div>
      <section aria-labelledby="phrases" className="flex flex-col gap-1">
        <div className="flex items-baseline justify-between gap-2">
          <h3 id="phrases" className="text-xs font-medium">
            Training phrases
          </h3>
          <span className="text-xs text-muted tabular-nums">
            {intent.phrases.length}
            {remarks.size > 0 ? `, ${remarks.size} ${remarks.size === 1 ? 'duplicate' : 'duplicates'}` : ''}
          </span>
        </div>
        <LineTable
          label="Training phrase"
          placeholder="what is my balance"
          lines={intent.phrases}
          onChange={(phrases) => actions.patchIntent(intent, { phrases })}
          lengthMax={500}
          remarks={remarks}
          entityNames={entityNames}
        />
        <p className="text-xs text-muted">What consumers say for it, at best ten and more different ways. Paste many lines at once; name an entity with @.</p>
      </section>
      <StartedDialogs intent={intent} onStart={(dialogId) => actions.startDialog(dialogId, intent)} />
      <WhereUsed target={{ kind: 'intent', id: intent.id }} />
    </div>
  );
}
