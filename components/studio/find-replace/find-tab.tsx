'use client';

import { useDeferredValue, useMemo, useState } from 'react';

import { useDraft } from '@/components/studio/draft/draft-context';
import type { FindMemory } from '@/components/studio/find-replace/find-memory';
import { HitList } from '@/components/studio/find-replace/hit-list';
import { ReplacePreview } from '@/components/studio/find-replace/replace-preview';
import { useBotEdit } from '@/components/studio/find-replace/use-bot-edit';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { findText, replaceText } from '@/lib/modules/draft/find-text.rules';

/** Properties of `FindTab`. */
export type FindTabProps = { memory: FindMemory; onMemoryChange: (memory: FindMemory) => void; onLeave: () => void };

/** Looks for a text in the whole bot, scripts and integrations included, and replaces one place or all. */
export function FindTab({ memory, onMemoryChange, onLeave }: FindTabProps) {
  const { content, surroundings } = useDraft();
  const applyEdit = useBotEdit();
  const [isPreviewing, setIsPreviewing] = useState(false);
  const query = useDeferredValue(memory.query);
  const { replacement } = memory;
  const integrations = surroundings?.integrations ?? noIntegrations;
  const hits = useMemo(() => findText(content, integrations, query), [content, integrations, query]);
  const write = (parts: Partial<FindMemory['query']>) => onMemoryChange({ ...memory, query: { ...memory.query, ...parts } });
  const replaced = (ids: ReadonlySet<string> | null) => replaceText(content, integrations, { query, replacement, ids });
  const label = `Replace “${query.text}” by “${replacement}”`;

  if (isPreviewing && hits.length > 0) {
    const edited = replaced(null);
    return (
      <ReplacePreview
        title={`${hits.length} ${hits.length === 1 ? 'place changes' : 'places change'}`}
        edited={edited}
        confirmLabel={`Replace ${hits.length}`}
        onBack={() => setIsPreviewing(false)}
        onConfirm={async () => {
          await applyEdit(label, edited);
          setIsPreviewing(false);
        }}
      />
    );
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <form
        className="grid gap-x-3 gap-y-2 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (hits.length > 0) setIsPreviewing(true);
        }}
      >
        <Field label="Find">
          <Input autoFocus autoComplete="off" spellCheck={false} value={memory.query.text} onFocus={(event) => event.target.select()} onChange={(event) => write({ text: event.target.value })} />
        </Field>
        <Field label="Replace with">
          <Input autoComplete="off" spellCheck={false} value={replacement} onChange={(event) => onMemoryChange({ ...memory, replacement: event.target.value })} />
        </Field>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 sm:col-span-2">
          <Checkbox label="Match case" checked={memory.query.matchesCase} onCheckedChange={(checked) => write({ matchesCase: checked === true })} />
          <Checkbox label="Whole word" checked={memory.query.isWholeWord} onCheckedChange={(checked) => write({ isWholeWord: checked === true })} />
          <p role="status" className="text-xs text-muted tabular-nums">
            {query.text === '' ? '' : hits.length === 0 ? 'Nothing found' : `${hits.length} ${hits.length === 1 ? 'place' : 'places'}`}
          </p>
          <Button type="submit" size="sm" disabled={hits.length === 0} className="ml-auto">
            Replace all…
          </Button>
        </div>
      </form>
      {query.text === '' ? (
        <p className="py-6 text-center text-muted">Looks through texts, patterns, rules, scripts, intents, entities, settings and integrations of this bot.</p>
      ) : (
        <HitList hits={hits} query={query} replacement={replacement} onReplace={(hit) => void applyEdit(label, replaced(new Set([hit.id])))} onLeave={onLeave} />
      )}
    </div>
  );
}

const noIntegrations: never[] = [];
