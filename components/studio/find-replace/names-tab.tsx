'use client';

import { PencilLine } from 'lucide-react';
import { useMemo, useState } from 'react';

import { WhereUsed } from '@/components/studio/builder/uses/where-used';
import { useDraft } from '@/components/studio/draft/draft-context';
import { listNames, type BotName } from '@/components/studio/find-replace/list-names';
import { RenameForm } from '@/components/studio/find-replace/rename-form';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { searchRows } from '@/components/ui/list-order';
import { SearchInput } from '@/components/ui/search-input';

/** The names that texts and scripts of the bot use: where each is used, and renaming that everything follows. */
export function NamesTab() {
  const { content, surroundings } = useDraft();
  const [query, setQuery] = useState('');
  const [renamed, setRenamed] = useState<BotName | null>(null);
  const integrations = surroundings?.integrations;
  const names = useMemo(() => listNames(content, integrations ?? []), [content, integrations]);
  if (renamed) return <RenameForm target={renamed.target} oldName={renamed.name} onDone={() => setRenamed(null)} />;
  const shown = searchRows(names, query, ({ name, kind, reference }) => `${name} ${kind} ${reference}`);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <SearchInput label="Search names" value={query} onValueChange={setQuery} className="w-72 max-w-full" />
      {shown.length === 0 ? (
        <EmptyState icon={PencilLine} title={query ? `Nothing is called “${query}”` : 'No names yet'} className="py-8">
          Variables, slots, response variables with their fields, intents and entities are listed here once the bot uses them.
        </EmptyState>
      ) : (
        <ul aria-label="Names" className="-mx-4 min-h-0 flex-1 divide-y divide-line overflow-y-auto border-t border-line px-4">
          {shown.map((entry) => (
            <NameRow key={entry.id} entry={entry} onRename={() => setRenamed(entry)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function NameRow({ entry: { name, kind, reference, used }, onRename }: { entry: BotName; onRename: () => void }) {
  return (
    <li className="flex items-start gap-2 py-1.5">
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium break-all">{name}</span>
          <span className="text-xs text-muted">{kind}</span>
          {reference ? <code className="text-xs break-all text-muted">{reference}</code> : null}
        </p>
        <WhereUsed target={used} />
      </div>
      <IconButton label={`Rename ${kind.toLowerCase()} ${name}`} onClick={onRename}>
        <PencilLine aria-hidden />
      </IconButton>
    </li>
  );
}
