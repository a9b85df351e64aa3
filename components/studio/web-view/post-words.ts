import type { BadgeTone } from '@/components/ui/badge';
import type { MessageFate, PostAnswer, WebViewPost } from '@/lib/modules/web-view/web-view-post.schema';

type Outcome = WebViewPost['outcome'];

/** Outcomes in the order in which they are offered. */
export const outcomeWords: Record<Outcome, { label: string; tone: BadgeTone; about: string }> = {
  applied: { label: 'Applied', tone: 'good', about: 'The bot has it.' },
  repeated: { label: 'Repeated', tone: 'neutral', about: 'It had come before, so it had no second effect.' },
  queued: { label: 'Queued', tone: 'warn', about: 'The bot is busy with something else; the post follows by itself.' },
  refused: { label: 'Refused', tone: 'bad', about: 'It changed nothing.' },
};

/** What became of a post's message, in a sentence. */
export function describeFate(fate: MessageFate): string {
  switch (fate) {
    case 'delivered':
      return 'The message was said for the consumer.';
    case 'none':
      return 'There was no message.';
    case 'ignored-too-old':
      return 'The message was left out: the consumer’s latest message is too long ago.';
    case 'queued':
      return 'It follows as soon as the bot is free.';
  }
}

/** What the endpoint answered, in words. Without a turn the post waits, whatever it says of its message. */
export function describeAnswer({ turn, variables, message }: PostAnswer): { what: string; why: string } {
  const subject = variables.length === 1 ? (variables[0] ?? '') : `${variables.length} variables`;
  if (turn === null) {
    const parts = [...(variables.length === 0 ? [] : [subject]), ...(message === 'none' ? [] : ['the message'])];
    const sentence = `${parts.length === 0 ? 'it' : parts.join(' and ')} ${parts.length > 1 || variables.length > 1 ? 'follow' : 'follows'} as soon as the bot is free.`;
    return { what: 'The post is queued', why: variables.length === 1 ? sentence : sentence.charAt(0).toUpperCase() + sentence.slice(1) };
  }
  return { what: 'The bot has it', why: `${variables.length === 0 ? 'No variable was' : variables.length === 1 ? `${subject} was` : `${subject} were`} set. ${describeFate(message)}` };
}

/** What to do about a refusal, by its code; undefined where the reason says it already. */
export function findRemedy(code: string): string | undefined {
  return remedies[code];
}

const remedies: Record<string, string> = {
  'web-view/wrong-hash': 'Compare what the page sends with the hash calculator.',
  'web-view/credential-missing': 'The code under “Connect a page” sends the header.',
  'web-view/signed-link-required': 'Take the code for the signed token, or accept the hash in the settings.',
  'web-view/token-expired': 'Let links live longer in the settings if consumers need more time.',
  'web-view/token-used': 'A page that posts several times needs links that aren’t for single use: see the settings.',
  'web-view/variable-not-allowed': 'Add the variable to the list in the settings, then apply the post again.',
  'web-view/origin-not-allowed': 'Add the page’s origin in the settings.',
  'web-view/too-many-posts': 'Raise the limit in the settings if this is what you expect.',
  'conversation/closed': 'The conversation has ended; the consumer must begin another one.',
  'conversation/no-release': 'Publish the bot, then apply the post again.',
};
