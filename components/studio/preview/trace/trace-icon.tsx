import {
  ArrowRight,
  Braces,
  Brain,
  CircleStop,
  CornerDownRight,
  Flag,
  Hourglass,
  MessageSquare,
  MessageSquareText,
  MessagesSquare,
  Play,
  Plug,
  Split,
  StickyNote,
  Variable,
  type LucideIcon,
} from 'lucide-react';

import type { TraceRow, TraceSubject, TraceTone } from '@/components/studio/preview/trace/trace-row';
import { cn } from '@/components/ui/class-names';

/** The sign before a line of the trace: what it is about, in the colour of how it went. */
export function TraceIcon({ row }: { row: Pick<TraceRow, 'subject' | 'tone'> }) {
  const Icon = iconBySubject[row.subject];
  return <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', inkByTone[row.tone])} />;
}

const iconBySubject: Record<TraceSubject, LucideIcon> = {
  session: Play,
  starter: Flag,
  understanding: Brain,
  rule: Split,
  dialog: MessagesSquare,
  interaction: MessageSquareText,
  jump: CornerDownRight,
  variable: Variable,
  script: Braces,
  call: Plug,
  message: MessageSquare,
  waiting: Hourglass,
  fault: CircleStop,
  note: StickyNote,
};

const inkByTone: Record<TraceTone, string> = { good: 'text-good', bad: 'text-bad', warn: 'text-warn', plain: 'text-muted', quiet: 'text-faint' };

/** Between two values of a variable. */
export function BecomesSign() {
  return <ArrowRight aria-label="becomes" className="inline size-3 shrink-0 text-faint" />;
}
