import type { MessengerWords } from '@/components/messenger/words/messenger-words';
import { MessengerProblem } from '@/lib/client/messenger/messenger-problem';

/** Why a transcript was not sent, and what to do, in words. */
export function explainMailFailure(error: unknown, to: string, words: Pick<MessengerWords, 'failed' | 'mailNotSent' | 'mailTooMany' | 'mailNoAddress'>): string {
  switch (error instanceof MessengerProblem ? error.code : '') {
    case 'mail/not-sent':
      return words.mailNotSent(to);
    case 'messenger/too-many-mails':
      return words.mailTooMany;
    // Browsers take addresses that no mail server does, such as `ada@localhost`.
    case 'request/invalid-body':
      return words.mailNoAddress(to);
    default:
      return words.failed;
  }
}
