import type { ExpressionAnswer, ExpressionQuestion } from '@/components/studio/understanding/expression-worker';
import type { ExpressionMatch } from '@/lib/engine/event.schema';

/** All expressions of one utterance together; conversations have a limit of the same kind. */
const TIME_LIMIT_MS = 500;
/** The worker has to be loaded first. */
const LOAD_LIMIT_MS = 5_000;

/**
 * Looks for expressions in a text, apart from the page. Calls `onDone` once, with an entry for each; those that took too long say so.
 * @returns how to give up
 */
export function askExpressionWorker(question: ExpressionQuestion, onDone: (matches: Record<string, ExpressionMatch>) => void): () => void {
  const worker = new Worker(new URL('./expression-worker.ts', import.meta.url), { type: 'module' });
  const matches: Record<string, ExpressionMatch> = {};
  const end = () => {
    clearTimeout(timer);
    worker.terminate();
  };
  const finish = () => {
    end();
    for (const expression of question.expressions) matches[expression] ??= { problem: `it took longer than ${TIME_LIMIT_MS / 1_000} seconds` };
    onDone(matches);
  };
  let timer = setTimeout(finish, LOAD_LIMIT_MS);
  worker.onerror = finish;
  worker.onmessage = ({ data }: MessageEvent<ExpressionAnswer>) => {
    if (data === 'ready') {
      clearTimeout(timer);
      timer = setTimeout(finish, TIME_LIMIT_MS);
      worker.postMessage(question);
      return;
    }
    matches[data.expression] = 'found' in data ? { found: data.found } : { problem: data.problem };
    if (Object.keys(matches).length === question.expressions.length) finish();
  };
  return end;
}
