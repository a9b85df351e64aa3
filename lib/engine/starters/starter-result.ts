/** What an utterance starts. `intentId` is null when a pattern did it; `intentIds` best first, at most as many as the disambiguation dialog offers. */
export type StarterResult = { kind: 'dialog'; dialogId: string; intentId: string | null } | { kind: 'ambiguous'; intentIds: string[] } | { kind: 'none' };

/** One way into a dialog that was tried. */
export interface StarterAttempt {
  dialogId: string;
  by: 'pattern' | 'exclude-keyword' | 'intent';
  matched: boolean;
  reason: string;
}
