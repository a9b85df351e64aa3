import type { IntegrationDefinition, PostBody } from '@/lib/modules/integration/integration.schema';
import { listTexts, template, type TextOf } from './text-of.rules';

/** Every text of an integration's definition, in the order of the form. Rows that are off count too: switching one on must not break it. */
export function listDefinitionTexts(definition: IntegrationDefinition): TextOf[] {
  const { name, description, url, parameters, headers, postBody, transformScript, customDataFields } = definition;
  return [
    { path: ['name'], label: 'Name', kind: 'name', text: name },
    { path: ['description'], label: 'Description', kind: 'plain', text: description },
    template('url', 'URL', url),
    ...listRowTexts('parameters', parameters, 'parameter'),
    ...listRowTexts('headers', headers, 'header'),
    ...listBodyTexts(postBody).map((text) => ({ ...text, path: ['postBody', ...text.path] })),
    { path: ['transformScript'], label: 'Transform Result Script', kind: 'script', text: transformScript },
    ...listTexts('customDataFields', customDataFields, ({ key, path }) => [
      { path: ['key'], label: `Key of field ${key}`, kind: 'plain', text: key },
      { path: ['path'], label: `Path of field ${key}`, kind: 'field-path', text: path },
    ]),
  ];
}

function listRowTexts(member: string, rows: readonly { name: string; value: string; note: string }[], word: string): TextOf[] {
  return listTexts(member, rows, ({ name, value, note }) => [
    template('name', `Name of ${word} ${name}`, name),
    template('value', `Value of ${word} ${name}`, value),
    { path: ['note'], label: `Note on ${word} ${name}`, kind: 'plain', text: note },
  ]);
}

function listBodyTexts(body: PostBody): TextOf[] {
  switch (body.kind) {
    case 'none':
      return [];
    case 'json':
      return [template('text', 'Body', body.text)];
    case 'raw':
      return [template('contentType', 'Content type of the body', body.contentType), template('text', 'Body', body.text)];
    case 'form':
      return listRowTexts('rows', body.rows, 'body row');
    case 'multipart':
      return [
        ...listRowTexts('rows', body.rows, 'body row'),
        ...listTexts('rows', body.rows, ({ name, fileName, contentType }) => [template('fileName', `File name of ${name}`, fileName), template('contentType', `Content type of ${name}`, contentType)]),
      ];
  }
}
