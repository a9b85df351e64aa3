'use client';

import { freeName } from '@/components/studio/builder/model/free-name';
import { useDraft } from '@/components/studio/draft/draft-context';
import type { UnderstandingChoice } from '@/components/studio/understanding/understanding-choice';
import { notify } from '@/components/ui/toaster';
import { entitySchema, intentSchema, type Entity, type Intent } from '@/lib/engine/program/understanding.schema';
import { listUses } from '@/lib/modules/draft/list-uses.rules';

/** What can be done with intents and entities as wholes. */
export function useUnderstandingActions(choose: (choice: UnderstandingChoice | null) => void) {
  const { content, surroundings, change } = useDraft();
  const names = (kind: UnderstandingChoice['kind']) => Object.values(kind === 'intent' ? content.intents : content.entities).map(({ name }) => name);

  function insertIntent(label: string, intent: Intent) {
    change(label, ({ intents }) => void (intents[intent.id] = intent));
    choose({ kind: 'intent', id: intent.id });
  }

  function insertEntity(label: string, entity: Entity) {
    change(label, ({ entities }) => void (entities[entity.id] = entity));
    choose({ kind: 'entity', id: entity.id });
  }

  return {
    addIntent(): void {
      insertIntent('Add an intent', intentSchema.parse({ id: crypto.randomUUID(), name: freeName('New intent', names('intent')) }));
    },
    addEntity(definition: Entity['definition']): void {
      insertEntity('Add an entity', entitySchema.parse({ id: crypto.randomUUID(), name: toEntityName('entity', names('entity')), definition }));
    },
    duplicate({ kind, id }: UnderstandingChoice): void {
      const [intent, entity] = [content.intents[id], content.entities[id]];
      if (kind === 'intent' && intent) insertIntent(`Duplicate ${intent.name}`, { ...intent, id: crypto.randomUUID(), name: freeName(`${intent.name} copy`, names('intent')) });
      if (kind === 'entity' && entity) insertEntity(`Duplicate ${entity.name}`, { ...entity, id: crypto.randomUUID(), name: toEntityName(`${entity.name}-copy`, names('entity')) });
    },
    /** Deletes at once; the toast says what still names it and brings it back. */
    remove(choice: UnderstandingChoice): void {
      const thing = choice.kind === 'intent' ? content.intents[choice.id] : content.entities[choice.id];
      if (!thing) return;
      const { length } = listUses(content, surroundings?.integrations ?? [], choice);
      const revert = change(`Delete ${thing.name}`, ({ intents, entities }) => void delete (choice.kind === 'intent' ? intents : entities)[choice.id]);
      choose(null);
      const left = length === 0 ? '' : ` ${length === 1 ? 'One place still names' : `${length} places still name`} it.`;
      notify.undo(`Deleted ${choice.kind} ${thing.name}.${left}`, () => {
        revert();
        choose(choice);
      });
    },
    /** Changes one intent. What is typed in one visit to a field is one step of undo. */
    patchIntent(intent: Intent, parts: Partial<Intent>): void {
      change(`Change ${intent.name}`, ({ intents }) => {
        const found = intents[intent.id];
        if (found) Object.assign(found, parts);
      });
    },
    /** Changes one entity. */
    patchEntity(entity: Entity, definition: Entity['definition']): void {
      change(`Change ${entity.name}`, ({ entities }) => {
        const found = entities[entity.id];
        if (found) found.definition = definition;
      });
    },
    /** Lets a dialog start by an intent. */
    startDialog(dialogId: string, intent: Intent): void {
      change(`Start a dialog by ${intent.name}`, ({ dialogs }) => {
        const dialog = dialogs[dialogId];
        if (dialog) dialog.starter.intentId = intent.id;
      });
    },
  };
}

/** What can be done with intents and entities. */
export type UnderstandingActions = ReturnType<typeof useUnderstandingActions>;

/** Entity names have no blanks. */
function toEntityName(wanted: string, taken: readonly string[]): string {
  return freeName(wanted, taken.map((name) => name.replace(/-(\d+)$/, ' $1'))).replace(' ', '-');
}
