'use client';

import { useDeferredValue, useMemo, useState } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { useDraft } from '@/components/studio/draft/draft-context';
import { FoundEntities } from '@/components/studio/understanding/found-entities';
import { IntentScores } from '@/components/studio/understanding/intent-scores';
import { StarterVerdict } from '@/components/studio/understanding/starter-verdict';
import { understand } from '@/components/studio/understanding/understand';
import { useExpressionMatches } from '@/components/studio/understanding/use-expression-matches';
import type { UnderstandingChoice } from '@/components/studio/understanding/understanding-choice';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { listExpressions } from '@/lib/engine/nlu/find-entities';
import { compileProgram } from '@/lib/modules/draft/compile-program.rules';

/** Says what the draft makes of an utterance, while one types it: which dialog starts and why, scores, entities. */
export function TryIt({ onChoose }: { onChoose: (choice: UnderstandingChoice) => void }) {
  const bot = useCurrentBot();
  const { content } = useDraft();
  const [text, setText] = useState('');
  const said = useDeferredValue(text).trim();
  const known = useDeferredValue(content);
  const program = useMemo(() => compileProgram(known, [], bot.id), [known, bot.id]);
  const expressions = useMemo(() => listExpressions(program), [program]);
  const matches = useExpressionMatches(expressions, said);
  const understanding = useMemo(() => (said === '' ? null : understand(program, said, matches)), [program, said, matches]);
  return (
    <section aria-labelledby="try-it" className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto bg-surface p-4">
      <div className="flex flex-col gap-2">
        <h2 id="try-it" className="text-sm font-semibold">
          Try it
        </h2>
        <Field label="Utterance" isLabelHidden>
          <Textarea rows={2} value={text} maxLength={2_000} placeholder="Type what a consumer might say" onChange={(event) => setText(event.target.value)} className="min-h-10" />
        </Field>
      </div>
      {understanding ? (
        <>
          <StarterVerdict understanding={understanding} content={known} />
          <IntentScores scores={understanding.scores} content={known} onChoose={onChoose} />
          <FoundEntities entities={understanding.entities} matches={matches} content={known} onChoose={onChoose} />
        </>
      ) : (
        <p className="text-muted">You see which dialog it starts and why, how well it fits each intent, and the entities in it. It uses the draft, nothing is sent.</p>
      )}
    </section>
  );
}
