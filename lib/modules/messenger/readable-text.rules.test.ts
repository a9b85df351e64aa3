import { expect, it } from 'vitest';
import type { Message } from '@/lib/engine/messages/message.schema';
import { toReadableText } from './readable-text.rules';

const url = 'https://bank.example/card?convId=1&token=$&secret';
const page = { label: 'Enter card details', url, target: 'web-view', height: 'tall' } as const;

it.each<[string, Pick<Message, 'parts' | 'plainText'>, string]>([
  ['a page that opens in the messenger is named without its address', { parts: [{ kind: 'url-button', ...page }], plainText: `Which card?\nEnter card details: ${url}` }, 'Which card?\nEnter card details'],
  ['so is one behind a button among others', { parts: [{ kind: 'buttons', buttons: [{ kind: 'url', id: 'b', ...page }] }], plainText: `Which card?\nEnter card details: ${url}` }, 'Which card?\nEnter card details'],
  ['an address that opens anywhere else stays', { parts: [{ kind: 'url-button', ...page, target: 'new-tab' }], plainText: `Enter card details: ${url}` }, `Enter card details: ${url}`],
  ['an address in what was said stays', { parts: [{ kind: 'text', html: url }], plainText: url }, url],
])('%s', (_title, message, text) => {
  expect(toReadableText(message)).toBe(text);
});
