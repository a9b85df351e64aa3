import { expect, it } from 'vitest';

import { toSendFailure } from '@/components/studio/preview/chat/send-failure';
import { ApiProblem } from '@/lib/client/call-api';

const problem = (status: number, issues?: { path: string[]; message: string }[]) => new ApiProblem({ type: 'about:blank', title: 'No', status, code: 'x/y', detail: 'It did not work.', requestId: '', ...(issues && { issues }) });

it.each([
  ['what the server finds wrong with it', problem(400, [{ path: ['text'], message: 'Use at most 20,000 characters.' }]), { problem: 'Use at most 20,000 characters.', isRefused: true }],
  ['a closed conversation', problem(409), { problem: 'It did not work.', isRefused: true }],
  ['too many at once', problem(429), { problem: 'It did not work.', isRefused: false }],
  ['a server that fails', problem(500), { problem: 'It did not work.', isRefused: false }],
  ['no connection', problem(0), { problem: 'It did not work.', isRefused: false }],
  ['another fault', new Error('Oh.'), { problem: 'Oh.', isRefused: false }],
])('%s is refused for good, or may be sent again', (_, error, failure) => {
  expect(toSendFailure(error)).toEqual(failure);
});
