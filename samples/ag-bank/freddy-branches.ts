import { toDialog, toInteraction, troubleRules, when, type FreddyDialog } from './freddy-parts';

/** Branches, from a response that is an array with nothing around it. */
export function buildBranchDialogs(integrationId: (responseVariable: string) => string): FreddyDialog[] {
  return [
    {
      id: 'branches',
      name: 'Branches',
      description: 'Lists the branches, one line each.',
      starter: { patterns: ['*branch*', 'where are you*'], intentId: 'intent-branches' },
      interactions: [
        {
          kind: 'integration',
          id: 'branches-load',
          name: 'Load branches',
          integrationId: integrationId('branches'),
          rules: [...troubleRules('branches'), when('no-branches', 'No branch', { condition: { kind: 'no-results', fieldKey: 'name' }, next: toInteraction('trouble-down') })],
        },
        {
          kind: 'text',
          id: 'branches-list',
          name: 'List of branches',
          text: 'You are welcome at any of our branches, Monday to Friday:\n• {branches.name}',
          repeat: 'line-each',
          next: toDialog('anything-else'),
        },
      ],
    },
  ];
}
