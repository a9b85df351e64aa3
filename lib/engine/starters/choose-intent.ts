import { isAtLeast } from '@/lib/engine/nlu/score-band';
import type { IntentScore } from '@/lib/engine/nlu/intent-matcher';
import type { Dialog } from '@/lib/engine/program/dialog.schema';
import type { Program } from '@/lib/engine/program/program.schema';
import { quote } from '@/lib/engine/rules/verdict';
import type { StarterAttempt, StarterResult } from './starter-result';

/** A best intent that leads by less than this many points is no clear winner. */
const CLEAR_LEAD = 10;

/** So many intents are told in the trace, from the best down. */
const TOLD_COUNT_MAX = 10;

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
  const [best, second] = candidates;
  if (!best) return { result: { kind: 'none' }, attempts: [] };
  const offering = program.dialogIds.map((id) => program.dialogs[id]).find((dialog) => dialog?.kind === 'disambiguation' && dialog.enabled);
  const fair = candidates.filter(({ score }) => isAtLeast(score, 'fair-plus'));
  if (offering && fair.length > 1 && !isClear(best, second)) {
    const offered = fair.slice(0, offering.disambiguation.intentCountMax);
    return { result: { kind: 'ambiguous', intentIds: offered.map(({ intentId }) => intentId) }, attempts: explain(candidates, offered, ', too near to others to decide') };
  }
  if (!isAtLeast(best.score, 'good')) return { result: { kind: 'none' }, attempts: explain(candidates, [], '') };
  return { result: { kind: 'dialog', dialogId: best.dialog.id, intentId: best.intentId }, attempts: explain(candidates, [best], '') };
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

function explain(candidates: readonly Candidate[], chosen: readonly Candidate[], remark: string): StarterAttempt[] {
  const [best] = candidates;
  return candidates.slice(0, TOLD_COUNT_MAX).map((candidate) => {
    const scored = `the intent ${quote(candidate.name)} scores ${candidate.score}`;
    const missing = isAtLeast(candidate.score, 'good') ? `less than ${quote(best?.name ?? '')}` : 'less than the 60 of GOOD';
    const isChosen = chosen.includes(candidate);
    return { dialogId: candidate.dialog.id, by: 'intent', matched: isChosen, reason: isChosen ? scored + remark : `${scored}, ${missing}` };
  });
}
