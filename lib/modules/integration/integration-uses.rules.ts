import { findReferences } from '@/lib/engine/variables/parse-template';
import type { IntegrationDefinition, PostBody } from './integration.schema';

/**
 * Where a definition mentions another integration's fields or response, in words and in the form's order, for example
 * `URL`, `header Authorization`, `transform script`. Rows that are off count too: switching one on must not break it.
 */
export function findIntegrationUses(responseVariable: string, definition: IntegrationDefinition): string[] {
  const places = listTexts(definition)
    .filter(({ text }) => mentionsInTemplate(text, responseVariable))
    .map(({ place }) => place);
  if (mentionsInScript(definition.transformScript, responseVariable)) places.push('transform script');
  return [...new Set(places)];
}

interface PlacedText {
  place: string;
  text: string;
}

function listTexts({ url, headers, parameters, postBody, customDataFields }: IntegrationDefinition): PlacedText[] {
  return [
    { place: 'URL', text: url },
    ...headers.flatMap(({ name, value }) => toTexts(`header ${name}`, [name, value])),
    ...parameters.flatMap(({ name, value }) => toTexts(`parameter ${name}`, [name, value])),
    ...listBodyTexts(postBody),
    ...customDataFields.flatMap(({ key, path }) => toTexts(`custom data field ${key}`, [path])),
  ];
}

function listBodyTexts(body: PostBody): PlacedText[] {
  switch (body.kind) {
    case 'none':
      return [];
    case 'json':
      return toTexts('body', [body.text]);
    case 'raw':
      return toTexts('body', [body.contentType, body.text]);
    case 'form':
      return body.rows.flatMap(({ name, value }) => toTexts(`body row ${name}`, [name, value]));
    case 'multipart':
      return body.rows.flatMap(({ name, value, fileName, contentType }) => toTexts(`body row ${name}`, [name, value, fileName, contentType]));
  }
}

function toTexts(place: string, texts: readonly string[]): PlacedText[] {
  return texts.map((text) => ({ place, text }));
}

function mentionsInTemplate(text: string, responseVariable: string): boolean {
  return findReferences(text).some(({ reference }) => {
    switch (reference.kind) {
      case 'field':
      case 'field-count':
        return reference.integration === responseVariable;
      case 'response':
        return reference.root === `api_${responseVariable}`;
      case 'bot':
        return isResponseName(reference.name, responseVariable);
      default:
        return false;
    }
  });
}

/** Names are looked for, the script isn't understood: a mention in a comment counts. */
function mentionsInScript(script: string, responseVariable: string): boolean {
  const names = script.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
  // A variable's name holds no character that means something in a pattern.
  return names.some((name) => isResponseName(name, responseVariable)) || new RegExp(`["'\`]${responseVariable}\\.[^"'\`\\s]`).test(script);
}

function isResponseName(name: string, responseVariable: string): boolean {
  return name === `api_${responseVariable}` || name === `api_${responseVariable}Status`;
}
