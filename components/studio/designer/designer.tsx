'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useRef, useState } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { BotTabs } from '@/components/studio/bots/bot-tabs';
import { CredentialDialog } from '@/components/studio/credentials/credential-dialog';
import { ImportCurlDialog } from '@/components/studio/designer/curl/import-curl-dialog';
import { findDraftSecrets } from '@/components/studio/designer/curl/literal-secrets';
import { useCurl } from '@/components/studio/designer/curl/use-curl';
import { DesignerActions } from '@/components/studio/designer/designer-actions';
import { DesignerConflict } from '@/components/studio/designer/designer-conflict';
import { DesignerForm } from '@/components/studio/designer/designer-form';
import { DesignerLayout, type DesignerSide } from '@/components/studio/designer/designer-layout';
import { DESIGNER_TABS, FIRST_FIELD_BY_TAB, TAB_LABELS, toTab } from '@/components/studio/designer/draft/designer-tab';
import { useDesignerForm } from '@/components/studio/designer/draft/use-designer-form';
import { focusPlace } from '@/components/studio/designer/focus-place';
import { useRenameFollowUp } from '@/components/studio/designer/renames/use-rename-follow-up';
import type { RunMode } from '@/components/studio/designer/run-button';
import { useCredentialRequest } from '@/components/studio/designer/use-credential-request';
import { useDesignerTab } from '@/components/studio/designer/use-designer-tab';
import { useFieldMapping } from '@/components/studio/designer/use-field-mapping';
import { useRememberedTestValues } from '@/components/studio/designer/use-remembered-test-values';
import { useScriptMarkers } from '@/components/studio/designer/use-script-markers';
import { useVariables } from '@/components/studio/designer/variables/use-variables';
import type { CodeEditorHandle } from '@/components/studio/editors/monaco/code-editor-props';
import { Page } from '@/components/studio/frame/page';
import { UnsavedSign } from '@/components/studio/frame/save-actions';
import { useUnsavedGuard } from '@/components/studio/frame/unsaved-guard';
import { useCommands } from '@/components/studio/frame/use-commands';
import { DeleteIntegrationDialog } from '@/components/studio/integrations/delete-integration-dialog';
import { useDuplicateIntegrationAction } from '@/components/studio/integrations/use-duplicate-integration-action';
import { RunPanel } from '@/components/studio/run-panel/run-panel';
import { useRun } from '@/components/studio/run-panel/use-run';
import { notify } from '@/components/ui/toaster';
import type { Integration } from '@/lib/modules/integration/integration.contract';

/** Properties of `Designer`. */
export type DesignerProps = {
  integrationId: string;
  /** The integration as the server last told it; null before the first save. */
  stored: Integration | null;
  /** After the first save of a new integration. */
  onCreated?: () => void;
};

/** The integration designer: the form, and beside it what running it gives. Give it `key={integrationId}`. */
export function Designer({ integrationId, stored, onCreated }: DesignerProps) {
  const bot = useCurrentBot();
  const router = useRouter();
  const place = { botId: bot.id, integrationId };
  const formRef = useRef<HTMLDivElement>(null);
  const scriptRef = useRef<CodeEditorHandle>(null);
  const [tab, setTab] = useDesignerTab();
  const [side, setSide] = useState<DesignerSide>('form');
  const [mode, setMode] = useState<RunMode>('live');
  const [isImporting, setIsImporting] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const [isGone, setIsGone] = useState(false);

  const form = useDesignerForm({ ...place, stored, onInvalid: goTo, onSaved: handleSaved });
  const { draft, runnable } = form;
  const isSaved = form.base !== null;
  const run = useRun({ ...place, isSaved });
  const shownRun = run.result?.run ?? null;
  const variables = useVariables(integrationId, draft, form.testValues);
  const curl = useCurl(form, variables);
  const credential = useCredentialRequest(form, curl);
  const secrets = useMemo(() => findDraftSecrets(draft), [draft]);
  const scriptMarkers = useScriptMarkers(shownRun, draft.transformScript);
  const mapValue = useFieldMapping(form, (rowIndex) => goTo(`customDataFields.${rowIndex}`));
  const duplicate = useDuplicateIntegrationAction(bot.id);
  const renames = useRenameFollowUp();
  useUnsavedGuard(form.isDirty && !isGone);
  useRememberedTestValues(form.base, place, form.testValues);
  useCommands([
    { id: 'integration.run', label: 'Run integration', section: 'Integration', keys: 'mod+enter', run: () => start(mode) },
    ...DESIGNER_TABS.map((name, index) => ({
      id: `integration.tab.${name}`,
      label: `Go to ${TAB_LABELS[name]}`,
      section: 'Integration',
      keys: `alt+${index + 1}`,
      run: () => goTo(name),
    })),
  ]);

  function handleSaved(saved: Integration, isNew: boolean) {
    notify.success(isNew ? `Created ${saved.definition.name}` : `Saved ${saved.definition.name}`);
    if (isNew) onCreated?.();
    else if (form.base) renames.offer(form.base.definition, saved);
  }

  /** Shows a tab, or a field by its dotted path, and puts the focus there. */
  function goTo(path: string) {
    const named = DESIGNER_TABS.find((name) => name === path);
    const target = named ?? toTab(path);
    if (target) setTab(target);
    setSide('form');
    const [marker] = scriptMarkers;
    // Once the tab has been drawn.
    afterPaint(() => {
      if (path === 'transformScript' && marker) scriptRef.current?.focusAt(marker.line, marker.column);
      else if (formRef.current) focusPlace(formRef.current, named ? FIRST_FIELD_BY_TAB[named] : path);
    });
  }

  function start(next: RunMode) {
    if (run.isRunning) return;
    if (runnable.kind === 'invalid') return form.showIssues(runnable.issues);
    setMode(next);
    setSide('result');
    run.start({ mode: next, definition: runnable.definition, testValues: form.testValues });
  }

  return (
    <Page
      title={draft.name.trim() || (isSaved ? 'Integration' : 'New integration')}
      breadcrumbs={[
        { label: 'Bots', href: '/bots' },
        { label: bot.name, href: `/bots/${bot.id}/integrations` },
      ]}
      status={<UnsavedSign isDirty={form.isDirty} />}
      nav={<BotTabs botId={bot.id} />}
      actions={
        <DesignerActions
          integrationId={integrationId}
          isSaved={isSaved}
          isDirty={form.isDirty}
          isBusy={form.isBusy}
          onSave={() => void form.save()}
          onDiscard={form.discard}
          onDuplicate={() => void duplicate({ id: integrationId, name: form.base?.definition.name ?? draft.name })}
          onDelete={() => setIsDeleting(true)}
          onImportCurl={() => setIsImporting(true)}
          onCopyCurl={() => void curl.copy()}
        />
      }
      isFilled
    >
      <DesignerLayout
        side={side}
        onSideChange={setSide}
        form={
          <DesignerForm
            ref={formRef}
            part={{ form, variables, secrets, onMakeCredential: credential.makeOfSecret }}
            curl={curl}
            onNewCredential={credential.open}
            onCurlCredential={credential.makeOfCurl}
            runButton={{ isRunning: run.isRunning, startedAtMs: run.startedAtMs, hasSample: form.base?.hasSample ?? false, mode, onRun: start, onCancel: run.cancel }}
            tabs={{ tab, onTabChange: setTab, run: shownRun, responseType: run.responseType, scriptMarkers, scriptRef, onRun: () => start(mode), onSave: () => void form.save() }}
          />
        }
        result={
          <RunPanel
            {...place}
            run={run}
            isSaved={isSaved}
            hasSample={form.base?.hasSample ?? false}
            definition={runnable.kind === 'valid' ? runnable.definition : null}
            references={variables.references}
            testValues={form.testValues}
            onTestValuesChange={form.setTestValues}
            mappedPaths={noPaths}
            onMapValue={mapValue}
            onGoTo={goTo}
          />
        }
      />
      <CredentialDialog {...credential.dialog} />
      <ImportCurlDialog open={isImporting} onOpenChange={setIsImporting} onImport={curl.take} />
      <DesignerConflict form={form} />
      {renames.dialog}
      {isDeleting ? (
        <DeleteIntegrationDialog
          botId={bot.id}
          integration={{ id: integrationId, name: form.base?.definition.name ?? draft.name }}
          onOpenChange={setIsDeleting}
          onDeleted={() => {
            setIsGone(true);
            router.replace(`/bots/${bot.id}/integrations`);
          }}
        />
      ) : null}
    </Page>
  );
}

function afterPaint(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

const noPaths: readonly (readonly (string | number)[])[] = [];
