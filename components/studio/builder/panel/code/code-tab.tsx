'use client';

import { useMemo, useState } from 'react';

import { useBotKnowledge } from '@/components/studio/builder/knowledge-context';
import { CodeEditor } from '@/components/studio/editors/code-editor';
import type { CodeMarker } from '@/components/studio/editors/monaco/code-marker';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import { findSyntaxProblem } from '@/lib/engine/script/find-syntax-problem';

type Panel = 'preProcess' | 'postProcess' | 'processUserResponse';

/** Properties of `CodeTab`. */
export type CodeTabProps = { interaction: Interaction; patch: (parts: Partial<Record<Panel, string>>) => void };

/** The code panels of an interaction, with `botContext` and the bot's own names completed. Source: reference, sections 5 and 6.3. */
export function CodeTab({ interaction, patch }: CodeTabProps) {
  const panels: readonly Panel[] = ['preProcess', 'postProcess', ...('processUserResponse' in interaction ? (['processUserResponse'] as const) : [])];
  const read = (panel: Panel) => (panel === 'processUserResponse' ? ('processUserResponse' in interaction ? interaction.processUserResponse : '') : interaction[panel]);
  const [shown, setShown] = useState<Panel>(() => panels.find((panel) => read(panel).trim() !== '') ?? 'preProcess');
  return (
    <Tabs value={shown} onValueChange={(next) => setShown(panels.find((panel) => panel === next) ?? 'preProcess')} className="min-h-0 flex-1">
      <TabsList aria-label="Code panels" className="px-3">
        {panels.map((panel) => (
          <TabsTrigger key={panel} value={panel} sign={read(panel).trim() === '' ? null : <span aria-label="has code" role="img" className="size-1.5 rounded-full bg-accent" />}>
            {words[panel].label}
          </TabsTrigger>
        ))}
      </TabsList>
      {panels.map((panel) => (
        <TabsContent key={panel} value={panel} className="flex flex-col gap-2 p-3">
          <p className="text-xs text-muted">{words[panel].when[interaction.kind === 'integration' ? 'integration' : 'other']}</p>
          <ScriptEditor label={words[panel].label} value={read(panel)} onChange={(code) => patch({ [panel]: code })} />
        </TabsContent>
      ))}
    </Tabs>
  );
}

const words: Record<Panel, { label: string; when: Record<'integration' | 'other', string> }> = {
  preProcess: {
    label: 'Pre-Process',
    when: { integration: 'Runs before the call. What it sets can be used in the call.', other: 'Runs before the content is put together. What it sets shows in the message.' },
  },
  postProcess: {
    label: 'Post-Process',
    when: { integration: 'Runs after the call, before the rules. Sees the answer and its status.', other: 'Runs before the message is sent, and no longer changes it.' },
  },
  processUserResponse: {
    label: 'Process User Response',
    when: { integration: '', other: 'Runs after the answer came and the rules were tried.' },
  },
};

function ScriptEditor({ label, value, onChange }: { label: string; value: string; onChange: (code: string) => void }) {
  const { declarations } = useBotKnowledge();
  const extraLibs = useMemo(() => [{ name: 'conversation', text: declarations }], [declarations]);
  const markers = useMemo<CodeMarker[]>(() => {
    const problem = findSyntaxProblem(value);
    return problem ? [{ ...problem, message: `${problem.message}.`, severity: 'error' }] : [];
  }, [value]);
  const [marker] = markers;
  return (
    <>
      <CodeEditor language="javascript" ariaLabel={label} value={value} onChange={onChange} extraLibs={extraLibs} markers={markers} isInvalid={marker !== undefined} height="100%" className="min-h-60 flex-1" />
      <p role="status" className="min-h-4 text-xs text-bad">
        {marker ? `Line ${marker.line}: ${marker.message}` : ''}
      </p>
    </>
  );
}
