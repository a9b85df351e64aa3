import type { ComparedPair } from '@/components/studio/run-panel/compare-headers';
import { cn } from '@/components/ui/class-names';

/** Pairs side by side; what differs is marked. */
export function ComparisonTable({ label, pairs, isCode = false }: { label: string; pairs: readonly ComparedPair[]; isCode?: boolean }) {
  if (pairs.length === 0) return <p className="p-3 text-muted">Neither run has any.</p>;
  return (
    <table aria-label={label} className="w-full table-fixed border-collapse text-left text-xs">
      <thead className="text-muted">
        <tr className="border-b border-line">
          <th scope="col" className="w-1/4 px-3 py-1.5 font-medium">
            <span className="sr-only">Name</span>
          </th>
          <th scope="col" className="px-3 py-1.5 font-medium">
            Older run
          </th>
          <th scope="col" className="px-3 py-1.5 font-medium">
            Newer run
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <tr key={pair.name} className={cn('border-b border-line align-top', pair.isEqual && 'text-muted')}>
            <th scope="row" className={cn('px-3 py-1.5 font-normal break-words', isCode && 'font-mono')}>
              {pair.name}
              {pair.isEqual ? null : <span className="sr-only"> (differs)</span>}
            </th>
            {[pair.before, pair.after].map((value, index) => (
              <td key={index} className={cn('px-3 py-1.5 break-words tabular-nums', isCode && 'font-mono', !pair.isEqual && 'bg-warn-soft')}>
                {value ?? <span className="text-faint">–</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
