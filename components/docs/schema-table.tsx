import type { JsonSchema } from '@/components/docs/openapi.schema';
import { describeType, toSchemaRows } from '@/components/docs/schema-rows';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';

/** Properties of `SchemaTable`. */
export type SchemaTableProps = { /** What it describes, for screen readers. */ label: string; schema: JsonSchema };

/** A JSON Schema as a table of fields. */
export function SchemaTable({ label, schema }: SchemaTableProps) {
  const rows = toSchemaRows(schema);
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
          {rows.map((row) => (
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
    </div>
  );
}
