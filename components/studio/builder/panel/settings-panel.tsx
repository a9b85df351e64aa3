'use client';

import { useMemo, type KeyboardEvent } from 'react';

import { useBuilder } from '@/components/studio/builder/builder-context';
import { useBotKnowledge } from '@/components/studio/builder/knowledge-context';
import { DialogSettings } from '@/components/studio/builder/panel/dialog/dialog-settings';
import { InteractionSettings } from '@/components/studio/builder/panel/interaction-settings';
import { ManySettings } from '@/components/studio/builder/panel/many-settings';
import { PanelContext, type PanelFacts } from '@/components/studio/builder/panel/panel-context';
import { useDraft } from '@/components/studio/draft/draft-context';

/** Properties of `SettingsPanel`. */
export type SettingsPanelProps = {
  /** Leads back to the cards, where both don't fit side by side. */
  onBack: (() => void) | null;
};

/** The settings of what is selected: an interaction, several, or the dialog itself. Escape leads back to the card. */
export function SettingsPanel({ onBack }: SettingsPanelProps) {
  const { dialog, selection, focusCard } = useBuilder();
  const { content, problems } = useDraft();
  const { variables, findUnknown } = useBotKnowledge();
  const { activeId } = selection;
  const facts = useMemo<PanelFacts>(
    () => ({
      problems: problems.filter(({ place }) => (activeId === null ? place.dialogId === dialog.id && place.interactionId === undefined : place.interactionId === activeId)),
      variables,
      findUnknown,
    }),
    [problems, activeId, dialog.id, variables, findUnknown],
  );
  const interaction = activeId === null ? undefined : content.interactions[activeId];

  function leave(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented || (event.target instanceof Element && event.target.closest('.monaco-editor, [role="dialog"]'))) return;
    event.preventDefault();
    if (onBack) onBack();
    focusCard(activeId);
  }

  return (
    <PanelContext value={facts}>
      <section id="interaction-settings" aria-label="Settings" onKeyDown={leave} className="@container flex min-h-0 flex-1 flex-col bg-surface">
        {selection.ids.length > 1 ? (
          <ManySettings onBack={onBack} />
        ) : interaction ? (
          <InteractionSettings key={interaction.id} interaction={interaction} onBack={onBack} />
        ) : (
          <DialogSettings key={dialog.id} dialog={dialog} onBack={onBack} />
        )}
      </section>
    </PanelContext>
  );
}
