import { choice, toDialog, toInteraction, when, whenChosen, type FreddyDialog } from './freddy-parts';

/** What happens when something goes wrong: at the bank, in understanding, or because a person is wanted. */
export const HELP_DIALOGS: FreddyDialog[] = [
  {
    id: 'trouble',
    name: 'Bank trouble',
    description: 'Where failed calls lead, each kind of failure to its own words, and from there on together.',
    interactions: [
      { kind: 'text', id: 'trouble-slow', name: 'Bank is slow', text: 'Our systems are taking longer than they should.', next: toInteraction('trouble-question') },
      { kind: 'text', id: 'trouble-busy', name: 'Bank is busy', text: 'A lot of people are asking at the moment, so our systems ask for a little patience.', next: toInteraction('trouble-question') },
      { kind: 'text', id: 'trouble-down', name: 'Bank does not answer', text: 'Our systems can’t answer that right now. I’m sorry.' },
      {
        kind: 'quick-reply',
        id: 'trouble-question',
        name: 'What next?',
        text: 'What would you like to do?',
        choices: [choice('again', 'Try again'), choice('person', 'Talk to a person'), choice('menu', 'Main menu')],
        fallbackResponse: 'Please choose one of these three.',
        rules: [
          whenChosen('again', 'Statement again', { variableConditions: [{ variable: 'failedTask', operator: 'equals', value: 'statement' }], next: toDialog('statement') }),
          { ...whenChosen('again', 'Card statement again', { variableConditions: [{ variable: 'failedTask', operator: 'equals', value: 'card-statement' }], next: toInteraction('card-statement-load') }), id: 'card-statement-again' },
          { ...whenChosen('again', 'Card again', { variableConditions: [{ variable: 'failedTask', operator: 'equals', value: 'card' }], next: toInteraction('card-check') }), id: 'card-again' },
          { ...whenChosen('again', 'Branches again', { next: toDialog('branches') }), id: 'branches-again' },
          whenChosen('person', 'A person', { next: toDialog('person') }),
          whenChosen('menu', 'Menu', { next: toInteraction('welcome-menu') }),
        ],
      },
    ],
  },
  {
    id: 'person',
    name: 'Talk to a person',
    description: 'Hands the conversation over, and says so when nobody is free.',
    starter: { patterns: ['*(person|human|agent|advisor|somebody real)*'], intentId: 'intent-person' },
    interactions: [
      {
        kind: 'agent-transfer',
        id: 'person-transfer',
        name: 'Hand over',
        message: 'One moment, I’m looking for a colleague who can help you.',
        skillId: '1001',
        rules: [when('nobody', 'Nobody is free', { condition: { kind: 'transfer-failed' }, next: toInteraction('person-nobody') })],
      },
      {
        kind: 'quick-reply',
        id: 'person-nobody',
        name: 'Nobody is free',
        text: 'I’m sorry, all my colleagues are busy. You reach us by phone, Monday to Friday from 9:00 to 17:00. What would you like to do?',
        choices: [choice('again', 'Try again'), choice('menu', 'Main menu')],
        fallbackResponse: 'Please choose one of the two.',
        rules: [whenChosen('again', 'Ask again', { next: toInteraction('person-transfer') }), whenChosen('menu', 'Menu', { next: toInteraction('welcome-menu') })],
      },
    ],
  },
  {
    id: 'escalation',
    name: 'Offer a person',
    kind: 'auto-escalation',
    description: 'Starts by itself when a question was not answered three times in a row.',
    escalationThreshold: 3,
    interactions: [
      {
        kind: 'multiple-choice',
        id: 'escalation-question',
        name: 'Offer a person?',
        text: 'I don’t seem to be of much help here. Shall I get a colleague?',
        choices: [choice('yes', 'Yes, please'), choice('no', 'No, thank you')],
        fallbackResponse: 'Yes or no?',
        rules: [
          { id: 'yes', name: 'Yes', conditions: [{ kind: 'choice', value: 'yes' }, { kind: 'pattern', patterns: ['(yes|yeah|yep|sure|ok|okay|please)*'] }], next: toInteraction('person-transfer') },
          { id: 'no', name: 'No', conditions: [{ kind: 'choice', value: 'no' }, { kind: 'pattern', patterns: ['(no|nope|not now)*'] }], next: toInteraction('welcome-menu') },
        ],
      },
    ],
  },
  {
    id: 'fallback',
    name: 'Fallback',
    kind: 'fallback',
    description: 'Answers when nothing matched and no question waits.',
    interactions: [
      { kind: 'text', id: 'fallback-text', name: 'Not understood', text: 'I didn’t get that, sorry. I can show account statements, check cards and find branches. Type “menu” to see it all.' },
    ],
  },
  {
    id: 'which-one',
    name: 'Which one?',
    kind: 'disambiguation',
    description: 'Asks when two wishes are about as likely, for example “my card”.',
    disambiguation: { text: 'I can help with more than one thing there. Which one do you mean?', intentCountMax: 3, noneLabel: 'Something else', noneReply: 'All right. Tell me in other words what you need, or type “menu”.' },
    interactions: [],
  },
];
