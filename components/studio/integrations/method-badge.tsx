import { cn } from '@/components/ui/class-names';
import type { HttpMethod } from '@/lib/modules/integration/integration.schema';

/** An HTTP method as a small label; the colour only repeats what the word says. */
export function MethodBadge({ method, className }: { method: HttpMethod; className?: string }) {
  return (
    <span className={cn('inline-block rounded-sm px-1.5 font-mono text-xs leading-5 font-medium', lookByMethod[method], className)}>{method}</span>
  );
}

const lookByMethod: Record<HttpMethod, string> = {
  GET: 'bg-good-soft text-good',
  POST: 'bg-accent-soft text-accent',
  PUT: 'bg-warn-soft text-warn',
  PATCH: 'bg-warn-soft text-warn',
  DELETE: 'bg-bad-soft text-bad',
  HEAD: 'bg-raised text-muted',
  OPTIONS: 'bg-raised text-muted',
};
