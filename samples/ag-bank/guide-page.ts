import { escapeHtml } from './escape-html';
import { GUIDE, type GuideChapter, type GuideEntry } from './guide';

/** The guide to the bank's API as HTML: self-contained, without scripts, light or dark as the reader's system is. */
export function buildGuidePage(basePath: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>AG Bank: a sample API to practise with</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>AG Bank</h1>
<p>A small bank that exists only inside this server. Its API answers everything an integration may meet: lists and nested
objects, XML, forms, slow and broken answers, redirects, and routes behind every sort of credential. Its data never change.
The bank has a <a href="${escapeHtml(basePath)}/">website</a> too, with a messenger.</p>
${GUIDE.map((chapter) => buildChapter(chapter, basePath)).join('\n')}
</main>
</body>
</html>
`;
}

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d9dde3, #343a43); --dim: light-dark(#525c6b, #a3adba); --link: light-dark(#0b57a4, #8cc2ff); }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; background: light-dark(#fff, #14171b); color: light-dark(#1b2027, #e8ebef); }
main { max-width: 64rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { margin: 0 0 .5rem; font-size: 1.9rem; } h2 { margin: 2.25rem 0 .5rem; font-size: 1.15rem; } p { max-width: 46rem; color: var(--dim); }
table { width: 100%; border-collapse: collapse; } th { text-align: left; font-weight: 600; font-size: .85rem; color: var(--dim); }
td, th { padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
code { font: .875rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; } a { color: var(--link); } td:nth-child(2) { width: 45%; }
`;

function buildChapter({ title, entries }: GuideChapter, basePath: string): string {
  const rows = entries.map((entry) => buildRow(entry, basePath)).join('\n');
  return `<h2>${escapeHtml(title)}</h2>
<table>
<thead><tr><th scope="col">Method</th><th scope="col">Address</th><th scope="col">Answer</th></tr></thead>
<tbody>
${rows}
</tbody>
</table>`;
}

function buildRow({ method, path, about }: GuideEntry, basePath: string): string {
  const address = `<code>${escapeHtml(path)}</code>`;
  const cell = method === 'GET' ? `<a href="${escapeHtml(`${basePath}${path}`)}">${address}</a>` : address;
  return `<tr><td><code>${method}</code></td><td>${cell}</td><td>${escapeHtml(about)}</td></tr>`;
}
