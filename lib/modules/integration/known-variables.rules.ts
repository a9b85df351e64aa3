import { findReferences } from '@/lib/engine/variables/parse-template';
import { parseReference } from '@/lib/engine/variables/variable-reference';
import type { IntegrationDefinition, PostBody } from './integration.schema';

/** Every text of an integration in which variables are replaced and that is sent, in the order of the form. */
export function listTemplates({ url, parameters, headers, postBody }: Pick<IntegrationDefinition, 'url' | 'parameters' | 'headers' | 'postBody'>): string[] {
  const rows = [...parameters, ...headers].filter((row) => row.enabled);
  return [url, ...rows.flatMap(({ name, value }) => [name, value]), ...listBodyTemplates(postBody)];
}

/** The references that an integration uses, each once, as written between the braces. */
export function listReferences(definition: Parameters<typeof listTemplates>[0]): string[] {
  return [...new Set(listTemplates(definition).flatMap((text) => findReferences(text).map(({ name }) => name)))];
}

/** Names of the bot variables that a script sets, apart from responses: `setBotVariable("city", …)`. */
export function listSetVariables(script: string): string[] {
  const names = Array.from(script.matchAll(/setBotVariable\(\s*(["'])([^"'\\{}\s]{1,200})\1/g), ([, , name = '']) => name);
  return [...new Set(names)].filter((name) => !name.startsWith('api_'));
}

/**
 * The bot variables and slots that an integration reads or sets, each once, as written between braces: what other texts of
 * the bot may want to use too.
 */
export function listBotVariables(definition: Parameters<typeof listTemplates>[0] & Pick<IntegrationDefinition, 'transformScript'>): string[] {
  const read = listReferences(definition).filter((name) => ['bot', 'slot'].includes(parseReference(name)?.kind ?? ''));
  const set = listSetVariables(definition.transformScript).map((name) => `$botContext.${name}`);
  return [...new Set([...read, ...set])];
}

function listBodyTemplates(body: PostBody): string[] {
  switch (body.kind) {
    case 'none':
      return [];
    case 'json':
      return [body.text];
    case 'raw':
      return [body.contentType, body.text];
    case 'form':
      return body.rows.filter((row) => row.enabled).flatMap(({ name, value }) => [name, value]);
    case 'multipart':
      return body.rows.filter((row) => row.enabled).flatMap(({ name, value, fileName, contentType }) => [name, value, fileName, contentType]);
  }
}
