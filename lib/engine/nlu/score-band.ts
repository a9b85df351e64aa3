/** How sure a score is. Source: conversation-builder reference, section 7.4. */
export type ScoreBand = 'very-good' | 'good' | 'fair-plus' | 'fair' | 'poor';

/** The bands from the best down; a score belongs to the first whose `scoreMin` it reaches. */
export const BANDS: readonly { band: ScoreBand; label: string; scoreMin: number }[] = [
  { band: 'very-good', label: 'VERY GOOD', scoreMin: 75 },
  { band: 'good', label: 'GOOD', scoreMin: 60 },
  { band: 'fair-plus', label: 'FAIR PLUS', scoreMin: 45 },
  { band: 'fair', label: 'FAIR', scoreMin: 30 },
  { band: 'poor', label: 'POOR', scoreMin: 0 },
];

/** The band of a score from 0 to 100. */
export function toBand(score: number): ScoreBand {
  return BANDS.find((entry) => score >= entry.scoreMin)?.band ?? 'poor';
}

/** Whether `score` reaches `band` or a better one. */
export function isAtLeast(score: number, band: ScoreBand): boolean {
  return score >= (BANDS.find((entry) => entry.band === band)?.scoreMin ?? 0);
}
