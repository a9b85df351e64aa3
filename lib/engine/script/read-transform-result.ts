import { z } from 'zod';
import { isJsonObject, type JsonValue } from '@/lib/engine/json';
import { toDocumentPrefix } from './build-transform-job';

/** A bot variable that a script set, with the last value it got. */
export interface ScriptVariable {
  name: string;
  value: JsonValue;
  /** How long it lives: this turn, the session, 180 days. Source: conversation-builder reference, section 5.2. */
  scope: 'request' | 'session' | 'permanent';
}

/** What a transform result script left behind. `unusable`: it replaced the response by something that is none. */
export type TransformResult =
  | {
      kind: 'read';
      /** In the order in which the names were first set. */
      variables: ScriptVariable[];
      /** The new document as JSON text; null when the script left the response as it was. */
      transformedText: string | null;
      /** The new document, parsed already for checking; undefined when unchanged. */
      transformedDocument: JsonValue | undefined;
    }
  | { kind: 'unusable'; message: string };

const headerSchema = z.object({
  response: z.enum(['unchanged', 'replaced', 'not-an-object', 'not-text']),
  variables: z.array(z.object({ name: z.string(), scope: z.enum(['request', 'session', 'permanent']), value: z.json() })),
});

/**
 * Reads the output of a job made by `buildTransformJob`. The output is the script's, so nothing about it is taken on trust.
 * A replaced response is parsed once; its text is taken over as the script wrote it wherever that is possible.
 */
export function readTransformResult(outputText: string, responseVariable: string): TransformResult {
  const lineEnd = outputText.indexOf('\n');
  const header = headerSchema.safeParse(parseJson(outputText.slice(0, Math.max(0, lineEnd))));
  if (!header.success) return unusable('The script left behind nothing that can be read. Don’t replace built-in objects such as String or JSON.');
  const { response, variables } = header.data;
  const name = `api_${responseVariable}`;
  const again = `Set it with an object whose jsonData is JSON.stringify({ ${name}: document }).`;
  switch (response) {
    case 'unchanged':
      return { kind: 'read', variables, transformedText: null, transformedDocument: undefined };
    case 'not-an-object':
      return unusable(`The script set ${name} to something that is not an object with jsonData. ${again}`);
    case 'not-text':
      return unusable(`The script left ${name}.jsonData as something that is not text. ${again}`);
    case 'replaced': {
      const document = readDocument(outputText.slice(lineEnd + 1), responseVariable);
      if (document === 'not-json') return unusable(`The script left ${name}.jsonData as text that is not JSON. ${again}`);
      if (document === 'no-key') return unusable(`The script left ${name}.jsonData without the key ${name}. ${again}`);
      return { kind: 'read', variables, transformedText: document.text, transformedDocument: document.value };
    }
  }
}

function unusable(message: string): TransformResult {
  return { kind: 'unusable', message };
}

function readDocument(jsonData: string, responseVariable: string): { text: string; value: JsonValue } | 'not-json' | 'no-key' {
  const prefix = toDocumentPrefix(responseVariable);
  if (jsonData.startsWith(prefix) && jsonData.endsWith('}')) {
    // If what lies between is JSON, then it is the whole value of the only key: no need to print it again.
    const text = jsonData.slice(prefix.length, -1);
    const value = parseJson(text);
    if (value !== undefined) return { text, value };
  }
  const whole = parseJson(jsonData);
  if (whole === undefined) return 'not-json';
  const document = isJsonObject(whole) ? whole[`api_${responseVariable}`] : undefined;
  return document === undefined ? 'no-key' : { text: JSON.stringify(document), value: document };
}

/** The value, or undefined for a text that is not JSON. */
function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue; // JSON.parse gives nothing else.
  } catch {
    return undefined;
  }
}
