import { CopyButton } from '@/components/ui/copy-button';
import type { RunHeader } from '@/lib/modules/integration-run/run-record.schema';

/** Headers as they came, in their order. */
export function HeaderList({ headers, label }: { headers: readonly RunHeader[]; label: string }) {
  if (headers.length === 0) return <p className="p-3 text-muted">No headers.</p>;
  return (
    <table aria-label={label} className="w-full table-fixed border-collapse text-left font-mono text-xs">
      {/* The hidden head would share the width out evenly. */}
      <colgroup>
        <col className="w-2/5" />
        <col />
        <col className="w-9" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
          <th scope="col">Copy</th>
        </tr>
      </thead>
      <tbody>
        {headers.map((header, index) => (
          <tr key={index} className="group border-b border-line align-top last:border-b-0">
            <th scope="row" className="px-3 py-1.5 font-normal break-words text-code-key">
              {header.name}
            </th>
            <td className="px-3 py-1.5 break-words">{header.value}</td>
            <td className="py-0.5">
              <span className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
                <CopyButton value={header.value} label={`Copy ${header.name}`} className="size-6" />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
