import type { MessengerWords } from '@/components/messenger/words/messenger-words';

/** A day for reading: today and yesterday by name, others by date, with the year unless it is this one. */
export function dayText(at: Date, now: Date, { words, language }: { words: Pick<MessengerWords, 'today' | 'yesterday'>; language: string | undefined }): string {
  const daysAgo = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (daysAgo === 0) return words.today;
  if (daysAgo === 1) return words.yesterday;
  const isThisYear = at.getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', ...(isThisYear ? null : { year: 'numeric' }) }).format(at);
}

function startOfDay(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}
