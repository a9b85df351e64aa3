'use client';

import { useState, type Ref } from 'react';

import type { DesignerPartProps } from '@/components/studio/designer/designer-parts';
import { DESIGNER_TABS, isDesignerTab, TAB_LABELS, toTab, type DesignerTab } from '@/components/studio/designer/draft/designer-tab';
import type { IntegrationDraft } from '@/components/studio/designer/draft/integration-draft';
import { BodyTab } from '@/components/studio/designer/tabs/body-tab';
import { FieldsTab } from '@/components/studio/designer/tabs/fields-tab';
import { HeadersTab } from '@/components/studio/designer/tabs/headers-tab';
import { ParametersTab } from '@/components/studio/designer/tabs/parameters-tab';
import { ScriptTab } from '@/components/studio/designer/tabs/script-tab';
import { SettingsTab } from '@/components/studio/designer/tabs/settings-tab';
import type { CodeEditorHandle } from '@/components/studio/editors/monaco/code-editor-props';
import type { CodeMarker } from '@/components/studio/editors/monaco/code-marker';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import type { RunRecord } from '@/lib/modules/integration-run/run-record.schema';

/** Properties of `DesignerTabs`. */
export type DesignerTabsProps = DesignerPartProps & {
  tab: DesignerTab;
  onTabChange: (tab: DesignerTab) => void;
  /** The run that is shown beside the form; null before the first. */
  run: RunRecord | null;
  responseType: string | null;
  scriptMarkers: readonly CodeMarker[];
  scriptRef: Ref<CodeEditorHandle>;
  onRun: () => void;
  onSave: () => void;
};

/** The tabs of the form with how much is in each, and what is wrong there. */
export function DesignerTabs({ tab, onTabChange, run, responseType, scriptMarkers, scriptRef, onRun, onSave, ...part }: DesignerTabsProps) {
  const { form } = part;
  const counts = countByTab(form.draft);
  // The code editors load when first shown, and then keep their undo and scroll position.
  const [visited, setVisited] = useState<readonly DesignerTab[]>([tab]);
  if (!visited.includes(tab)) setVisited([...visited, tab]);
  return (
    <Tabs value={tab} onValueChange={(value) => isDesignerTab(value) && onTabChange(value)} className="min-h-80 flex-1">
      <TabsList aria-label="Parts of the integration" className="px-3">
        {DESIGNER_TABS.map((name) => (
          <TabsTrigger key={name} value={name} count={counts[name]} sign={<TabSign name={name} part={part} />}>
            {TAB_LABELS[name]}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value="parameters" keepMounted className={panelStyle}>
        <ParametersTab {...part} />
      </TabsContent>
      <TabsContent value="headers" keepMounted className={panelStyle}>
        <HeadersTab {...part} />
      </TabsContent>
      <TabsContent value="body" keepMounted={visited.includes('body')} className={panelStyle}>
        <BodyTab {...part} onRun={onRun} onSave={onSave} />
      </TabsContent>
      <TabsContent value="script" keepMounted={visited.includes('script')} className={panelStyle}>
        <ScriptTab form={form} responseType={responseType} markers={scriptMarkers} editorRef={scriptRef} onRun={onRun} onSave={onSave} />
      </TabsContent>
      <TabsContent value="fields" keepMounted className={panelStyle}>
        <FieldsTab form={form} run={run} />
      </TabsContent>
      <TabsContent value="settings" keepMounted className={panelStyle}>
        <SettingsTab form={form} />
      </TabsContent>
    </Tabs>
  );
}

const panelStyle = '@container overflow-y-auto';

function TabSign({ name, part }: { name: DesignerTab; part: DesignerPartProps }) {
  const issueCount = part.form.issues.filter((issue) => toTab(issue.path.join('.')) === name).length;
  const hasSecret = part.secrets.some((secret) => toTab(secret.path.join('.')) === name);
  if (issueCount > 0) {
    return (
      <span className="min-w-4 rounded-full bg-bad px-1 text-center text-xs text-surface tabular-nums">
        {issueCount}
        <span className="sr-only">{issueCount === 1 ? ' error' : ' errors'}</span>
      </span>
    );
  }
  if (!hasSecret) return null;
  return (
    <span className="size-1.5 rounded-full bg-warn" title="Holds a secret as plain text">
      <span className="sr-only">Holds a secret as plain text</span>
    </span>
  );
}

/** How much is sent or taken out; a tab that holds one thing counts 1 when there is something. */
function countByTab({ parameters, headers, postBody, transformScript, customDataFields }: IntegrationDraft): Partial<Record<DesignerTab, number>> {
  const countOn = (rows: readonly { enabled: boolean }[]) => rows.filter((row) => row.enabled).length;
  return {
    parameters: countOn(parameters),
    headers: countOn(headers),
    body: postBody.kind === 'form' ? countOn(postBody.formRows) : postBody.kind === 'multipart' ? countOn(postBody.parts) : Number(postBody.kind !== 'none'),
    script: transformScript.trim() === '' ? 0 : transformScript.trim().split('\n').length,
    fields: customDataFields.length,
  };
}
