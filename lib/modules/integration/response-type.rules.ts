import type { ResponseShape, ShapeField } from './response-shape.rules';

/**
 * A response's shape as a TypeScript type, for completion in scripts: `{ items: { title: string | null; tags?: string[] }[] }`.
 * Valid for every key; what is not known is `any`, so that a script is never marked wrong for it. Past 30,000
 * characters the rest is `any` too.
 */
export function toTypeText(shape: ResponseShape): string {
  return write(shape, { lengthLeft: LENGTH_MAX });
}

const LENGTH_MAX = 30_000;

interface Writing {
  lengthLeft: number;
}

function write(shape: ResponseShape, writing: Writing): string {
  const types = shape.types.map((type) => {
    if (type === 'object') return writeObject(shape, writing);
    return type === 'array' ? `${toElementText(shape.element, writing)}[]` : type;
  });
  // Only null was seen: the real type is not known.
  if (types.length === 0 || (types.length === 1 && types[0] === 'null')) return 'any';
  return types.join(' | ');
}

function toElementText(element: ResponseShape | undefined, writing: Writing): string {
  const text = element ? write(element, writing) : 'any';
  return text.includes(' | ') ? `(${text})` : text;
}

function writeObject({ fields, isCut }: ResponseShape, writing: Writing): string {
  if (!fields) return 'any';
  const members: string[] = [];
  for (const field of fields) {
    if (writing.lengthLeft <= 0) {
      members.push('[key: string]: any');
      break;
    }
    writing.lengthLeft -= field.name.length + 12;
    members.push(writeField(field, writing));
  }
  if (isCut && writing.lengthLeft > 0) members.push('[key: string]: any');
  return members.length === 0 ? '{}' : `{ ${members.join('; ')} }`;
}

function writeField({ name, shape, isOptional }: ShapeField, writing: Writing): string {
  return `${toPropertyName(name)}${isOptional ? '?' : ''}: ${write(shape, writing)}`;
}

function toPropertyName(name: string): string {
  if (/^[A-Za-z_$][\w$]*$/.test(name)) return name;
  // These two break lines in TypeScript but not in JSON.
  return JSON.stringify(name).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
