import { isAtLeast } from '@/lib/engine/nlu/score-band';
import { fitsExcludeKeyword } from '@/lib/engine/patterns/exclude-keyword';
import { compilePattern, toPatternInput, type PatternInput } from '@/lib/engine/patterns/match-pattern';
import type { Dialog } from '@/lib/engine/program/dialog.schema';
import type { Program } from '@/lib/engine/program/program.schema';
import type { AnswerFacts } from '@/lib/engine/rules/answer-facts';
import { explainMisfit } from '@/lib/engine/rules/text-conditions';
import { quote } from '@/lib/engine/rules/verdict';
import { chooseIntent } from './choose-intent';
import { keepTelling } from './keep-telling';
import type { StarterAttempt, StarterResult } from './starter-result';

/** What starters can ask about; `AnswerFacts` will do. */
export type StarterFacts = Pick<AnswerFacts, 'text' | 'intents'>;

const NONE: ReadonlySet<string> = new Set();

/** An utterance in both forms that are needed. */
interface Utterance {
  text: string;
  input: PatternInput;
}

/**
 * Finds the dialog that an utterance starts: the patterns of all enabled standard dialogs in order, the first that fits wins;
 * then their intents, see `chooseIntent`. A dialog whose exclude keyword the utterance has is left out of both.
 * Attempts are in the order of trying; of many patterns that don't fit only those worth telling, see `keepTelling`.
 * Source: conversation-builder reference, sections 7.2 to 7.5.
 */
export function findStarter(program: Program, facts: StarterFacts, leftOut: ReadonlySet<string> = NONE): { result: StarterResult; attempts: StarterAttempt[] } {
  if (facts.text === null) return { result: { kind: 'none' }, attempts: [] };
  const utterance: Utterance = { text: facts.text, input: toPatternInput(facts.text) };
  const dialogs = listStartable(program).filter(({ id }) => !leftOut.has(id));
  const missed: Dialog[] = [];
  const attempts = new Map<Dialog, StarterAttempt>();
  const tell = () => keepTelling(missed, attempts, utterance.input).map((dialog) => attempts.get(dialog) ?? toMiss(dialog, utterance));
  for (const dialog of dialogs) {
    if (dialog.starter.patterns.length === 0) continue;
    const attempt = tryPatterns(dialog, utterance);
    missed.push(dialog);
    if (attempt) attempts.set(dialog, attempt);
    if (attempt?.matched) return { result: { kind: 'dialog', dialogId: dialog.id, intentId: null }, attempts: tell() };
  }
  const excluded = dialogs.flatMap((dialog) => explainExclusion(dialog, { program, facts, utterance }) ?? []);
  const open = dialogs.filter((dialog) => dialog.starter.intentId !== null && findExcluding(dialog, utterance) === undefined);
  const choice = chooseIntent(program, open, open.length === 0 ? [] : facts.intents);
  return { result: choice.result, attempts: [...tell(), ...excluded, ...choice.attempts] };
}

function listStartable(program: Program): Dialog[] {
  return program.dialogIds.flatMap((id) => {
    const dialog = program.dialogs[id];
    return dialog?.enabled && dialog.kind === 'standard' ? [dialog] : [];
  });
}

/** Null when no pattern fits. */
function tryPatterns(dialog: Dialog, { text, input }: Utterance): StarterAttempt | null {
  const fitting = dialog.starter.patterns.find((pattern) => compilePattern(pattern)?.matches(input));
  if (fitting === undefined) return null;
  const excluding = findExcluding(dialog, { text, input });
  const fits = `${quote(text)} fits the pattern ${quote(fitting)}`;
  if (excluding === undefined) return { dialogId: dialog.id, by: 'pattern', matched: true, reason: fits };
  return { dialogId: dialog.id, by: 'exclude-keyword', matched: false, reason: `${fits}, but the exclude keyword ${quote(excluding)} too` };
}

function toMiss({ id, starter }: Dialog, { text }: Utterance): StarterAttempt {
  return { dialogId: id, by: 'pattern', matched: false, reason: explainMisfit(text, starter.patterns) };
}

/** An intent that would have counted but for an exclude keyword; null when there is none. */
function explainExclusion(dialog: Dialog, { program, facts, utterance }: { program: Program; facts: StarterFacts; utterance: Utterance }): StarterAttempt | null {
  if (dialog.starter.intentId === null || dialog.starter.excludeKeywords.length === 0) return null;
  const scored = facts.intents.find(({ intentId }) => intentId === dialog.starter.intentId);
  if (!scored || !isAtLeast(scored.score, 'fair-plus')) return null;
  const excluding = findExcluding(dialog, utterance);
  if (excluding === undefined) return null;
  const name = program.intents[scored.intentId]?.name ?? scored.intentId;
  return { dialogId: dialog.id, by: 'exclude-keyword', matched: false, reason: `the intent ${quote(name)} scores ${scored.score}, but ${quote(utterance.text)} has the exclude keyword ${quote(excluding)}` };
}

function findExcluding({ starter }: Dialog, { input }: Utterance): string | undefined {
  return starter.excludeKeywords.find((keyword) => fitsExcludeKeyword(keyword, input));
}
