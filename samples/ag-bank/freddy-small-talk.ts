import type { FreddyDialog } from './freddy-parts';

/** Short answers to what people say besides. They come back to the question that was open. */
export const SMALL_TALK_DIALOGS: FreddyDialog[] = [
  smallTalk('thanks', 'Thanks', { patterns: ['(thank(|s)|thank you|thx|great|perfect)(| *)'], text: 'You’re very welcome!' }),
  smallTalk('how-are-you', 'How are you', { patterns: ['(how are you|how is it going|how do you do)*'], text: 'Very well, thank you. Numbers add up, and that always makes me happy.' }),
  smallTalk('who-are-you', 'Who are you', { patterns: ['(who|what) are you*', '*are you *(bot|robot|real|computer)*'], text: 'I’m Freddy, a bot of AG Bank. I can’t drink coffee, but I never close.' }),
  smallTalk('sorry', 'Complaint', { patterns: ['*(useless|stupid|annoying|terrible)*'], text: 'I’m sorry I let you down. If you would rather talk to one of us, just say “person”.' }),
  {
    id: 'goodbye',
    name: 'Goodbye',
    description: 'Says goodbye and closes the conversation.',
    starter: { patterns: ['(bye|goodbye|good bye|see you|that is all|that’s all)*'] },
    interactions: [{ kind: 'text', id: 'goodbye-text', name: 'Say goodbye', text: 'Thank you for talking to me. Have a good {$botContext.partOfDay}!', next: { kind: 'close-conversation' } }],
  },
];

function smallTalk(id: string, name: string, { patterns, text }: { patterns: string[]; text: string }): FreddyDialog {
  return { id, name, description: 'Small talk.', starter: { patterns }, interactions: [{ kind: 'text', id: `${id}-text`, name: `${name}: answer`, text }] };
}
