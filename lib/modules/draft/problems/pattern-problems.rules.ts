import { findPatternProblem } from '@/lib/engine/patterns/match-pattern';
import { normalizeText } from '@/lib/engine/text/normalize-text';
import type { Condition } from '@/lib/engine/program/condition.schema';
import type { CheckedDraft } from '../checked-draft.rules';
import { toRuleLabel } from '../rule-texts.rules';
import type { DraftProblem, DraftSpot } from '../problem.schema';

/** Patterns that can't be read, of dialog starters and rules. Source: conversation-builder reference, section 7.3. */
export function findBrokenPatterns({ dialogs, placed }: CheckedDraft): DraftProblem[] {
  const starters = dialogs.flatMap(({ id, name, starter }) =>
    (['patterns', 'excludeKeywords'] as const).flatMap((member) => checkPatterns(starter[member], { owner: `“${name}”`, place: { dialogId: id, field: `starter.${member}` } })),
  );
  const rules = placed.flatMap(({ dialog, interaction }) =>
    ('rules' in interaction ? interaction.rules : []).flatMap((rule, index) =>
      rule.conditions.flatMap((condition, number) =>
        listPatternLists(condition).flatMap(({ member, patterns }) =>
          checkPatterns(patterns, {
            owner: `“${interaction.name}”, ${toRuleLabel(rule, index)}`,
            place: { dialogId: dialog.id, interactionId: interaction.id, ruleId: rule.id, field: `conditions.${number}.${member}` },
          }),
        ),
      ),
    ),
  );
  return [...starters, ...rules];
}

function listPatternLists(condition: Condition) {
  if (condition.kind !== 'pattern') return [];
  return [
    { member: 'patterns', patterns: condition.patterns },
    { member: 'excludeKeywords', patterns: condition.excludeKeywords },
  ];
}

function checkPatterns(patterns: readonly string[], { owner, place }: { owner: string; place: DraftSpot }): DraftProblem[] {
  return patterns.flatMap((pattern, index): DraftProblem[] => {
    const reason = findPatternProblem(pattern);
    if (reason === null) return [];
    return [{ severity: 'error', code: 'pattern/broken', message: `${owner}: the pattern “${pattern}” can’t be read. ${reason}`, place: { ...place, field: `${place.field}.${index}` } }];
  });
}

/** A pattern or an intent that starts more than one dialog: only the first of them ever starts. */
export function findSharedStarters({ content, dialogs }: CheckedDraft): DraftProblem[] {
  const ownerByStarter = new Map<string, string>();
  return dialogs
    .filter(({ enabled, kind }) => enabled && kind !== 'fallback')
    .flatMap(({ id, name, starter }): DraftProblem[] => {
      const intent = starter.intentId === null ? undefined : content.intents[starter.intentId];
      const starters = [
        ...starter.patterns.map((pattern, index) => ({ key: `pattern ${normalizeText(pattern)}`, words: `the pattern “${pattern}”`, field: `starter.patterns.${index}` })),
        ...(intent ? [{ key: `intent ${intent.id}`, words: `the intent “${intent.name}”`, field: 'starter.intentId' }] : []),
      ];
      return starters.flatMap(({ key, words, field }): DraftProblem[] => {
        const owner = ownerByStarter.get(key);
        ownerByStarter.set(key, owner ?? name);
        if (owner === undefined || owner === name) return [];
        return [{ severity: 'warning', code: 'dialog/shared-starter', message: `“${owner}” and “${name}” both start with ${words}. Keep it in one of them.`, place: { dialogId: id, field } }];
      });
    });
}
