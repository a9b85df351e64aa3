import { choice, toDialog, toInteraction, whenChosen, type FreddyDialog } from './freddy-parts';

/** Greeting, main menu, and the question whether there is anything else. */
export const WELCOME_DIALOGS: FreddyDialog[] = [
  {
    id: 'welcome',
    name: 'Welcome',
    description: 'Greets and offers what Freddy can do. A menu, but one may also just say what one wants.',
    starter: { patterns: ['(hi|hello|hey|good (morning|afternoon|evening))(| there| freddy)', 'menu', '(main|show|back to) *menu', 'help'] },
    interactions: [
      { kind: 'text', id: 'welcome-greeting', name: 'Greeting', text: 'Good {$botContext.partOfDay}! I’m Freddy, the assistant of AG Bank.' },
      {
        kind: 'quick-reply',
        id: 'welcome-menu',
        name: 'Main menu',
        text: 'What can I do for you?',
        choices: [choice('card-statement', 'View account statement'), choice('statement', 'My accounts'), choice('card', 'Check a card'), choice('branches', 'Find a branch'), choice('person', 'Talk to a person')],
        fallbackResponse: 'I’m not sure what you mean. Tap one of the options, or tell me in a few words.',
        rules: [
          whenChosen('card-statement', 'View account statement', { next: toDialog('card-statement') }),
          whenChosen('statement', 'My accounts', { next: toDialog('statement') }),
          whenChosen('card', 'Check a card', { next: toDialog('card') }),
          whenChosen('branches', 'Find a branch', { next: toDialog('branches') }),
          whenChosen('person', 'Talk to a person', { next: toDialog('person') }),
        ],
      },
    ],
  },
  {
    id: 'anything-else',
    name: 'Anything else',
    description: 'Where a finished task leads.',
    interactions: [
      {
        kind: 'quick-reply',
        id: 'anything-else-question',
        name: 'Anything else?',
        text: 'Is there anything else I can do for you?',
        choices: [choice('menu', 'Yes, show the menu'), choice('done', 'No, thank you')],
        fallbackResponse: 'Tap one of the two, or tell me what you need.',
        rules: [whenChosen('menu', 'Back to the menu', { next: toInteraction('welcome-menu') }), whenChosen('done', 'Done', { next: toDialog('goodbye') })],
      },
    ],
  },
];
