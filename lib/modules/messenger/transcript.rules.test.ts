import { describe, expect, it } from 'vitest';
import type { Message } from '@/lib/engine/messages/message.schema';
import { toTranscript } from './transcript.rules';

const say = (kind: Message['actor']['kind'], plainText: string, createdAt: string) => ({ actor: { kind, id: kind }, parts: [], plainText, createdAt });
const lines = [
  say('bot', 'Hello.\nWhat can I do?', '2026-11-28T22:59:00.000Z'),
  say('consumer', 'statement.pdf', '2026-11-28T23:01:00.000Z'),
  say('system', '', '2026-11-28T23:02:00.000Z'),
  say('operator', ' I look at it. ', '2026-11-28T23:03:00.000Z'),
];
/** ICU writes narrow spaces into times, differently in each release. */
const write = (manner: { timeZone: string; language: string }) => toTranscript('AG Bank', lines, manner).text.replace(/[\u202f\u00a0]/g, ' ');

describe('a transcript', () => {
  it('tells each day once, and each message with its time and speaker', () => {
    expect(write({ timeZone: 'Europe/Zurich', language: 'de-CH' })).toBe(
      ['Ihr Gespräch mit AG Bank', 'Zeiten: Europe/Zurich', '', 'Samstag, 28. November 2026', '', '23:59  AG Bank: Hello.', '    What can I do?', '', 'Sonntag, 29. November 2026', '', '00:01  Sie: statement.pdf', '00:03  Mitarbeiter: I look at it.', ''].join('\n'),
    );
  });

  it.each([
    ['UTC', 'en', 'Saturday, November 28, 2026', '11:01 PM  You: statement.pdf'],
    ['Nowhere/Town', 'en', 'Times: UTC', '10:59 PM  AG Bank: Hello.'],
    ['Asia/Tokyo', 'xx', 'Sunday, November 29, 2026', '8:01 AM  You: statement.pdf'],
    ['UTC', 'ar', 'محادثتك مع AG Bank', 'أنت: statement.pdf'],
    ['UTC', 'constructor', 'Your conversation with AG Bank', 'You: statement.pdf'],
  ])('in %s and %s', (timeZone, language, first, second) => {
    const text = write({ timeZone, language });
    expect(text).toContain(first);
    expect(text).toContain(second);
  });

  it('names pages of the conversation without their addresses, which may carry a token', () => {
    const page = { kind: 'url-button', label: 'Enter card details', url: 'https://bank.example/card?token=t', target: 'web-view', height: 'tall' } as const;
    const line = { ...say('bot', `Which card?\nEnter card details: ${page.url}`, '2026-11-28T22:59:00.000Z'), parts: [page] };
    expect(toTranscript('AG Bank', [line], { timeZone: 'UTC', language: 'en' }).text).not.toContain('https://');
  });

  it('is called after its first day, and may be of nothing', () => {
    expect(toTranscript('AG Bank', lines, { timeZone: 'Asia/Tokyo', language: 'en' }).fileName).toBe('conversation-2026-11-29.txt');
    expect(toTranscript('AG Bank', [], { timeZone: 'UTC', language: 'en' })).toEqual({ title: 'Your conversation with AG Bank', text: 'Your conversation with AG Bank\nTimes: UTC\n', fileName: 'conversation.txt' });
  });
});
