'use client';

import { useEffect, useState } from 'react';

import { askExpressionWorker } from '@/components/studio/understanding/ask-expression-worker';
import type { ExpressionMatch } from '@/lib/engine/event.schema';

const QUIET_MS = 150;

/** What came of each expression on a text, once typing pauses; until then nothing. */
export function useExpressionMatches(expressions: readonly string[], text: string): Readonly<Record<string, ExpressionMatch>> {
  const [answer, setAnswer] = useState<{ question: string; matches: Record<string, ExpressionMatch> }>({ question: '', matches: {} });
  const question = JSON.stringify({ text, expressions });
  const isAsked = text.trim() !== '' && expressions.length > 0;
  useEffect(() => {
    if (!isAsked) return undefined;
    let end: (() => void) | undefined;
    const timer = setTimeout(() => {
      end = askExpressionWorker(JSON.parse(question), (matches) => setAnswer({ question, matches }));
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      end?.();
    };
  }, [question, isAsked]);
  return isAsked && answer.question === question ? answer.matches : noMatches;
}

const noMatches: Readonly<Record<string, ExpressionMatch>> = {};
