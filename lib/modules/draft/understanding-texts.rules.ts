import type { Entity, Intent } from '@/lib/engine/program/understanding.schema';
import type { TextOf } from './text-of.rules';

/** Every text of an intent. */
export function listIntentTexts({ name, label, phrases }: Intent): TextOf[] {
  return [
    { path: ['name'], label: 'Name', kind: 'name', text: name },
    { path: ['label'], label: 'Label', kind: 'plain', text: label },
    ...phrases.map((text, index): TextOf => ({ path: ['phrases', index], label: `Phrase ${index + 1}`, kind: 'phrase', text })),
  ];
}

/** Every text of an entity. */
export function listEntityTexts({ name, definition }: Entity): TextOf[] {
  const own: TextOf = { path: ['name'], label: 'Name', kind: 'name', text: name };
  if (definition.kind === 'regular-expression') return [own, { path: ['definition', 'expression'], label: 'Regular expression', kind: 'plain', text: definition.expression }];
  return [own, ...definition.values.map((text, index): TextOf => ({ path: ['definition', 'values', index], label: `Value ${index + 1}`, kind: 'plain', text }))];
}
