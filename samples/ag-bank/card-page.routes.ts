import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { BankEnv, SampleBankOptions } from './bank-env';
import { LOOK_CSS } from './bank-look';
import { CARD_CSS } from './card-css';
import { findCardNumberProblem, toDigits } from './card-number';
import { buildCardDonePage, buildCardLostPage, buildCardPage, CARD_DONE_SCRIPT } from './card-page';
import type { CardVault } from './card-vault';
import { findParleyUrl, toPolicySource } from './parley-place';
import { tellParley } from './tell-parley';

const id = z.string().min(1).max(200);
/** As links from the bot carry it. Source: conversation-builder reference, section 4.3; `token` is Parley's. */
const linkSchema = z.object({ userId: id, convId: id, botId: id, token: z.string().max(500).default('') });

const formSchema = linkSchema.extend({
  formId: z.uuid(),
  cardNumber: z.string().max(100).transform(toDigits),
  securityCode: z.string().max(100).transform((typed) => typed.trim()),
});

/**
 * The page on which a customer enters a card, opened from the chat. The number stays in the bank: Parley is told a reference that stands for it and
 * the last four digits, from server to server.
 */
export function cardPageRoutes(options: SampleBankOptions, vault: CardVault): Hono<BankEnv> {
  const app = new Hono<BankEnv>({ strict: false });
  const { basePath = '' } = options;
  const policy = toCardPolicy(toPolicySource(options));
  const answer = (c: Context<BankEnv>, html: string, status: 200 | 400 | 410 | 422 | 502 = 200) =>
    c.html(html, status, { 'Content-Security-Policy': policy, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });

  app.get('/card', (c) => {
    const link = linkSchema.safeParse(c.req.query());
    if (!link.success) return answer(c, buildCardLostPage(basePath, 'This page is opened from the chat, with a link that says which conversation it belongs to.'), 400);
    return answer(c, buildCardPage(basePath, { link: link.data, formId: randomUUID(), cardNumber: '', errors: {}, problem: null }));
  });

  app.post('/card', async (c) => {
    const form = formSchema.safeParse(await c.req.parseBody());
    if (!form.success) return answer(c, buildCardLostPage(basePath, 'The form came without what belongs to it.'), 400);
    const { formId, cardNumber, securityCode, ...link } = form.data;
    const errors = findErrors({ cardNumber, securityCode });
    const again = (problem: string | null, status: 422 | 502) => answer(c, buildCardPage(basePath, { link, formId, cardNumber, errors, problem }), status);
    if (Object.keys(errors).length > 0) return again(null, 422);
    const parleyUrl = findParleyUrl(c, options);
    if (parleyUrl === null) return again('The bank does not know where the chat is. Tell your administrator: parleyUrl is not set.', 502);
    const card = vault.keep(cardNumber, formId);
    const end = await tellParley(parleyUrl, link, { message: `Card ending in ${card.lastDigits} confirmed`, variables: { cardReference: card.reference, cardLastDigits: card.lastDigits }, key: card.reference });
    if (end.kind === 'later') return again('The chat can’t be reached at the moment. Your card is fine; please try again in a minute.', 502);
    if (end.kind === 'gone') return answer(c, buildCardLostPage(basePath, 'It has been used already, is too old, or its conversation has ended.'), 410);
    return answer(c, buildCardDonePage(basePath, card.lastDigits));
  });

  app.get('/assets/card.css', (c) => c.body(`${LOOK_CSS}${CARD_CSS}`, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }));
  app.get('/assets/card-done.js', (c) => c.body(CARD_DONE_SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }));
  return app;
}

function findErrors({ cardNumber, securityCode }: { cardNumber: string; securityCode: string }): { cardNumber?: string; securityCode?: string } {
  const problem = cardNumber === '' ? 'Enter your card number.' : findCardNumberProblem(cardNumber);
  return {
    ...(problem === null ? {} : { cardNumber: problem }),
    ...(/^\d{3,4}$/.test(securityCode) ? {} : { securityCode: securityCode === '' ? 'Enter the security code.' : 'Enter three or four digits.' }),
  };
}

/** The messenger may show the page, on the bank's site and in the studio; on this machine under whatever name it is called. */
function toCardPolicy(parley: string): string {
  return `default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors ${parley} http://localhost:* http://127.0.0.1:*`;
}
