'use client';

import { Plus, SlidersHorizontal } from 'lucide-react';
import { useState, type ReactNode } from 'react';

import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { SetVariablesDialog } from '@/components/studio/preview/state/set-variables-dialog';
import { typeOfValue, writeValue } from '@/components/studio/preview/state/typed-value';
import { scopeLabels } from '@/components/studio/preview/state/variable-editor';
import { newRow, type VariableRow, type VariableScope } from '@/components/studio/preview/state/variable-rows';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { JsonValue } from '@/lib/engine/json';
import type { ConversationDetail } from '@/lib/modules/conversation/conversation.schema';

/** What the conversation remembers now: what it waits for, its dialogs, and variables by scope. */
export function StateView() {
  const { preview } = usePreviewParts();
  const [edited, setEdited] = useState<VariableRow | null>(null);
  const { conversation } = preview;
  if (!conversation) return <EmptyState icon={SlidersHorizontal} title="No conversation yet" />;
  const { variables } = conversation;
  const edit = (scope: VariableScope) => (name: string, value: JsonValue) => setEdited(newRow([], { scope, name, type: typeOfValue(value), text: writeValue(value) }));
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-3">
      <Where conversation={conversation} />
      <Button size="sm" className="self-start" onClick={() => setEdited(newRow([]))}>
        <Plus aria-hidden />
        Set a variable
      </Button>
      {editableScopes.map(([scope, place]) => (
        <Values key={scope} title={scopeLabels[scope]} values={variables[place]} onEdit={edit(scope)} />
      ))}
      <Values title="Captured fields" values={variables.fields} />
      <Values title="Responses" values={variables.responses} />
      {edited ? <SetVariablesDialog conversationId={conversation.id} row={edited} onClose={() => setEdited(null)} /> : null}
    </div>
  );
}

const editableScopes: readonly (readonly [VariableScope, 'session' | 'permanent' | 'dialog' | 'slots' | 'webView' | 'request'])[] = [
  ['session', 'session'],
  ['slot', 'slots'],
  ['dialog', 'dialog'],
  ['permanent', 'permanent'],
  ['web-view', 'webView'],
  ['request', 'request'],
];

function Where({ conversation }: { conversation: ConversationDetail }) {
  const { draft, openInteraction } = usePreviewParts();
  const { waiting, stack, consumer } = conversation;
  const waitingId = waiting && 'interactionId' in waiting ? waiting.interactionId : null;
  const waitingDialogId = waitingId === null ? null : draft.names.dialogOf(waitingId);
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
      <Fact term="Status">{statusWords[conversation.status]}</Fact>
      <Fact term="Waits for">
        {waitingId === null || waitingDialogId === null ? (
          (waiting ? waitingWords[waiting.kind] : 'nothing; the next message starts a dialog')
        ) : (
          <button type="button" className="rounded-xs text-start text-accent hover:underline" onClick={() => openInteraction(waitingDialogId, waitingId)}>
            {draft.names.interaction(waitingId)}
          </button>
        )}
      </Fact>
      <Fact term="Dialogs">{stack.length === 0 ? 'none' : stack.map(({ dialogId }) => draft.names.dialog(dialogId)).join(' › ')}</Fact>
      <Fact term="Consumer">
        {[consumer.name, consumer.channel, consumer.language].filter(Boolean).join(', ')} <code className="text-xs break-all text-muted">{consumer.id}</code>
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function Values({ title, values, onEdit }: { title: string; values: Readonly<Record<string, JsonValue>>; onEdit?: (name: string, value: JsonValue) => void }) {
  const entries = Object.entries(values);
  if (entries.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="text-xs font-semibold">{title}</h3>
      <dl className="mt-1 divide-y divide-line rounded-md border border-line">
        {entries.map(([name, value]) => (
          <div key={name} className="flex items-start gap-2 px-2 py-1">
            <dt className="min-w-0 flex-2 font-mono text-xs break-all text-code-key">{name}</dt>
            <dd className="flex min-w-0 flex-3 items-start gap-2 font-mono text-xs">
              <div className="min-w-0 flex-1">
                <ValueText value={value} />
              </div>
              {onEdit ? (
                <Button size="sm" variant="ghost" className="-my-1 h-6 px-1.5 font-sans" aria-label={`Change ${name}`} onClick={() => onEdit(name, value)}>
                  Change
                </Button>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const LONG = 120;

/** A value; a long one is folded to its beginning. */
function ValueText({ value }: { value: JsonValue }) {
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  if (text.length <= LONG) return <span className="break-words [overflow-wrap:anywhere]">{text}</span>;
  return (
    <details>
      <summary className="truncate">{text.slice(0, LONG)}</summary>
      <pre className="max-h-80 overflow-auto whitespace-pre-wrap [overflow-wrap:anywhere]">{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>
    </details>
  );
}

const statusWords: Record<ConversationDetail['status'], string> = { open: 'Open', 'handed-over': 'Handed over to a person', closed: 'Closed' };
const waitingWords: Record<NonNullable<ConversationDetail['waiting']>['kind'], string> = { answer: 'an answer', disambiguation: 'which of several intents was meant', transfer: 'a person' };
