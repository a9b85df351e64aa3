'use client';

import { useMemo, type Ref } from 'react';

import type { DesignerForm } from '@/components/studio/designer/draft/use-designer-form';
import { CodeEditor } from '@/components/studio/editors/code-editor';
import type { CodeEditorHandle } from '@/components/studio/editors/monaco/code-editor-props';
import type { CodeMarker } from '@/components/studio/editors/monaco/code-marker';
import { Button } from '@/components/ui/button';
import { buildBotContextTypes } from '@/lib/engine/script/bot-context-types';

/** Properties of `ScriptTab`. */
export type ScriptTabProps = {
  form: DesignerForm;
  /** TypeScript type of the last response, for completion; null when there was none. */
  responseType: string | null;
  /** Where the script failed in the last run. */
  markers: readonly CodeMarker[];
  editorRef: Ref<CodeEditorHandle>;
  onRun: () => void;
  onSave: () => void;
};

/** The transform result script, with completion for `botContext` and the last response. */
export function ScriptTab({ form, responseType, markers, editorRef, onRun, onSave }: ScriptTabProps) {
  const { responseVariable, transformScript } = form.draft;
  const extraLibs = useMemo(
    () => [{ name: 'bot-context', text: buildBotContextTypes({ responseVariable: responseVariable || 'RESPONSE', responseTypeText: responseType ?? 'any' }) }],
    [responseVariable, responseType],
  );
  const setScript = (text: string) => form.edit((now) => ({ ...now, transformScript: text }));
  return (
    <div data-field="transformScript" className="flex h-full min-h-0 flex-col gap-2 p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 flex-1 basis-60 text-xs text-muted">
          JavaScript that runs after the response arrives and before the custom data fields are taken out.{' '}
          {responseType === null ? 'Run once, and the response’s properties are completed as you type.' : 'The last response’s properties are completed as you type.'}
        </p>
        {transformScript.trim() === '' ? (
          <Button size="sm" onClick={() => setScript(buildExample(responseVariable || 'RESPONSE'))}>
            Begin with an example
          </Button>
        ) : null}
      </div>
      {form.errorAt('transformScript') ? <p className="text-xs text-bad">{form.errorAt('transformScript')}</p> : null}
      <CodeEditor
        ref={editorRef}
        language="javascript"
        ariaLabel="Transform Result Script"
        value={transformScript}
        onChange={setScript}
        extraLibs={extraLibs}
        markers={markers}
        onRun={onRun}
        onSave={onSave}
        height="100%"
        className="min-h-60 flex-1"
      />
    </div>
  );
}

/** Reads the response, changes it and writes it back. Source: conversation-builder reference, sections 1.4 and 1.5. */
function buildExample(responseVariable: string): string {
  const name = `api_${responseVariable}`;
  return `// Read the response.
var response = botContext.getBotVariable('${name}');
var result = JSON.parse(response.jsonData).${name};

// Look at it in the console of the run, and keep a value as a bot variable.
botContext.printDebugMessage(result);
botContext.setBotVariable('lastStatus', botContext.getApiStatusCode(), true, false);

// Replace the response: custom data fields then read this.
response.jsonData = JSON.stringify({ ${name}: { items: result } });
botContext.setBotVariable('${name}', response, true, false);
`;
}
