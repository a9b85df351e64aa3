'use client';

import { useMemo, useState } from 'react';

import { checkDraft, checkForRun } from '@/components/studio/designer/draft/check-draft';
import { readKeptDraft, toDraftKey, type KeptDraft } from '@/components/studio/designer/draft/draft-memory';
import { buildNewDraft, toDefinitionInput, toDraft, type IntegrationDraft } from '@/components/studio/designer/draft/integration-draft';
import { isSameJson } from '@/components/studio/designer/draft/is-same-json';
import { toSaveRefusal } from '@/components/studio/designer/draft/save-refusal';
import { useDraftMemory } from '@/components/studio/designer/draft/use-draft-memory';
import type { ApiProblem } from '@/lib/client/call-api';
import { useCreateIntegration, useUpdateIntegration } from '@/lib/client/use-integration';
import type { FaultIssue } from '@/lib/engine/fault';
import type { Integration, TestValues } from '@/lib/modules/integration/integration.contract';

/** What `useDesignerForm` needs to know. */
export type DesignerFormOptions = {
  botId: string;
  integrationId: string;
  /** The integration as the server last told it; null before the first save. */
  stored: Integration | null;
  /** Leads to the first thing that is wrong, by its dotted path. */
  onInvalid: (path: string) => void;
  onSaved: (saved: Integration, isNew: boolean) => void;
};

/**
 * The integration form: what is being written, what is wrong with it, and saving it. Errors show with the first try to
 * save; unsaved changes survive a reload; when somebody else saved first, `conflict` holds their version until one chooses.
 */
export function useDesignerForm({ botId, integrationId, stored, onInvalid, onSaved }: DesignerFormOptions) {
  const [base, setBase] = useState(stored);
  const key = toDraftKey(botId, base && integrationId);
  const [kept] = useState(() => findKept(key, integrationId, stored));
  const [draft, setDraft] = useState(() => kept?.draft ?? toStoredDraft(stored));
  const [testValues, setTestValues] = useState<TestValues>(() => kept?.testValues ?? stored?.testValues ?? {});
  const [version, setVersion] = useState(kept?.version ?? stored?.version ?? 0);
  const [isRestored, setIsRestored] = useState(kept !== null);
  const [isTried, setIsTried] = useState(false);
  const [refusedIssues, setRefusedIssues] = useState<readonly FaultIssue[]>([]);
  const [failure, setFailure] = useState<ApiProblem | null>(null);
  const [conflict, setConflict] = useState<Integration | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const createIntegration = useCreateIntegration(botId);
  const updateIntegration = useUpdateIntegration(botId, integrationId);

  const isDirty = useMemo(() => !isSameJson(toDefinitionInput(draft), toDefinitionInput(toStoredDraft(base))), [draft, base]);
  const checked = useMemo(() => checkDraft(draft), [draft]);
  const runnable = useMemo(() => checkForRun(draft), [draft]);
  const issues = useMemo(() => [...(isTried && checked.kind === 'invalid' ? checked.issues : []), ...refusedIssues], [isTried, checked, refusedIssues]);
  const toKeep = useMemo(() => (isDirty ? { integrationId, version, draft, testValues } : null), [isDirty, integrationId, version, draft, testValues]);
  useDraftMemory(key, toKeep);

  if (stored && base && stored.version > base.version && !isDirty && !isBusy && !conflict) adopt(stored);
  else if (stored && base && stored.version === base.version && stored.hasSample !== base.hasSample) setBase(stored);

  function adopt(next: Integration | null) {
    setBase(next);
    setVersion(next?.version ?? 0);
    setDraft(toStoredDraft(next));
    setIsTried(false);
    setRefusedIssues([]);
    setFailure(null);
    setIsRestored(false);
  }

  function edit(change: (draft: IntegrationDraft) => IntegrationDraft) {
    setDraft(change);
    setRefusedIssues([]);
  }

  /** @returns whether it is saved now */
  async function save(overVersion = version): Promise<boolean> {
    if (isBusy) return false;
    setIsTried(true);
    setFailure(null);
    if (checked.kind === 'invalid') {
      onInvalid(checked.issues[0]?.path.join('.') ?? '');
      return false;
    }
    setIsBusy(true);
    try {
      const { definition } = checked;
      const saved = await (base === null
        ? createIntegration.mutateAsync({ id: integrationId, definition, testValues })
        : updateIntegration.mutateAsync({ version: overVersion, definition }));
      // What was typed meanwhile stays, as unsaved.
      setBase(saved);
      setVersion(saved.version);
      setIsTried(false);
      setIsRestored(false);
      onSaved(saved, base === null);
      return true;
    } catch (error) {
      const refusal = toSaveRefusal(error);
      setConflict(refusal.conflict);
      setRefusedIssues(refusal.issues);
      setFailure(refusal.failure);
      if (refusal.issues[0]) onInvalid(refusal.issues[0].path.join('.'));
      return false;
    } finally {
      setIsBusy(false);
    }
  }

  return {
    base,
    draft,
    edit,
    testValues,
    setTestValues,
    isDirty,
    isBusy,
    isRestored,
    dismissRestored: () => setIsRestored(false),
    /** The definition that a run uses, or what keeps it from running. */
    runnable,
    /** Shows what is wrong and leads to the first of it. */
    showIssues(found: readonly FaultIssue[]) {
      setIsTried(true);
      onInvalid(found[0]?.path.join('.') ?? '');
    },
    issues,
    /** What is wrong at a field, by its dotted path. */
    errorAt: (path: string): string | undefined => issues.find((issue) => issue.path.join('.') === path)?.message,
    /** What is wrong at a field or anywhere inside of it. */
    errorIn: (path: string): string | undefined => issues.find((issue) => `${issue.path.join('.')}.`.startsWith(`${path}.`))?.message,
    failure,
    save,
    /** Goes back to what is stored. */
    discard: () => adopt(base),
    conflict,
    closeConflict: () => setConflict(null),
    /** Saves over the other version. */
    async keepMine() {
      if (!conflict) return;
      setBase(conflict);
      setVersion(conflict.version);
      setConflict(null);
      await save(conflict.version);
    },
    /** Shows the other version; gives back how to return to one's own. */
    takeTheirs(): () => void {
      const mine = draft;
      if (conflict) adopt(conflict);
      setConflict(null);
      return () => setDraft(mine);
    },
  };
}

/** The form as the parts of the designer share it. */
export type DesignerForm = ReturnType<typeof useDesignerForm>;

function toStoredDraft(stored: Integration | null): IntegrationDraft {
  return stored ? toDraft(stored.definition) : buildNewDraft();
}

/** What the browser tab kept, unless it is of another integration or says what is stored anyway. */
function findKept(key: string, integrationId: string, stored: Integration | null): KeptDraft | null {
  const kept = readKeptDraft(key);
  if (kept?.integrationId !== integrationId) return null;
  return isSameJson(toDefinitionInput(kept.draft), toDefinitionInput(toStoredDraft(stored))) ? null : kept;
}
