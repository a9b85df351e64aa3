import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { BotText } from './bot-text.rules';
import type { DraftIntegration } from './draft.contract';
import type { DraftSpot } from './problem.schema';
import { setAtPath } from './set-at-path.rules';

/** A stretch of a text with what is to stand there. */
export interface TextEdit {
  text: BotText;
  start: number;
  end: number;
  replacement: string;
}

/** A text that changes, for the preview. */
export interface TextChange {
  place: DraftSpot;
  owner: string;
  label: string;
  before: string;
  after: string;
}

/** A bot after many edits. */
export interface EditedBot {
  content: BotContent;
  /** Only those that change, with the version that they were read at. */
  integrations: DraftIntegration[];
  /** In the order of the bot. */
  changes: TextChange[];
}

/** Carries out edits, any number in each text, whatever their order. */
export function changeTexts(content: BotContent, integrations: readonly DraftIntegration[], edits: readonly TextEdit[]): EditedBot {
  const editsByText = new Map<BotText, TextEdit[]>();
  for (const edit of edits) editsByText.set(edit.text, [...(editsByText.get(edit.text) ?? []), edit]);
  let changed = content;
  const definitionById = new Map<string, DraftIntegration>();
  const changes: TextChange[] = [];
  for (const [text, own] of editsByText) {
    const after = splice(text.text, own);
    changes.push({ place: text.spot, owner: text.owner, label: text.label, before: text.text, after });
    const { integrationId } = text.spot;
    if (integrationId === undefined) changed = setAtPath(changed, text.path, after);
    else {
      const integration = definitionById.get(integrationId) ?? integrations.find(({ id }) => id === integrationId);
      if (integration) definitionById.set(integrationId, { ...integration, definition: setAtPath(integration.definition, text.path, after) });
    }
  }
  return { content: changed, integrations: [...definitionById.values()], changes };
}

function splice(text: string, edits: readonly TextEdit[]): string {
  const inOrder = edits.toSorted((a, b) => a.start - b.start);
  let position = 0;
  let result = '';
  for (const { start, end, replacement } of inOrder) {
    // The same stretch found twice is replaced once.
    if (start < position) continue;
    result += text.slice(position, start) + replacement;
    position = end;
  }
  return result + text.slice(position);
}
