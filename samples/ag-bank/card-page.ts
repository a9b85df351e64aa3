import { buildPage, MARK_HTML } from './bank-look';
import { escapeHtml } from './escape-html';
import type { PageLink } from './tell-parley';

/** What the card page shows. The security code is never shown again. */
export interface CardForm {
  link: PageLink;
  formId: string;
  cardNumber: string;
  errors: { cardNumber?: string; securityCode?: string };
  /** Something that is not wrong with the fields. */
  problem: string | null;
}

/** Asks for a card, in the bank's own look; works without scripts. */
export function buildCardPage(basePath: string, { link, formId, cardNumber, errors, problem }: CardForm): string {
  const hidden = Object.entries({ ...link, formId }).map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`);
  return toPage(basePath, {
    title: Object.keys(errors).length > 0 ? 'Something is missing: your card' : 'Your card',
    body: `<h1>Which card is it?</h1>
<p class="lead">We look up its statement. The number stays here: the chat only learns the last four digits.</p>
${problem === null ? '' : `<p class="alert" role="alert">${escapeHtml(problem)}</p>`}
<form method="post" action="${escapeHtml(basePath)}/card" novalidate>
${hidden.join('\n')}
${buildField({ name: 'cardNumber', label: 'Card number', hint: 'For the demo: 4111 1111 1111 1111', value: cardNumber, error: errors.cardNumber, attributes: 'autocomplete="cc-number" maxlength="30"' })}
${buildField({ name: 'securityCode', label: 'Security code', hint: 'Three or four digits on the back, such as 123', value: '', error: errors.securityCode, attributes: 'autocomplete="cc-csc" maxlength="4"' })}
<button class="button">Show my statement</button>
</form>
<p class="safe">Demo: this bank does not exist. Never enter a real card.</p>`,
  });
}

/** Says that all went well, closes itself inside the messenger, and says what to do where it stands in a tab of its own. */
export function buildCardDonePage(basePath: string, lastDigits: string): string {
  return toPage(basePath, {
    title: 'Thank you',
    scripts: [`<script src="${escapeHtml(basePath)}/assets/card-done.js" defer></script>`],
    body: `<div class="done" role="status">
<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="12" cy="12" r="9.5"/><path d="m7.5 12.5 3 3 6-6.5"/></svg>
<h1>Thank you</h1>
<p>Your card ending in ${escapeHtml(lastDigits)} is confirmed. Freddy has your statement ready in the chat; you can close this page.</p>
</div>`,
  });
}

/** For an address that belongs to no conversation, or no longer to one. */
export function buildCardLostPage(basePath: string, reason: string): string {
  return toPage(basePath, { title: 'This link can’t be used', body: `<h1>This link can’t be used</h1>\n<p class="alert" role="alert">${escapeHtml(reason)}</p>\n<p class="lead">Go back to the chat and choose <b>View account statement</b> again: Freddy gives you a new one.</p>` });
}

/** Helper of the page that is done: docs/messenger.md shows it to authors of pages. */
export const CARD_DONE_SCRIPT = `if (window.parent !== window) setTimeout(function () { window.parent.postMessage('parley:close', '*'); }, 1200);
`;

function toPage(basePath: string, { title, body, scripts = [] }: { title: string; body: string; scripts?: string[] }): string {
  return buildPage({ title: `${title}, AG Bank (demo)`, styleUrl: `${basePath}/assets/card.css`, scripts, body: `<header class="bar"><span class="mark">${MARK_HTML}</span><span>Secure page of your bank</span></header>\n<main>\n${body}\n</main>` });
}

function buildField({ name, label, hint, value, error, attributes }: { name: string; label: string; hint: string; value: string; error: string | undefined; attributes: string }): string {
  const describedBy = [`${name}-hint`, ...(error === undefined ? [] : [`${name}-error`])].join(' ');
  return `<div class="field${name === 'securityCode' ? ' short' : ''}">
<label for="${name}">${label}</label>
<p class="hint" id="${name}-hint">${hint}</p>
<input id="${name}" name="${name}" inputmode="numeric" ${attributes} value="${escapeHtml(value)}" aria-describedby="${describedBy}"${error === undefined ? '' : ' aria-invalid="true" autofocus'}>
${error === undefined ? '' : `<p class="wrong" id="${name}-error">${escapeHtml(error)}</p>`}
</div>`;
}
