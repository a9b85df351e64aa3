'use client';

import { useState } from 'react';

import type { JsonSchema } from '@/components/docs/openapi.schema';
import { describeType, toSchemaRows } from '@/components/docs/schema-rows';
import { Button } from '@/components/ui/button';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';

/** Properties of `SchemaTable`. */
export type SchemaTableProps = { /** What it describes, for screen readers. */ label: string; schema: JsonSchema };

/** A whole bot has hundreds of fields: more than these are shown only when asked for. */
const ROWS_SHOWN_MAX = 60;

/** A JSON Schema as a table of fields. */
export function SchemaTable({ label, schema }: SchemaTableProps) {
  const rows = toSchemaRows(schema);
  const [isWhole, setIsWhole] = useState(rows.length <= ROWS_SHOWN_MAX);
  if (rows.length === 1 && rows[0]?.name === '') return <p className="text-muted">{describeType(schema)}</p>;
  return (
    <div className="rounded-md border border-line">
      <Table aria-label={label}>
        <TableHead>
          <TableRow>
            <TableHeader>Field</TableHeader>
            <TableHeader>Type</TableHeader>
            <TableHeader>Meaning</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {(isWhole ? rows : rows.slice(0, ROWS_SHOWN_MAX)).map((row) => (
            <TableRow key={row.path}>
              <TableCell className="align-top whitespace-nowrap" style={{ paddingLeft: 12 + row.depth * 16 }}>
                <code>{row.name}</code>
                {row.isRequired ? <span className="ml-2 text-xs text-muted">required</span> : null}
              </TableCell>
              <TableCell className="align-top">{row.type}</TableCell>
              <TableCell className="min-w-48 align-top text-muted">
                {row.description}
                {row.description && row.limits.length > 0 ? ' ' : null}
                {row.limits.length > 0 ? <span className="text-xs break-all">{row.limits.join(', ')}</span> : null}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {isWhole ? null : (
        <Button variant="ghost" size="sm" className="m-2" onClick={() => setIsWhole(true)}>
          Show all {rows.length} fields
        </Button>
      )}
    </div>
  );
}
