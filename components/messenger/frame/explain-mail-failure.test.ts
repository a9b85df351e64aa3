import { expect, it } from 'vitest';

import { explainMailFailure } from '@/components/messenger/frame/explain-mail-failure';
import { words } from '@/components/messenger/words/en';
import { MessengerProblem } from '@/lib/client/messenger/messenger-problem';

it.each([
  [502, 'mail/not-sent', 'No mail could be sent to ada@example.com. Check the address, or download the transcript.'],
  [429, 'messenger/too-many-mails', 'Too many mails were sent lately. Try again in an hour, or download the transcript.'],
  [400, 'request/invalid-body', '“ada@example.com” is not a mail address. Write one such as ada@example.com.'],
  [0, 'client/unreachable', 'That did not work. Check your connection, then try again.'],
])('a transcript that was not sent (%s, %s) says why and what to do', (status, code, text) => {
  expect(explainMailFailure(new MessengerProblem(status, code, ''), 'ada@example.com', words)).toBe(text);
});
