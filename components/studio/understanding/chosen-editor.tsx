'use client';

import { Lightbulb, Plus, SearchX } from 'lucide-react';

import { useDraft } from '@/components/studio/draft/draft-context';
import { EntityEditor } from '@/components/studio/understanding/entity-editor';
import { IntentEditor } from '@/components/studio/understanding/intent-editor';
import type { UnderstandingChoice } from '@/components/studio/understanding/understanding-choice';
import type { UnderstandingActions } from '@/components/studio/understanding/use-understanding-actions';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** Properties of `ChosenEditor`. */
export type ChosenEditorProps = { choice: UnderstandingChoice | null; actions: UnderstandingActions };

/** The editor of the open intent or entity, or what to do when none is open. */
export function ChosenEditor({ choice, actions }: ChosenEditorProps) {
  const { content } = useDraft();
  const intent = choice?.kind === 'intent' ? content.intents[choice.id] : undefined;
  const entity = choice?.kind === 'entity' ? content.entities[choice.id] : undefined;
  if (intent || entity) {
    return (
      <div className="@container min-h-0 flex-1 overflow-y-auto">
        {intent ? <IntentEditor key={intent.id} intent={intent} actions={actions} /> : null}
        {entity ? <EntityEditor key={entity.id} entity={entity} actions={actions} /> : null}
      </div>
    );
  }
  if (choice) {
    return (
      <EmptyState icon={SearchX} title={`This ${choice.kind} is not here`}>
        It may have been deleted, here or in another window. Undo brings back what you deleted yourself.
      </EmptyState>
    );
  }
  const isFirst = Object.keys(content.intents).length === 0;
  return (
    <EmptyState
      icon={Lightbulb}
      title={isFirst ? 'Teach the bot what consumers want' : 'Choose an intent or entity'}
      action={
        <Button variant={isFirst ? 'primary' : 'secondary'} onClick={actions.addIntent}>
          <Plus aria-hidden />
          New intent
        </Button>
      }
    >
      An intent has a name and ten or more phrases that mean it. A dialog starts when somebody says something alike, also in other words. For fixed words, patterns in the dialog’s starter are enough.
    </EmptyState>
  );
}
