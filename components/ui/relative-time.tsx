'use client';

import { Tooltip } from '@/components/ui/tooltip';
import { relativeTimeText } from '@/components/ui/relative-time-text';
import { useNow } from '@/components/ui/use-now';

/** Properties of `RelativeTime`. */
export type RelativeTimeProps = {
  /** An instant as ISO 8601 text, or milliseconds since 1970. */
  at: string | number;
  className?: string;
};

/**
 * How long ago something was, kept current every half minute, with the exact time on hover. The server, which knows neither
 * the reader's clock nor time zone, writes the day in UTC; the browser replaces it once it has taken over.
 */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const now = useNow();
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return null;
  const iso = instant.toISOString();
  if (now === null) {
    return (
      <time dateTime={iso} className={className}>
        {iso.slice(0, 10)}
      </time>
    );
  }
  return (
    <Tooltip content={exactFormat.format(instant)}>
      <time dateTime={iso} className={className}>
        {relativeTimeText(instant.getTime(), now)}
      </time>
    </Tooltip>
  );
}

const exactFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' });
