/**
 * How long ago (or how soon) `at` is, seen from `now`, in words: "just now", "5 min ago", "in 2 h", "yesterday", "3 Mar", "3 Mar 2024".
 * Both in milliseconds since 1970. From a week on it gives the day, in the browser's time zone.
 */
export function relativeTimeText(at: number, now: number): string {
  const elapsedMs = now - at;
  const distanceMs = Math.abs(elapsedMs);
  if (distanceMs < 45_000) return 'just now';
  if (distanceMs < 59.5 * minuteMs) return phrase(`${Math.round(distanceMs / minuteMs)} min`, elapsedMs);
  if (distanceMs < 23.5 * hourMs) return phrase(`${Math.round(distanceMs / hourMs)} h`, elapsedMs);
  const dayCount = Math.round(distanceMs / dayMs);
  if (dayCount <= 1) return elapsedMs > 0 ? 'yesterday' : 'tomorrow';
  if (dayCount < 7) return phrase(`${dayCount} days`, elapsedMs);
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', ...(isThisYear ? null : { year: 'numeric' }) }).format(at);
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

function phrase(amount: string, elapsedMs: number): string {
  return elapsedMs > 0 ? `${amount} ago` : `in ${amount}`;
}
