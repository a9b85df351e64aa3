import type { WebViewSettings, WebViewVariableType } from '../web-view-settings.schema';
import { buildCurl } from './curl.rules';
import { buildHtmlForm } from './html-form.rules';
import { buildJava } from './java.rules';
import { buildJavaScript } from './javascript.rules';
import { buildNode } from './node.rules';
import type { PageCode, PageCodeInput } from './page-code.schema';
import { buildPhp } from './php.rules';
import { buildPython } from './python.rules';

/** Ways to write a page, in the order in which they are offered. */
export const PAGE_LANGUAGES = ['html', 'javascript', 'node', 'python', 'curl', 'php', 'java'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

const builders: Record<PageLanguage, (input: PageCodeInput) => PageCode> = {
  html: buildHtmlForm,
  javascript: buildJavaScript,
  node: buildNode,
  python: buildPython,
  curl: buildCurl,
  php: buildPhp,
  java: buildJava,
};

/** Code that posts into a conversation of the bot; it runs as it is, once it is given the ids of the page's address. */
export function buildPageCode(language: PageLanguage, input: PageCodeInput): PageCode {
  return builders[language](input);
}

const EXAMPLE_BY_TYPE: Record<WebViewVariableType, string> = { text: 'abc', number: '12.5', boolean: 'true', date: '2026-01-31' };
const EXAMPLES_MAX = 3;

/** Variables that the bot would accept, to show how they are sent. Source of the one for bots that accept any: conversation-builder reference, section 4.1. */
export function toExampleVariables({ variables }: Pick<WebViewSettings, 'variables'>): { name: string; value: string }[] {
  if (variables === null) return [{ name: 'PaymentId', value: '7' }];
  return variables.slice(0, EXAMPLES_MAX).map(({ name, type }) => ({ name, value: EXAMPLE_BY_TYPE[type] }));
}
