'use client';

import { useCallback, useMemo } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { toDefinitionInput, type IntegrationDraft } from '@/components/studio/designer/draft/integration-draft';
import { buildVariableOptions, type VariableWorld } from '@/components/studio/designer/variables/build-variable-options';
import { findUnknownVariables } from '@/components/studio/designer/variables/find-unknown-variables';
import { listReferences, listSetVariables } from '@/lib/modules/integration/known-variables.rules';
import type { UnknownSpan, VariableOption } from '@/components/studio/editors/template/variable-option';
import { useEnvironment } from '@/lib/client/use-environments';
import { useIntegrations } from '@/lib/client/use-integrations';
import type { EnvironmentView } from '@/lib/modules/environment/environment.schema';

/** What the fields of the designer know of variables. */
export type DesignerVariables = {
  options: readonly VariableOption[];
  findUnknown: (text: string) => readonly UnknownSpan[];
  /** References that the form uses, each once, as written between the braces. */
  references: readonly string[];
  /** The bot's environment; null for none, undefined while it isn't known. */
  environment: EnvironmentView | null | undefined;
};

/** The variables that can be written into this integration, and those that it uses. */
export function useVariables(integrationId: string, draft: IntegrationDraft, testValues: Readonly<Record<string, string>>): DesignerVariables {
  const bot = useCurrentBot();
  const others = useIntegrations(bot.id).data;
  const environmentAnswer = useEnvironment(bot.environmentId).data;
  const environment = bot.environmentId === null ? null : environmentAnswer;
  const { name, responseVariable, customDataFields } = draft;

  const references = useMemo(() => listReferences(toDefinitionInput(draft)), [draft]);
  // New arrays only for new content: every field of the form depends on them.
  const referenceText = references.join('\n');
  const fieldText = customDataFields.map(({ key }) => key).join('\n');
  const scriptText = useMemo(() => listSetVariables(draft.transformScript).join('\n'), [draft.transformScript]);

  const world = useMemo<VariableWorld>(() => {
    const own = { name: name || 'this integration', responseVariable, fieldKeys: toLines(fieldText) };
    return {
      environment,
      integrations: others && [...others.filter(({ id }) => id !== integrationId), own],
      seenReferences: [...toLines(referenceText), ...(others ?? []).flatMap(({ botVariables }) => botVariables)],
      setNames: toLines(scriptText),
      testValues,
    };
  }, [environment, others, integrationId, name, responseVariable, fieldText, referenceText, scriptText, testValues]);

  const options = useMemo(() => buildVariableOptions(world), [world]);
  const { integrations } = world;
  const findUnknown = useCallback((text: string) => findUnknownVariables(text, { environment, integrations }), [environment, integrations]);
  return { options, findUnknown, references: useMemo(() => toLines(referenceText), [referenceText]), environment };
}

function toLines(text: string): string[] {
  return text === '' ? [] : text.split('\n').filter((line) => line !== '');
}
