'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';

import { DragList } from '@/components/studio/builder/drag-list';
import { listRuleTemplates } from '@/components/studio/builder/model/rule-templates';
import { RuleRow } from '@/components/studio/builder/panel/rules/rule-row';
import { useFieldProblems } from '@/components/studio/builder/panel/panel-context';
import { useBotNames } from '@/components/studio/builder/use-bot-names';
import { useDraft } from '@/components/studio/draft/draft-context';
import { Button } from '@/components/ui/button';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import type { Rule } from '@/lib/engine/program/rule.schema';

/** Properties of `RulesTab`. */
export type RulesTabProps = { interaction: Extract<Interaction, { rules: Rule[] }>; patch: (parts: { rules: Rule[] }) => void };

/** The rules in the order in which they are tried. Source: conversation-builder reference, section 7.6. */
export function RulesTab({ interaction, patch }: RulesTabProps) {
  const { rules } = interaction;
  const names = useBotNames(useDraft().content);
  const problems = useFieldProblems('rules');
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set(rules.length === 1 ? rules.map(({ id }) => id) : []));
  const setRules = (next: Rule[]) => patch({ rules: next });

  function move(from: number, to: number) {
    const rule = rules[from];
    if (rule === undefined || to < 0 || to >= rules.length) return;
    setRules(rules.toSpliced(from, 1).toSpliced(to, 0, rule));
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-rule="${CSS.escape(rule.id)}"]`)?.focus());
  }
  function add(made: Rule[], index = rules.length) {
    setRules(rules.toSpliced(index, 0, ...made));
    setOpenIds(new Set([...openIds, ...made.map(({ id }) => id)]));
  }
  function toggle(id: string) {
    const next = new Set(openIds);
    if (!next.delete(id)) next.add(id);
    setOpenIds(next);
  }

  return (
    <div className="flex flex-col gap-3 p-3">
      {problems.map(({ code, message, severity }) => (
        <p key={code} className={severity === 'error' ? 'text-xs text-bad' : 'text-xs text-warn'}>
          {message}
        </p>
      ))}
      {rules.length === 0 ? (
        <p className="text-muted">
          {interaction.kind === 'integration'
            ? 'Without a rule for failure, a failed call is answered by the bot’s default text.'
            : 'Without a rule that fits, an answer may start another dialog; else the Fallback Response is sent.'}
        </p>
      ) : null}
      <DragList ids={rules.map(({ id }) => id)} onMove={move}>
        <ol aria-label="Rules" className="flex flex-col gap-1.5">
          {rules.map((rule, index) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              place={index + 1}
              interaction={interaction}
              names={names}
              isOpen={openIds.has(rule.id)}
              onToggle={() => toggle(rule.id)}
              patch={(parts) => setRules(rules.with(index, { ...rule, ...parts }))}
              onStep={(by) => move(index, index + by)}
              onDuplicate={() => add([{ ...rule, id: crypto.randomUUID() }], index + 1)}
              onDelete={() => setRules(rules.toSpliced(index, 1))}
            />
          ))}
        </ol>
      </DragList>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button size="sm" className="self-start">
            <Plus aria-hidden />
            Add rule
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          {listRuleTemplates(interaction).map(({ label, build }) => (
            <DropdownMenuItem key={label} onSelect={() => add(build(() => crypto.randomUUID()))}>
              {label}
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
    </div>
  );
}
