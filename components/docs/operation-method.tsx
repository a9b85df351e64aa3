import { MethodBadge } from '@/components/studio/integrations/method-badge';
import { httpMethodSchema } from '@/lib/modules/integration/integration.schema';

/** The method of an operation, as the document writes it in small letters. */
export function OperationMethod({ method, className }: { method: string; className?: string }) {
  const parsed = httpMethodSchema.safeParse(method.toUpperCase());
  return parsed.success ? <MethodBadge method={parsed.data} className={className} /> : <code>{method.toUpperCase()}</code>;
}
