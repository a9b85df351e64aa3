import type { AnswerFacts } from '@/lib/engine/rules/answer-facts';
import { explainMisfit } from '@/lib/engine/rules/text-conditions';
import { quote } from '@/lib/engine/rules/verdict';
import { fitsExcludeKeyword } from '@/lib/engine/patterns/exclude-keyword';
import { compilePattern, toPatternInput, type PatternInput } from '@/lib/engine/patterns/match-pattern';
import type { Dialog } from '@/lib/engine/program/dialog.schema';
import type { Program } from '@/lib/engine/program/program.schema';
import { chooseIntent } from './choose-intent';
import type { StarterAttempt, StarterResult } from './starter-result';

/** What starters can ask about; `AnswerFacts` will do. */
export type StarterFacts = Pick<AnswerFacts, 'text' | 'intents'>;

/**
 * Finds the dialog that an utterance starts: the patterns of all enabled standard dialogs in order, the first that fits wins;
 * then their intents, see `chooseIntent`. A dialog whose exclude keyword the utterance has is left out of both.
 * Source: conversation-builder reference, sections 7.2 to 7.5.
 */
export function findStarter(program: Program, facts: StarterFacts): { result: StarterResult; attempts: StarterAttempt[] } {
  const attempts: StarterAttempt[] = [];
  if (facts.text === null) return { result: { kind: 'none' }, attempts };
  const input = toPatternInput(facts.text);
  const dialogs = listStartable(program);
  for (const dialog of dialogs) {
    const attempt = tryPatterns(dialog, facts.text, input);
    if (attempt) attempts.push(attempt);
    if (attempt?.matched) return { result: { kind: 'dialog', dialogId: dialog.id, intentId: null }, attempts };
  }
  const choice = chooseIntent(program, dialogs.filter((dialog) => dialog.starter.intentId !== null && findExcluding(dialog, input) === null), facts.intents);
  return { result: choice.result, attempts: [...attempts, ...choice.attempts] };
}

function listStartable(program: Program): Dialog[] {
  return program.dialogIds.flatMap((id) => {
    const dialog = program.dialogs[id];
    return dialog?.enabled && dialog.kind === 'standard' ? [dialog] : [];
  });
}

/** Null when the dialog has no patterns and no exclude keyword applies. */
function tryPatterns({ id, starter }: Dialog, text: string, input: PatternInput): StarterAttempt | null {
  const fitting = starter.patterns.find((pattern) => compilePattern(pattern)?.matches(input));
  if (fitting === undefined) return starter.patterns.length === 0 ? null : { dialogId: id, by: 'pattern', matched: false, reason: explainMisfit(text, starter.patterns) };
  const excluding = starter.excludeKeywords.find((keyword) => fitsExcludeKeyword(keyword, input));
  if (excluding === undefined) return { dialogId: id, by: 'pattern', matched: true, reason: `${quote(text)} fits the pattern ${quote(fitting)}` };
  return { dialogId: id, by: 'exclude-keyword', matched: false, reason: `${quote(text)} fits the pattern ${quote(fitting)}, but the exclude keyword ${quote(excluding)} too` };
}

function findExcluding({ starter }: Dialog, input: PatternInput): string | null {
  return starter.excludeKeywords.find((keyword) => fitsExcludeKeyword(keyword, input)) ?? null;
}
