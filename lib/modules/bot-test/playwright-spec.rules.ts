import type { TurnEvent } from '@/lib/engine/event.schema';
import type { RecordedTurn } from '@/lib/modules/replay/replay.schema';
import type { BotTest } from './bot-test.schema';
import type { LooseText } from './find-varying-words.rules';

/** A test as a Playwright spec: a file of its own, in TypeScript. */
export interface PlaywrightSpec {
  /** Kebab-case, ending in `.spec.ts`. */
  fileName: string;
  text: string;
}

/**
 * Writes a test as a Playwright spec that talks to a running Parley in the browser, in the bot's preview. APIs are really called there,
 * since a browser can't replay recorded answers; and it is another time there than it was, so that words which follow the clock are
 * matched loosely. What a browser can't do (timers, results of transfers) is left out with a comment.
 * @param texts by turn and message, as `loosenTexts` gives them
 */
export function toPlaywrightSpec({ name, botId, definition }: Pick<BotTest, 'name' | 'botId' | 'definition'>, texts: readonly (readonly LooseText[])[]): PlaywrightSpec {
  const steps = definition.turns.flatMap((turn, index) => [...toSteps(turn.event), ...toExpectations(turn, texts[index] ?? [])]);
  return { fileName: `${toKebabCase(name)}.spec.ts`, text: `${HEAD}\ntest(${quote(name)}, async ({ page }) => {\n${signIn(botId)}\n\n${steps.map((line) => `  ${line}`).join('\n')}\n});\n` };
}

const HEAD = `import { expect, test } from '@playwright/test';

// Exported by Parley. Set PARLEY_URL, PARLEY_EMAIL and PARLEY_PASSWORD; the integrations of the bot are really called.
const address = process.env['PARLEY_URL'] ?? 'http://127.0.0.1:3000';

// Wide enough for the preview to stand open beside the dialogs.
test.use({ viewport: { width: 1600, height: 900 } });
`;

function signIn(botId: string): string {
  return `  await page.goto(\`\${address}/sign-in\`);
  await page.getByLabel('Email').fill(process.env['PARLEY_EMAIL'] ?? '');
  await page.getByLabel('Password', { exact: true }).fill(process.env['PARLEY_PASSWORD'] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.goto(\`\${address}/bots/${botId}/dialogs\`);
  const preview = page.getByRole('region', { name: 'Preview', exact: true });
  const chat = preview.getByRole('region', { name: 'Conversation' });
  const message = preview.getByRole('textbox', { name: 'Message' });`;
}

function toSteps(event: TurnEvent): string[] {
  switch (event.kind) {
    case 'started':
      return ['// The bot greets.'];
    case 'message-received':
      // A tapped choice is typed by its label, which the bot takes as well.
      return ['', `await message.fill(${quote(event.text)});`, "await message.press('Enter');"];
    default:
      return ['', `// Not done here, because a browser can't: ${event.kind}.`];
  }
}

function toExpectations({ said }: RecordedTurn, texts: readonly LooseText[]): string[] {
  return said.flatMap(({ visibility, plainText }, index) => {
    const line = firstLine(plainText);
    if (visibility !== 'normal' || line === '') return [];
    const loose = firstLineOf(texts[index] ?? [plainText]);
    if (loose.every((piece) => typeof piece === 'string')) return [`await expect(chat).toContainText(${quote(line)});`];
    if (loose.every((piece) => typeof piece !== 'string')) return [`// Said here, and something else at another time: ${quote(line)}`];
    return [`// Some words depend on the time: ${quote(line)}`, `await expect(chat).toContainText(${toExpression(loose)});`];
  });
}

/** What a browser shows first of a message: lists of choices for text-only channels stand as buttons there. */
function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}

function firstLineOf(text: LooseText): LooseText {
  const end = text.findIndex((piece) => typeof piece === 'string' && piece.includes('\n'));
  return end === -1 ? text : [...text.slice(0, end), ...text.slice(end, end + 1).map((piece) => (typeof piece === 'string' ? (piece.split('\n')[0] ?? '') : piece))];
}

/** A regular expression literal. A word that differs takes the blank after it along. */
function toExpression(text: LooseText): string {
  const source = text.map((piece) => (typeof piece === 'string' ? escapeExpression(piece) : piece.differs === 'word' ? '\\S+\\s*' : '.*')).join('');
  return `/${source.trim()}/`;
}

function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function quote(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

function toKebabCase(name: string): string {
  const kebab = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return kebab === '' ? 'conversation' : kebab.slice(0, 80);
}
