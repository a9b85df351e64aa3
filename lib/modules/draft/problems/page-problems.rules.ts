import { findReferences } from '@/lib/engine/variables/parse-template';
import { analyzeScript } from '../analyze-script.rules';
import type { BotText } from '../bot-text.rules';
import type { CheckedDraft } from '../checked-draft.rules';
import type { DraftProblem } from '../problem.schema';

/** Links to the page of the Web View settings where there is none: what they belong to would be left out of the conversation. */
export function findMissingPages({ texts, surroundings }: CheckedDraft): DraftProblem[] {
  if (surroundings.hasWebViewPage) return [];
  return texts.flatMap((text): DraftProblem[] => {
    const reference = findPageReference(text);
    if (reference === null) return [];
    return [
      {
        severity: 'warning',
        code: 'web-view/page-missing',
        message: `${text.owner}, ${text.label}: ${reference} leads to the page of the Web View settings, which have no address. Enter it under Web View, Settings, or give a whole address here.`,
        place: text.spot,
      },
    ];
  });
}

function findPageReference({ kind, text }: BotText): string | null {
  if (kind === 'script') return analyzeScript(text).calls.some((call) => call.method?.name === 'getWebViewUrl' && call.arguments.length === 0) ? 'getWebViewUrl()' : null;
  return kind === 'template' && findReferences(text).some(({ name }) => name === '$webViewUrl') ? '{$webViewUrl}' : null;
}
