import type { Monaco } from '@/components/studio/editors/monaco/monaco';

const themeName = 'parley';

/** Gives the code editor the page's colours, now and whenever the page changes between light and dark. */
export function followTheme(monaco: Monaco): void {
  const apply = () => {
    defineTheme(monaco);
    monaco.editor.setTheme(themeName);
  };
  apply();
  new MutationObserver(apply).observe(document.documentElement, { attributeFilter: ['class', 'data-theme', 'style'] });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
}

function defineTheme(monaco: Monaco): void {
  const style = getComputedStyle(document.documentElement);
  const color = (token: string) => toHex(style.getPropertyValue(`--${token}`));
  const rule = (token: string, name: string, fontStyle = '') => ({ token, foreground: color(name).slice(1), fontStyle });
  monaco.editor.defineTheme(themeName, {
    base: style.colorScheme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      rule('', 'ink'),
      rule('comment', 'muted', 'italic'),
      rule('keyword', 'code-literal'),
      rule('string', 'code-string'),
      rule('string.escape', 'code-number'),
      rule('regexp', 'code-string'),
      rule('number', 'code-number'),
      rule('type', 'code-key'),
      rule('key', 'code-key'),
      rule('delimiter', 'muted'),
      rule('variable.reference', 'accent', 'bold'),
    ],
    colors: {
      'editor.background': color('sunken'),
      'editor.foreground': color('ink'),
      'editor.selectionBackground': `${color('accent')}44`,
      'editor.inactiveSelectionBackground': `${color('accent')}26`,
      'editor.lineHighlightBackground': color('raised'),
      'editor.lineHighlightBorder': '#00000000',
      'editorLineNumber.foreground': color('faint'),
      'editorLineNumber.activeForeground': color('ink'),
      'editorCursor.foreground': color('ink'),
      'editorGutter.background': color('sunken'),
      'editorIndentGuide.background1': color('line'),
      'editorWidget.background': color('surface'),
      'editorWidget.foreground': color('ink'),
      'editorWidget.border': color('line-strong'),
      'editorHoverWidget.background': color('surface'),
      'editorSuggestWidget.background': color('surface'),
      'editorSuggestWidget.foreground': color('ink'),
      'editorSuggestWidget.border': color('line-strong'),
      'editorSuggestWidget.selectedBackground': color('accent-soft'),
      'editorSuggestWidget.selectedForeground': color('ink'),
      'editorSuggestWidget.highlightForeground': color('accent'),
      'editorSuggestWidget.focusHighlightForeground': color('accent'),
      'editorError.foreground': color('bad'),
      'editorWarning.foreground': color('warn'),
      'editorInfo.foreground': color('accent'),
      'editorBracketHighlight.foreground1': color('muted'),
      'editorBracketHighlight.foreground2': color('muted'),
      'editorBracketHighlight.foreground3': color('muted'),
      'input.background': color('sunken'),
      'input.foreground': color('ink'),
      'input.border': color('line-strong'),
      'list.hoverBackground': color('raised'),
      'diffEditor.insertedTextBackground': `${color('good')}24`,
      'diffEditor.removedTextBackground': `${color('bad')}20`,
      'diffEditor.insertedLineBackground': `${color('good')}10`,
      'diffEditor.removedLineBackground': `${color('bad')}0e`,
      focusBorder: color('accent'),
    },
  });
}

/** Monaco only reads `#rrggbb`; a canvas reads whatever CSS does. */
function toHex(cssColor: string): string {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return '#808080';
  context.fillStyle = cssColor.trim();
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
