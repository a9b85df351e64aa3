'use client';

import { useMemo, useState } from 'react';

import { formatJsonPath, toPathKey, type JsonPath } from '@/components/studio/json/json-path';
import { JsonTable } from '@/components/studio/json/json-table';
import { JsonTree } from '@/components/studio/json/json-tree';
import type { FoundList } from '@/components/studio/run-panel/find-lists';
import { countText } from '@/components/studio/run-panel/measure-text';
import { PickArea, type PickAreaProps } from '@/components/studio/run-panel/pick-area';
import { Select } from '@/components/ui/select';
import type { JsonValue } from '@/lib/engine/json';

/** What can be done with the values of a document. */
export type ValueMapping = Pick<PickAreaProps, 'onMap' | 'fieldKeyOf'>;

/** A document as a tree whose values can be picked. */
export function DocumentTree({ document, label, mapping }: { document: JsonValue; label: string; mapping: ValueMapping }) {
  return (
    <PickArea {...mapping}>{(pick) => <JsonTree value={document} label={label} onPick={pick} mappingOf={mapping.fieldKeyOf} />}</PickArea>
  );
}

/** The lists of a document, one at a time, as a table whose values can be picked. */
export function DocumentTable({ lists, label, mapping }: { lists: readonly FoundList[]; label: string; mapping: ValueMapping }) {
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const chosen = useMemo(() => lists.find(({ path }) => toPathKey(path) === chosenKey) ?? lists[0], [lists, chosenKey]);
  if (!chosen) return null;
  return (
    <div className="flex h-full min-h-0 flex-col">
      {lists.length > 1 ? (
        <div className="border-b border-line px-2 py-1">
          <Select aria-label="List to show" size="sm" isCode className="max-w-80" value={toPathKey(chosen.path)} onChange={(event) => setChosenKey(event.target.value)}>
            {lists.map(({ path, list }) => (
              <option key={toPathKey(path)} value={toPathKey(path)}>
                {nameOf(path)} ({countText(list.length, 'row')})
              </option>
            ))}
          </Select>
        </div>
      ) : null}
      <div className="min-h-0 flex-1">
        <PickArea {...mapping}>
          {(pick) => <JsonTable key={toPathKey(chosen.path)} list={chosen.list} basePath={chosen.path} label={`${label}: ${nameOf(chosen.path)}`} onPick={pick} />}
        </PickArea>
      </div>
    </div>
  );
}

function nameOf(path: JsonPath): string {
  return formatJsonPath(path) || 'response';
}
