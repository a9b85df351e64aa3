'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';

import { useBuilder } from '@/components/studio/builder/builder-context';
import { builderTabs, type BuilderTab } from '@/components/studio/builder/builder-href';
import { kindLooks } from '@/components/studio/builder/model/interaction-kinds';
import { BasicsTab } from '@/components/studio/builder/panel/basics-tab';
import { CodeTab } from '@/components/studio/builder/panel/code/code-tab';
import { NextTab } from '@/components/studio/builder/panel/next-tab';
import { PanelHead } from '@/components/studio/builder/panel/panel-head';
import { RulesTab } from '@/components/studio/builder/panel/rules/rules-tab';
import { TabProblems } from '@/components/studio/builder/panel/tab-problems';
import { KindPicker } from '@/components/studio/builder/picker/kind-picker';
import { useRunActions } from '@/components/studio/builder/run/use-run-actions';
import { RenamePreview } from '@/components/studio/builder/uses/rename-preview';
import { useRename } from '@/components/studio/builder/uses/use-rename';
import { useDraft } from '@/components/studio/draft/draft-context';
import { Button } from '@/components/ui/button';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import type { Interaction } from '@/lib/engine/program/interaction.schema';

/** Properties of `InteractionSettings`. */
export type InteractionSettingsProps = { interaction: Interaction; onBack: (() => void) | null };

/** Everything about one interaction. Give it `key={interaction.id}`. */
export function InteractionSettings({ interaction, onBack }: InteractionSettingsProps) {
  const { change } = useDraft();
  const { tab, setTab } = useBuilder();
  const { setKind } = useRunActions();
  const { pending, rename, confirm, cancel } = useRename();
  const [isKindOpen, setIsKindOpen] = useState(false);
  const { label, Icon } = kindLooks[interaction.kind];
  const hasRules = 'rules' in interaction;
  const shown: BuilderTab = tab === 'rules' && !hasRules ? 'basics' : tab;

  // The fields of a kind give parts of that kind.
  const patch = (parts: object) =>
    change(`Edit ${interaction.name}`, ({ interactions }) => {
      const found = interactions[interaction.id];
      if (found) Object.assign(found, parts);
    });

  return (
    <>
      <PanelHead label="Interaction Name" name={interaction.name} onRename={(name) => rename({ kind: 'interaction', id: interaction.id }, { oldName: interaction.name, newName: name })} onBack={onBack}>
        <KindPicker open={isKindOpen} onOpenChange={setIsKindOpen} chosen={interaction.kind} onChoose={(kind) => setKind(interaction, kind)} label="Interaction Type">
          <Button size="sm" aria-label={`Interaction Type: ${label}`} className="shrink-0">
            <Icon aria-hidden />
            {label}
            <ChevronDown aria-hidden className="size-3.5 text-faint" />
          </Button>
        </KindPicker>
      </PanelHead>
      <Tabs value={shown} onValueChange={(next) => setTab(builderTabs.find((candidate) => candidate === next) ?? 'basics')} className="min-h-0 flex-1">
        <TabsList aria-label="Settings of the interaction" className="px-3">
          <TabsTrigger value="basics" sign={<TabProblems tab="basics" />}>
            Basics
          </TabsTrigger>
          {hasRules ? (
            <TabsTrigger value="rules" count={interaction.rules.length} sign={<TabProblems tab="rules" />}>
              Rules
            </TabsTrigger>
          ) : null}
          <TabsTrigger value="code" sign={<TabProblems tab="code" />}>
            Code
          </TabsTrigger>
          <TabsTrigger value="next" sign={<TabProblems tab="next" />}>
            Next action
          </TabsTrigger>
        </TabsList>
        <TabsContent value="basics" className="overflow-y-auto">
          <BasicsTab interaction={interaction} patch={patch} />
        </TabsContent>
        {hasRules ? (
          <TabsContent value="rules" className="overflow-y-auto">
            <RulesTab interaction={interaction} patch={patch} />
          </TabsContent>
        ) : null}
        <TabsContent value="code" className="flex flex-col">
          <CodeTab interaction={interaction} patch={patch} />
        </TabsContent>
        <TabsContent value="next" className="overflow-y-auto">
          <NextTab interaction={interaction} patch={patch} />
        </TabsContent>
      </Tabs>
      {pending ? <RenamePreview pending={pending} onConfirm={confirm} onCancel={cancel} /> : null}
    </>
  );
}
