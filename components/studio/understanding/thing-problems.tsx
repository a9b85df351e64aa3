'use client';

import { useDraft } from '@/components/studio/draft/draft-context';
import { Callout } from '@/components/ui/callout';
import type { DraftSpot } from '@/lib/modules/draft/problem.schema';

/** What is wrong with one intent or entity. */
export function ThingProblems({ intentId, entityId }: Pick<DraftSpot, 'intentId' | 'entityId'>) {
  const { problems } = useDraft();
  const own = problems.filter(({ place }) => (intentId !== undefined ? place.intentId === intentId : place.entityId === entityId));
  return own.map(({ code, severity, message }, index) => <Callout key={`${code} ${index}`} tone={severity === 'error' ? 'bad' : 'warn'} what={message} />);
}
