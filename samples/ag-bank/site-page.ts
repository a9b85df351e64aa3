import { BRANCHES, RATES } from './bank-data';
import { buildPage, MARK_HTML } from './bank-look';
import { escapeHtml } from './escape-html';

/** What the website must know. */
export interface SiteView {
  basePath: string;
  /** Null: there is no messenger, and the page says how to make one. */
  channelId: string | null;
  /** Address of the messenger's script. */
  messengerUrl: string;
}

/** The bank's home page, with the messenger. */
export function buildSitePage({ basePath, channelId, messengerUrl }: SiteView): string {
  const base = escapeHtml(basePath);
  const tag = channelId === null ? null : `<script src="${escapeHtml(messengerUrl)}" data-channel="${escapeHtml(channelId)}" async></script>`;
  return buildPage({
    title: 'AG Bank: everyday banking (demo)',
    styleUrl: `${basePath}/assets/site.css`,
    scripts: [`<script src="${base}/assets/site.js"></script>`, ...(tag === null ? [] : [tag])],
    body: `<p class="demo">Demo: this bank does not exist. Enter no real data.</p>
<header class="top"><div class="wide">
<a class="mark" href="${base}/">${MARK_HTML}</a>
<nav aria-label="Main"><a href="#accounts">Accounts</a><a href="#rates">Rates</a><a href="#branches">Branches</a><a href="#behind">Behind this page</a></nav>
</div></header>
<main>
<section class="hero"><div class="wide">
<div>
<h1>Your bank, one question away.</h1>
<p>Freddy knows your statements, cards and branches, at any hour. What he can’t answer, our people will.</p>
${tag === null ? NO_CHANNEL_HTML : ACTIONS_HTML}
</div>
<div class="plastic" aria-hidden="true"><b>AG Bank</b><i></i><span>•••• •••• •••• 1111</span></div>
</div></section>
<section class="block" id="accounts"><div class="wide">
<h2>Accounts for every day, and for later</h2>
<ul class="cards">
<li><h3>Everyday account</h3><p>Salary in, rent out, and a card that works wherever you are.</p><p class="figure">0.00 € a month</p></li>
<li><h3>Rainy day savings</h3><p>Put something aside when you like; take it out when it rains.</p><p class="figure">2.1 % a year</p></li>
<li><h3>Travel card</h3><p>Pay in any currency at the rates below, without a fee on top.</p><p class="figure">3 € a month</p></li>
</ul>
</div></section>
<section class="block" id="rates"><div class="wide">
<h2>What one euro buys</h2>
<ul class="cards">
${RATES.map(({ currency, value }) => `<li><h3>${currency}</h3><p class="figure">${value}</p><small>for 1 euro</small></li>`).join('\n')}
</ul>
</div></section>
<section class="block" id="branches"><div class="wide">
<h2>Branches</h2>
<ul class="cards">
${BRANCHES.map(({ name, city, opens, closes }) => `<li><h3>${escapeHtml(name)}</h3><p>${escapeHtml(city)}</p><small>Weekdays, ${opens} to ${closes}</small></li>`).join('\n')}
</ul>
</div></section>
<section class="block" id="behind"><div class="wide">
<h2>Behind this page</h2>
<p>The messenger is one line in this page’s head; the page’s policy allows no inline scripts and no inline styles.</p>
<pre><code>${escapeHtml(tag ?? `<script src="${messengerUrl}" data-channel="…" async></script>`)}</code></pre>
</div></section>
</main>
<footer><div class="wide"><span>AG Bank is part of Parley’s sample.</span><a href="${base}/guide">The bank’s API: a guide to its routes</a></div></footer>`,
  });
}

const ACTIONS_HTML = `<div class="actions">
<button type="button" class="button" data-ask="freddy">Ask Freddy</button>
<button type="button" class="button quiet" data-ask="statement">View my statement</button>
</div>`;

const NO_CHANNEL_HTML = `<div class="notice">
<p><b>This page has no messenger yet.</b></p>
<p>In Parley open <b>Channels</b>, choose <b>New channel</b> and the bot <b>AG Bank</b>. Then open this page with the channel’s id: <code>?channel=…</code></p>
</div>`;
