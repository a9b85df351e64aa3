import type { CheckedDraft } from '../checked-draft.rules';
import type { DraftProblem, DraftSpot } from '../problem.schema';

interface Named {
  name: string;
  place: DraftSpot;
}

/** Names that are missing, and names that two things of a kind have. Source: conversation-builder reference, section 6.2. */
export function findNameProblems({ content, dialogs, placed }: CheckedDraft): DraftProblem[] {
  const { intents, entities } = content;
  return [
    ...checkNames('dialog', dialogs.map(({ id, name }) => ({ name, place: { dialogId: id, field: 'name' } }))),
    ...checkNames('interaction', placed.map(({ dialog, interaction: { id, name } }) => ({ name, place: { dialogId: dialog.id, interactionId: id, field: 'name' } }))),
    ...checkNames('intent', Object.values(intents).map(({ id, name }) => ({ name, place: { intentId: id, field: 'name' } }))),
    ...checkNames('entity', Object.values(entities).map(({ id, name }) => ({ name, place: { entityId: id, field: 'name' } }))),
  ];
}

function checkNames(what: string, things: readonly Named[]): DraftProblem[] {
  const article = /^[aeiou]/.test(what) ? 'An' : 'A';
  const countByName = new Map<string, number>();
  return things.flatMap(({ name, place }): DraftProblem[] => {
    const key = toKey(name);
    const count = (countByName.get(key) ?? 0) + 1;
    countByName.set(key, count);
    if (key === '') return [{ severity: 'error', code: `${what}/name-missing`, message: `${article} ${what} has no name. Give it one.`, place }];
    if (count !== 2) return [];
    return [{ severity: 'error', code: `${what}/name-taken`, message: `More than one ${what} is called “${name}”. Rename one, so that each can be told apart.`, place }];
  });
}

function toKey(name: string): string {
  return name.trim().toLowerCase();
}

/** Names of entities that can't be written as `@name` in a phrase. */
export function findEntityNameProblems({ content }: CheckedDraft): DraftProblem[] {
  return Object.values(content.entities)
    .filter(({ name }) => name.trim() !== '' && !/^[\p{L}\p{N}_-]+$/u.test(name))
    .map(({ id, name }) => ({ severity: 'error', code: 'entity/name-invalid', message: `The entity name “${name}” can’t be written as @name. Use letters, digits, _ and - only.`, place: { entityId: id, field: 'name' } }));
}
