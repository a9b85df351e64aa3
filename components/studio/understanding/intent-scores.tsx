'use client';

import type { UnderstandingChoice } from '@/components/studio/understanding/understanding-choice';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { IntentScore } from '@/lib/engine/nlu/intent-matcher';
import { BANDS, type ScoreBand } from '@/lib/engine/nlu/score-band';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';

/** Properties of `IntentScores`. */
export type IntentScoresProps = { scores: readonly IntentScore[]; content: BotContent; onChoose: (choice: UnderstandingChoice) => void };

/** How well an utterance fits each intent, best first; those without anything in common last. */
export function IntentScores({ scores, content, onChoose }: IntentScoresProps) {
  const others = Object.keys(content.intents).filter((id) => !scores.some(({ intentId }) => intentId === id));
  const all: readonly IntentScore[] = [...scores, ...others.map((intentId) => ({ intentId, score: 0, band: 'poor' as const }))];
  return (
    <section aria-labelledby="scores" className="flex flex-col gap-1">
      <h3 id="scores" className="text-xs font-medium text-muted">
        Intents
      </h3>
      {all.length === 0 ? <p className="text-muted">There are no intents yet.</p> : null}
      <ul aria-label="Scores" className="flex flex-col">
        {all.map(({ intentId, score, band }) => (
          <li key={intentId}>
            <button type="button" onClick={() => onChoose({ kind: 'intent', id: intentId })} className="flex h-8 w-full items-center gap-2 rounded-sm px-1 text-start hover:bg-raised focus-visible:-outline-offset-2">
              <span className="min-w-0 flex-1 truncate">{content.intents[intentId]?.name}</span>
              <span aria-hidden className="h-1.5 w-20 shrink-0 overflow-hidden rounded-full bg-raised max-sm:hidden">
                <span className={`block h-full rounded-full ${band === 'poor' ? 'bg-line-strong' : 'bg-accent'}`} style={{ width: `${score}%` }} />
              </span>
              <span className="w-9 shrink-0 text-right tabular-nums">{score}</span>
              <span className="w-24 shrink-0">
                <Badge tone={toneByBand[band]} icon={null}>
                  {BANDS.find((entry) => entry.band === band)?.label}
                </Badge>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const toneByBand: Record<ScoreBand, BadgeTone> = { 'very-good': 'good', good: 'good', 'fair-plus': 'warn', fair: 'neutral', poor: 'neutral' };
