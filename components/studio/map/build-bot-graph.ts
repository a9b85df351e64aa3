import { buildBotNames, type BotNames } from '@/components/studio/builder/model/bot-names';
import { describeRule } from '@/components/studio/builder/model/describe-condition';
import { nextActionWords } from '@/components/studio/builder/model/describe-next';
import { summarizeInteraction } from '@/components/studio/map/summarize-interaction';
import type { BotGraph, GraphArrow, GraphDialog } from '@/components/studio/map/bot-graph';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { Dialog } from '@/lib/engine/program/dialog.schema';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import type { NextAction } from '@/lib/engine/program/next-action.schema';
import { analyzeScript } from '@/lib/modules/draft/analyze-script.rules';

/**
 * What is drawn of a bot: every dialog and interaction, and an arrow for every way the flow may take: the order of a dialog, next actions,
 * rules, and scripts that name an interaction. Arrows to what is not there are kept, as `missing`.
 */
export function buildBotGraph(content: BotContent, integrationNames: ReadonlyMap<string, string>): BotGraph {
  const names = buildBotNames(content);
  const dialogs = content.dialogIds.flatMap((id) => content.dialogs[id] ?? []);
  const places = dialogs.flatMap((dialog) => listInteractions(content, dialog).map((interaction, index, all) => ({ dialog, interaction, following: all[index + 1] ?? null })));
  const idByName = new Map(places.map(({ interaction }) => [interaction.name, interaction.id]));
  return {
    dialogs: dialogs.map((dialog) => toGraphDialog(dialog, content)),
    interactions: places.map(({ dialog, interaction }) => ({
      id: interaction.id,
      dialogId: dialog.id,
      kind: interaction.kind,
      name: interaction.name,
      line: summarizeInteraction(interaction, integrationNames),
      isEnabled: interaction.enabled,
      ends: listEnds(interaction),
    })),
    arrows: places.flatMap((place) => [...listFlowArrows(place, names), ...listScriptArrows(place.interaction, idByName)]),
  };
}

interface Place {
  interaction: Interaction;
  following: Interaction | null;
}

function listInteractions(content: BotContent, { interactionIds }: Dialog): Interaction[] {
  return interactionIds.flatMap((id) => content.interactions[id] ?? []);
}

function toGraphDialog({ id, name, kind, enabled, starter, interactionIds }: Dialog, content: BotContent): GraphDialog {
  const intent = starter.intentId === null ? null : content.intents[starter.intentId];
  const [pattern, ...others] = starter.patterns;
  const words = [...(pattern === undefined ? [] : [others.length === 0 ? `“${pattern}”` : `“${pattern}” and ${others.length} more`]), ...(intent ? [`intent ${intent.name}`] : [])];
  return { id, name, kind, isEnabled: enabled, starter: words.join(', '), interactionIds: interactionIds.filter((each) => content.interactions[each]) };
}

/** Rules in order, then what follows when none of them takes it. */
function listFlowArrows({ interaction, following }: Place, names: BotNames): GraphArrow[] {
  const rules = 'rules' in interaction ? interaction.rules : [];
  const steps = [
    ...rules.map((rule) => ({ next: rule.next, label: describeRule(rule, names), by: 'rule' as const, ruleId: rule.id })),
    { next: interaction.next, label: rules.length > 0 && interaction.next.kind !== 'next' ? 'otherwise' : '', by: interaction.next.kind === 'next' ? ('order' as const) : ('next-action' as const), ruleId: null },
  ];
  return steps.flatMap(({ next, ...rest }) => {
    const to = toTarget(next, { interaction, following }, names);
    return to ? [{ id: `${interaction.id} ${rest.ruleId ?? rest.by} ${to.id}`, fromInteractionId: interaction.id, to, ...rest }] : [];
  });
}

/** Null where no arrow leads anywhere: the dialog is over, or the place is known only when it runs. */
function toTarget(next: NextAction, { interaction, following }: Place, names: BotNames): GraphArrow['to'] | null {
  switch (next.kind) {
    case 'next':
      return following ? { kind: 'interaction', id: following.id } : null;
    case 'repeat':
      return { kind: 'interaction', id: interaction.id };
    case 'interaction':
      return { kind: names.interactions[next.interactionId]?.dialogId ? 'interaction' : 'missing', id: next.interactionId };
    case 'dialog':
      return { kind: names.dialogs[next.dialogId] ? 'dialog' : 'missing', id: next.dialogId };
    default:
      return null;
  }
}

/** Scripts lead where they call `setTriggerNextMessage` with a name. */
function listScriptArrows(interaction: Interaction, idByName: ReadonlyMap<string, string>): GraphArrow[] {
  const sources = [interaction.preProcess, interaction.postProcess, ...('processUserResponse' in interaction ? [interaction.processUserResponse] : [])];
  const targets = sources
    .filter((source) => source.includes('setTriggerNextMessage'))
    .flatMap((source) => analyzeScript(source).calls)
    .flatMap(({ method, arguments: [first] }) => (method?.name === 'setTriggerNextMessage' && first && 'value' in first && first.value !== 'platform.default' ? [first.value] : []));
  return [...new Set(targets)].map((name) => {
    const id = idByName.get(name);
    return { id: `${interaction.id} script ${name}`, fromInteractionId: interaction.id, to: id === undefined ? { kind: 'missing', id: name } : { kind: 'interaction', id }, label: 'script', by: 'script', ruleId: null };
  });
}

function listEnds(interaction: Interaction): string[] {
  const nexts = [...('rules' in interaction ? interaction.rules.map(({ next }) => next) : []), interaction.next];
  const words = nexts.flatMap(({ kind }) => (kind === 'end' || kind === 'back' || kind === 'close-dialog' || kind === 'close-conversation' ? [nextActionWords[kind]] : []));
  return [...new Set(words)];
}
