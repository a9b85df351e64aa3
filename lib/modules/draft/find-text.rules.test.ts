import { describe, expect, it } from 'vitest';
import { buildContent, buildIntegration } from './bot-content.fixture';
import { findText, replaceText, type TextQuery } from './find-text.rules';

const content = buildContent(
  [{ id: 'd', name: 'Card help', starter: { patterns: ['*card*'] }, interactions: [{ kind: 'text', id: 't', name: 'T', text: 'Your card, the Cards and card_2. (c)?', preProcess: 'var a;\nvar card = 1;' }] }],
  { intents: { n: { id: 'n', name: 'N', phrases: ['my card'] } } },
);
const integrations = [buildIntegration('cards', { headers: [{ name: 'x-card', value: 'İcard' }] })];
const query = (text: string, more: Partial<TextQuery> = {}): TextQuery => ({ text, matchesCase: false, isWholeWord: false, ...more });
const find = (wanted: TextQuery) => findText(content, integrations, wanted);

describe('finding', () => {
  it('looks everywhere, scripts and integrations included', () => {
    expect(new Set(find(query('card')).map(({ label }) => label))).toEqual(new Set(['Name', 'Pattern', 'Text', 'Pre-Process code', 'Phrase 1', 'Path of field title', 'Name of header x-card', 'Value of header x-card']));
    expect(find(query('card')).find(({ isInScript }) => isInScript)).toMatchObject({ line: 2, place: { interactionId: 't', field: 'preProcess', line: 2 }, excerpt: 'var card = 1;' });
  });

  it.each<[TextQuery, number]>([
    [query('Card', { matchesCase: true }), 2],
    [query('card', { isWholeWord: true }), 6],
    [query('(c)?'), 1],
    [query('.*'), 0],
    [query('İ'), 1],
    [query(''), 0],
    [query('the Cards-'), 0],
  ])('%j gives %i hits', (wanted, count) => {
    expect(find(wanted)).toHaveLength(count);
  });
});

describe('replacing', () => {
  it('changes all hits, in several places of one text, as they are written', () => {
    const { content: after, integrations: changed, changes } = replaceText(content, integrations, { query: query('card', { isWholeWord: true }), replacement: '$& {x}', ids: null });
    expect(after).toMatchObject({ dialogs: { d: { name: '$& {x} help' } }, interactions: { t: { text: 'Your $& {x}, the Cards and card_2. (c)?', preProcess: 'var a;\nvar $& {x} = 1;' } }, intents: { n: { phrases: ['my $& {x}'] } } });
    expect(changed).toMatchObject([{ id: 'id-cards', version: 1, definition: { headers: [{ name: 'x-$& {x}' }] } }]);
    expect(changes).toHaveLength(6);
    expect(content.dialogs.d?.name).toBe('Card help');
  });

  it('changes only chosen hits, and shares what stays', () => {
    const [, second] = find(query('ards')).filter(({ place }) => place.interactionId !== undefined || place.integrationId !== undefined);
    const { content: after, integrations: changed } = replaceText(content, integrations, { query: query('ards'), replacement: 'ARDS', ids: new Set([second?.id ?? '']) });
    expect(after).toBe(content);
    expect(changed).toHaveLength(1);
  });
});
