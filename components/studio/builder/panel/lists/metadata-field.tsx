'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';

import { readMetadata } from '@/components/studio/builder/panel/lists/read-metadata';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/textarea';
import type { JsonValue } from '@/lib/engine/json';

/** Properties of `MetadataField`. */
export type MetadataFieldProps = { label: string; value: readonly JsonValue[]; onChange: (metadata: JsonValue[]) => void };

/**
 * Metadata of a choice or button as a JSON list, read by `getMetadata`; out of the way until there is some. What is not valid is kept in the
 * field and told, and the draft keeps what it had. Source: conversation-builder reference, section 6.5.
 */
export function MetadataField({ label, value, onChange }: MetadataFieldProps) {
  const [isOpen, setIsOpen] = useState(value.length > 0);
  // What is being written, as long as it says the same as the draft or is not valid yet.
  const [written, setWritten] = useState<string | null>(null);
  const read = written === null ? null : readMetadata(written);
  const isOwn = read !== null && (read.kind === 'invalid' || JSON.stringify(read.metadata) === JSON.stringify(value));
  const text = isOwn && written !== null ? written : toText(value);
  if (!isOpen && value.length === 0) {
    return (
      <Button size="sm" variant="ghost" className="self-start" aria-label={`Add metadata: ${label}`} onClick={() => setIsOpen(true)}>
        <Plus aria-hidden />
        Metadata
      </Button>
    );
  }
  const problem = isOwn && read.kind === 'invalid' ? read.problem : null;
  return (
    <div className="flex flex-col gap-1">
      <Textarea
        isCode
        rows={2}
        aria-label={label}
        aria-invalid={problem !== null}
        placeholder={'[{ "type": "ExternalId", "id": "…" }]'}
        value={text}
        onChange={(event) => {
          const next = readMetadata(event.target.value);
          setWritten(event.target.value);
          if (next.kind === 'valid') onChange(next.metadata);
        }}
      />
      <p role="status" className={problem ? 'text-xs text-bad' : 'text-xs text-muted'}>
        {problem ?? 'A JSON list; scripts read it with getMetadata.'}
      </p>
    </div>
  );
}

function toText(value: readonly JsonValue[]): string {
  return value.length === 0 ? '' : JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ');
}
