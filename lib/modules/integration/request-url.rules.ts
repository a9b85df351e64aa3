import { percentEncode } from '@/lib/engine/variables/url-writer';
import type { IntegrationDefinition, KeyValueRow } from './integration.schema';
import { fill, type RequestBuild } from './request-part.rules';

/**
 * The address to call: the URL's variables replaced, enabled parameters appended to its query in order, normalised as
 * every URL parser does, and without the fragment, which is never sent. Empty when there is a problem.
 */
export function buildUrl(build: RequestBuild, definition: IntegrationDefinition): string {
  const template = definition.url.trim();
  const filled = fill(build, template, { field: 'url', context: 'url' });
  const problem = findTemplateProblem(template) ?? findAddressProblem(filled, build);
  if (problem) build.problems.push({ field: 'url', reason: problem });
  const parameters = definition.parameters.flatMap((row, index) => toParameter(build, row, `parameters.${index}`));
  return problem ? '' : new URL(appendParameters(filled, parameters)).href;
}

function toParameter(build: RequestBuild, row: KeyValueRow, field: string): string[] {
  if (!row.enabled || (row.name === '' && row.value === '')) return [];
  if (row.name === '') {
    build.problems.push({ field: `${field}.name`, reason: 'This parameter has a value but no name. Enter a name, or switch the row off.' });
    return [];
  }
  const name = fill(build, row.name, { field: `${field}.name`, context: 'text' });
  const value = fill(build, row.value, { field: `${field}.value`, context: 'text' });
  return [`${percentEncode(name)}=${percentEncode(value)}`];
}

/** Works on the text: `URLSearchParams` would rewrite the parameters that the designer wrote into the URL. */
function appendParameters(url: string, parameters: readonly string[]): string {
  const [base = ''] = url.split('#', 1);
  if (parameters.length === 0) return base;
  const joint = !base.includes('?') ? '?' : /[?&]$/.test(base) ? '' : '&';
  return base + joint + parameters.join('&');
}

function findTemplateProblem(template: string): string | null {
  // URL parsers drop tabs and line breaks silently: what is sent would not be what is shown.
  return /[\u0000-\u001f\u007f]/.test(template) ? 'The URL holds a line break or another control character. Take it out.' : null;
}

function findAddressProblem(text: string, build: RequestBuild): string | null {
  if (!URL.canParse(text)) return `“${shorten(text)}” is not a complete address${nameUnset(build)}. Begin with http:// or https:// and a host.`;
  const { protocol, username, password } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return `Addresses beginning with ${protocol} can’t be called. Use http:// or https://.`;
  if (username !== '' || password !== '') return 'The URL holds a user name or password before the @. Take it out and choose a credential instead.';
  return null;
}

function nameUnset({ used }: RequestBuild): string {
  const unset = used.filter(({ isSet }) => !isSet).map(({ reference }) => `{${reference}}`);
  return unset.length === 0 ? '' : ` because ${[...new Set(unset)].join(', ')} ${unset.length === 1 ? 'is' : 'are'} not set`;
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
