import { isAtLeast } from '@/lib/engine/nlu/score-band';
import type { IntentScore } from '@/lib/engine/nlu/intent-matcher';
import type { Dialog } from '@/lib/engine/program/dialog.schema';
import type { Program } from '@/lib/engine/program/program.schema';
import { quote } from '@/lib/engine/rules/verdict';
import type { StarterAttempt, StarterResult } from './starter-result';

/** A best intent that leads by less than this many points is no clear winner. */
const CLEAR_LEAD = 10;

interface Candidate {
  dialog: Dialog;
  intentId: string;
  name: string;
  score: number;
}

/**
 * Which of the dialogs an utterance starts by its intent. The best intent wins when it is at least GOOD and clearly ahead:
 * by 10 points, or as the only exact phrase. Otherwise, when the bot has an enabled disambiguation dialog, two or more
 * intents at least FAIR PLUS are ambiguous. Without one the best that is at least GOOD wins.
 * Source: conversation-builder reference, sections 7.4 and 7.5; the lead is ours.
 */
export function chooseIntent(program: Program, dialogs: readonly Dialog[], scores: readonly IntentScore[]): { result: StarterResult; attempts: StarterAttempt[] } {
  const candidates = listCandidates(program, dialogs, scores);
  const attempts = candidates.map((candidate) => toAttempt(candidate, false));
  const [best, second] = candidates;
  if (!best) return { result: { kind: 'none' }, attempts };
  const offering = program.dialogIds.map((id) => program.dialogs[id]).find((dialog) => dialog?.kind === 'disambiguation' && dialog.enabled);
  const fair = candidates.filter(({ score }) => isAtLeast(score, 'fair-plus'));
  if (offering && fair.length > 1 && !isClear(best, second)) {
    return { result: { kind: 'ambiguous', intentIds: fair.slice(0, offering.disambiguation.intentCountMax).map(({ intentId }) => intentId) }, attempts };
  }
  if (!isAtLeast(best.score, 'good')) return { result: { kind: 'none' }, attempts };
  return { result: { kind: 'dialog', dialogId: best.dialog.id, intentId: best.intentId }, attempts: [toAttempt(best, true), ...attempts.slice(1)] };
}

/** Dialogs whose intent has a score, best first; of several with the same intent the first. */
function listCandidates(program: Program, dialogs: readonly Dialog[], scores: readonly IntentScore[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { intentId, score } of scores) {
    const dialog = dialogs.find(({ starter }) => starter.intentId === intentId);
    if (dialog) candidates.push({ dialog, intentId, name: program.intents[intentId]?.name ?? intentId, score });
  }
  return candidates.sort((a, b) => b.score - a.score);
}

function isClear(best: Candidate, second: Candidate | undefined): boolean {
  if (!isAtLeast(best.score, 'good')) return false;
  return !second || best.score - second.score >= CLEAR_LEAD || (best.score === 100 && second.score < 100);
}

function toAttempt({ dialog, name, score }: Candidate, matched: boolean): StarterAttempt {
  return { dialogId: dialog.id, by: 'intent', matched, reason: `the intent ${quote(name)} scores ${score}` };
}
