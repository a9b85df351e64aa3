import type { Message } from '@/lib/engine/messages/message.schema';
import { toReadableText } from './readable-text.rules';
import { toTranscriptWords, type TranscriptWords } from './transcript-words.rules';

/** Whose times and words a transcript is written in. */
export interface TranscriptManner {
  /** Name of the time zone, such as `Europe/Zurich`; one that is not known becomes UTC. */
  timeZone: string;
  language: string;
}

/** A transcript, ready to be saved or sent. */
export interface Transcript {
  title: string;
  text: string;
  /** Made of the day on which the conversation began. */
  fileName: string;
}

type Line = Pick<Message, 'actor' | 'parts' | 'plainText' | 'createdAt'>;

/**
 * A conversation as plain text: a title, each day once, and each message with its time and who said it; further lines of a message
 * stand below its first. Messages without words are left out.
 * @param name of the bot, as consumers know it
 * @param lines in order
 */
export function toTranscript(name: string, lines: readonly Line[], manner: TranscriptManner): Transcript {
  const timeZone = isTimeZone(manner.timeZone) ? manner.timeZone : 'UTC';
  const language = isLanguage(manner.language) ? manner.language : 'en';
  const words = toTranscriptWords(language);
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone });
  const title = words.title(name);
  const written = [title, words.times(timeZone)];
  let latestDay = '';
  for (const line of lines) {
    const text = toReadableText(line).trim();
    if (text === '') continue;
    const at = new Date(line.createdAt);
    if (day.format(at) !== latestDay) written.push('', day.format(at), '');
    latestDay = day.format(at);
    const head = [time.format(at), toSpeaker(line, name, words)].filter((part) => part !== '').join('  ');
    written.push(`${head}: ${text.split(/\r?\n/).join('\n    ')}`);
  }
  const begun = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(new Date(lines[0]?.createdAt ?? 0));
  return { title, text: `${written.join('\n')}\n`, fileName: lines.length === 0 ? 'conversation.txt' : `conversation-${begun}.txt` };
}

function toSpeaker({ actor }: Line, name: string, words: TranscriptWords): string {
  switch (actor.kind) {
    case 'consumer':
      return words.you;
    case 'operator':
      return words.operator;
    case 'bot':
    case 'system':
      return name;
  }
}

function isTimeZone(timeZone: string): boolean {
  return isAccepted(() => new Intl.DateTimeFormat('en', { timeZone }));
}

function isLanguage(language: string): boolean {
  return isAccepted(() => new Intl.DateTimeFormat(language));
}

function isAccepted(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}
