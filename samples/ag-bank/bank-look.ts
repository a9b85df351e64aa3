import { escapeHtml } from './escape-html';

/** Colours and type of everything that the bank shows to customers, light or dark as their system is. */
export const LOOK_CSS = `
:root { color-scheme: light dark;
  --ground: light-dark(#fbfaf6, #101614); --raised: light-dark(#fff, #18211e); --ink: light-dark(#17211e, #e9efec); --dim: light-dark(#4d5a55, #a9b8b2);
  --line: light-dark(#dcdfd8, #2c3833); --field-line: light-dark(#7c8783, #74827c); --brand: light-dark(#0b5d57, #63c7b8); --brand-ground: #0b5d57; --gold: light-dark(#8a6414, #e2bb66);
  --bad: light-dark(#a3231b, #ff9d94); --bad-ground: light-dark(#fdeeec, #35191a) }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.55 'Inter', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; background: var(--ground); color: var(--ink); -webkit-text-size-adjust: 100% }
h1, h2, h3 { line-height: 1.2; letter-spacing: -.01em; margin: 0; text-wrap: balance }
p { margin: 0 } a { color: var(--brand) }
:focus-visible { outline: 3px solid var(--gold); outline-offset: 2px; border-radius: 4px }
.mark { display: inline-flex; align-items: center; gap: .6rem; font-weight: 700; font-size: 1.1rem; color: var(--ink); text-decoration: none }
.mark svg { width: 30px; height: 30px; flex: none }
.button { display: inline-flex; align-items: center; justify-content: center; min-height: 46px; padding: .55rem 1.25rem; border: 1px solid var(--brand-ground); border-radius: 8px; background: var(--brand-ground); color: #fff; font: inherit; font-weight: 600; cursor: pointer; text-decoration: none }
.button:hover { background: #08453f }
.button.quiet { background: transparent; color: var(--brand); border-color: var(--brand) }
.button.quiet:hover { background: light-dark(#e6f0ee, #1d2b27) }
@media (forced-colors: active) { .button { border-color: ButtonText } }
`;

/** The bank's name with its sign. */
export const MARK_HTML = '<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#0b5d57"/><path d="M6.5 13 16 7l9.5 6M9 14v8m4.7-8v8m4.6-8v8m4.7-8v8M6.5 25h19" fill="none" stroke="#f3d58b" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>AG Bank';

/** A page of the bank: its head, with stylesheets and scripts by address, as the bank's policy wants it. */
export function buildPage({ title, styleUrl, scripts = [], body }: { title: string; styleUrl: string; scripts?: string[]; body: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(styleUrl)}">
${scripts.join('\n')}
</head>
<body>
${body}
</body>
</html>
`;
}
