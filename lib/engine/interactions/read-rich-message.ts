import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/engine/json';
import type { MessageChoice } from '@/lib/engine/messages/message.schema';

/** What is understood of a rich message: its words, and the buttons that say something for the consumer. */
export interface RichMessage {
  plainText: string;
  choices: MessageChoice[];
}

/** Parts deeper than this are not looked at. */
const DEPTH_MAX = 50;

/** Reads the rich-message format as far as it matters without showing it. Source: conversation-builder reference, section 6.6. */
export function readRichMessage(content: JsonValue): RichMessage {
  const found: { lines: string[]; choices: MessageChoice[] } = { lines: [], choices: [] };
  visit(content, found, 0);
  return { plainText: found.lines.join('\n'), choices: found.choices };
}

function visit(value: JsonValue, found: { lines: string[]; choices: MessageChoice[] }, depth: number): void {
  if (depth > DEPTH_MAX) return;
  if (Array.isArray(value)) return value.forEach((each) => visit(each, found, depth + 1));
  if (!isJsonObject(value)) return;
  const line = readLine(value);
  if (line !== '') found.lines.push(line);
  if (value.type === 'button') found.choices.push(...readChoice(value, found.choices.length));
  for (const key of ['elements', 'quickReplies', 'replies', 'body']) visit(value[key] ?? null, found, depth + 1);
}

function readLine(element: JsonObject): string {
  switch (element.type) {
    case 'text':
      return toText(element.text);
    case 'button':
      return `[${toText(element.title)}]`;
    case 'image':
      return toText(element.caption) || toText(element.tooltip) || toText(element.url);
    default:
      return toText(element.title);
  }
}

/** A button that publishes a text answers with it. */
function readChoice({ title, click }: JsonObject, index: number): MessageChoice[] {
  const actions = click !== undefined && isJsonObject(click) && Array.isArray(click.actions) ? click.actions : [];
  const publishing = actions.find((action) => isJsonObject(action) && action.type === 'publishText');
  if (publishing === undefined || !isJsonObject(publishing)) return [];
  const label = toText(title);
  return [{ id: `button-${index + 1}`, label, payload: toText(publishing.text) || label }];
}

function toText(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}
