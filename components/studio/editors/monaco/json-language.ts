import type { Monaco } from '@/components/studio/editors/monaco/monaco';

// Colours what looks like a reference; whether it is one, the engine's grammar says.
const reference = /\{(?:\$[^{}\s"'\\]+|[A-Za-z_]\w*\.[^{}\s"'\\]+)\}/;

/** Colours for JSON whose strings and values may hold variables. Problems are found by `findJsonProblem`, not here. */
export function defineJsonLanguage(monaco: Monaco): void {
  monaco.languages.register({ id: 'json', aliases: ['JSON'], mimetypes: ['application/json'] });
  monaco.languages.setLanguageConfiguration('json', {
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}' },
      { open: '[', close: ']' },
      { open: '"', close: '"', notIn: ['string'] },
    ],
    surroundingPairs: [
      { open: '{', close: '}' },
      { open: '[', close: ']' },
      { open: '"', close: '"' },
    ],
  });
  monaco.languages.setMonarchTokensProvider('json', {
    defaultToken: '',
    tokenizer: {
      root: [
        [reference, 'variable.reference'],
        [/"(?=(?:[^"\\]|\\.)*"\s*:)/, 'key', '@key'],
        [/"/, 'string', '@string'],
        [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
        [/\b(?:true|false|null)\b/, 'keyword'],
        [/[{}[\]]/, '@brackets'],
        [/[,:]/, 'delimiter'],
      ],
      string: [
        [reference, 'variable.reference'],
        [/\\./, 'string.escape'],
        [/"/, 'string', '@pop'],
        [/[^"\\{]+|\{/, 'string'],
      ],
      key: [
        [reference, 'variable.reference'],
        [/\\./, 'string.escape'],
        [/"/, 'key', '@pop'],
        [/[^"\\{]+|\{/, 'key'],
      ],
    },
  });
}
