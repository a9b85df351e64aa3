/** What the worker is asked: one text, and the expressions to look for in it. */
export interface ExpressionQuestion {
  text: string;
  expressions: readonly string[];
}

/** What it says: that it is loaded, then once for each expression, in their order, what came of it. */
export type ExpressionAnswer = 'ready' | { expression: string; found: string | null } | { expression: string; problem: string };

// Runs apart from the page, so that an expression that never ends can be stopped. As the sandbox of conversations does it.
self.onmessage = ({ data }: MessageEvent<ExpressionQuestion>) => {
  for (const expression of data.expressions) self.postMessage(match(expression, data.text));
};
self.postMessage('ready' satisfies ExpressionAnswer);

function match(expression: string, text: string): ExpressionAnswer {
  try {
    return { expression, found: compile(expression).exec(text)?.[0] ?? null };
  } catch (error) {
    return { expression, problem: `it is no regular expression (${error instanceof Error ? error.message : 'unknown'})` };
  }
}

function compile(source: string): RegExp {
  const flags = source.startsWith('(?i)') ? 'i' : '';
  const rest = flags === '' ? source : source.slice(4);
  try {
    return new RegExp(rest, `${flags}u`);
  } catch {
    return new RegExp(rest, flags);
  }
}
