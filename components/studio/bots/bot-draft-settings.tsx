'use client';

import { BotBehaviourSettings } from '@/components/studio/bots/bot-behaviour-settings';
import type { PatchSettings } from '@/components/studio/bots/bot-settings-group';
import { BotTextSettings } from '@/components/studio/bots/bot-text-settings';
import { KnowledgeProvider } from '@/components/studio/builder/knowledge-provider';
import { DraftGate } from '@/components/studio/draft/draft-gate';
import { useDraft } from '@/components/studio/draft/draft-context';
import { Section } from '@/components/ui/section';

/** How the bot behaves in every conversation: part of the draft, saved by itself and published with it. */
export function BotDraftSettings() {
  return (
    <DraftGate>
      <KnowledgeProvider>
        <Sections />
      </KnowledgeProvider>
    </DraftGate>
  );
}

function Sections() {
  const { content, change } = useDraft();
  const patch: PatchSettings = (label, parts) => change(label, ({ settings }) => void Object.assign(settings, parts));
  return (
    <>
      <Section title="Conversations" lead="Part of the draft: saved by itself, undone with Ctrl/⌘ Z, and in force once you publish. The preview uses it at once.">
        <BotBehaviourSettings settings={content.settings} patch={patch} />
      </Section>
      <Section title="Texts of the bot" lead="Sent when no dialog has something better to say. Part of the draft too; variables may be used.">
        <BotTextSettings settings={content.settings} patch={patch} />
      </Section>
    </>
  );
}
