import { expect, test } from 'vitest';

import { groupProblemsByPart } from '@/components/studio/problems/problem-order';
import { dialogSchema } from '@/lib/engine/program/dialog.schema';
import type { DraftProblem, DraftSpot } from '@/lib/modules/draft/problem.schema';

const dialogs = Object.fromEntries(
  [dialogSchema.parse({ id: 'a', name: 'Alpha', interactionIds: ['a1', 'a2'] }), dialogSchema.parse({ id: 'b', name: 'Beta' })].map((dialog) => [dialog.id, dialog]),
);
const bot = { dialogIds: ['b', 'a'], dialogs, integrationNames: new Map([['i', 'Accounts']]) };

function problem(place: DraftSpot, severity: DraftProblem['severity'] = 'error'): DraftProblem {
  return { severity, code: 'x/y', message: JSON.stringify(place), place };
}

test('dialogs come in the order of the bot, then its other parts', () => {
  const problems = [{ field: 'settings' }, { field: 'globalFunctions' }, { integrationId: 'i' }, { intentId: 'x' }, { dialogId: 'a' }, { dialogId: 'b' }].map((place) => problem(place));
  expect(groupProblemsByPart(problems, bot).map(({ title }) => title)).toEqual(['Beta', 'Alpha', 'Intents & entities', 'Integration Accounts', 'Global functions', 'Bot']);
});

test('within a dialog the problems follow its interactions, errors before warnings', () => {
  const problems = [problem({ dialogId: 'a', interactionId: 'a2' }), problem({ dialogId: 'a', interactionId: 'a1' }, 'warning'), problem({ dialogId: 'a', interactionId: 'a1' }), problem({ dialogId: 'a' })];
  const [group] = groupProblemsByPart(problems, bot);
  expect(group?.problems.map(({ place, severity }) => `${place.interactionId ?? 'dialog'} ${severity}`)).toEqual(['dialog error', 'a1 error', 'a1 warning', 'a2 error']);
});

test('a problem of a dialog that is gone is still told', () => {
  expect(groupProblemsByPart([problem({ dialogId: 'gone' })], bot).map(({ title }) => title)).toEqual(['Unnamed dialog']);
});
