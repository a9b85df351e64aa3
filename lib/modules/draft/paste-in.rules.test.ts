import { describe, expect, it } from 'vitest';
import { buildContent, buildIntegration } from './bot-content.fixture';
import { copyOut, parseClipboard } from './copy-out.rules';
import { findProblems } from './find-problems.rules';
import { duplicateInteractions, pasteIn } from './paste-in.rules';

const integrations = [buildIntegration('orders')];
const content = buildContent(
  [
    {
      id: 'd', name: 'Main', starter: { patterns: ['hi'], intentId: 'n' },
      interactions: [
        { kind: 'text', id: 'a', name: 'A', text: 'Hello', postProcess: "botContext.setTriggerNextMessage('B'); botContext.setTriggerNextMessage('C');" },
        { kind: 'text-question', id: 'b', name: 'B', text: 'Well?', rules: [{ id: 'r', conditions: [{ kind: 'entity', entityId: 'e' }], next: { kind: 'interaction', interactionId: 'a' } }, { id: 's', conditions: [{ kind: 'no-match' }], next: { kind: 'interaction', interactionId: 'c' } }] },
        { kind: 'integration', id: 'c', name: 'C', integrationId: 'id-orders', rules: [{ id: 'f', conditions: [{ kind: 'no-match' }], next: { kind: 'dialog', dialogId: 'd' } }] },
      ],
    },
    { id: 'z', name: 'Last', starter: { patterns: ['z'] }, interactions: [{ kind: 'text', id: 'zz', name: 'Z', text: 'Z' }] },
  ],
  {
    intents: { n: { id: 'n', name: 'Order', phrases: ['a', 'b', 'to @town'] } },
    entities: { e: { id: 'e', name: 'town', definition: { kind: 'value-set', values: ['Bonn'] } }, x: { id: 'x', name: 'unused', definition: { kind: 'value-set', values: ['x'] } } },
  },
);

function numbered() {
  let count = 0;
  return () => `new${(count += 1)}`;
}

describe('copied interactions', () => {
  it('get new ids and free names, and lead to each other; what leads elsewhere in the bot still does', () => {
    const { content: after, interactionIds } = duplicateInteractions(content, ['b', 'a'], { dialogId: 'd', integrations, newId: numbered() });
    expect(interactionIds).toEqual(['new1', 'new2']);
    expect(after.dialogs.d?.interactionIds).toEqual(['a', 'b', 'new1', 'new2', 'c']);
    expect(after.interactions).toMatchObject({
      ...content.interactions,
      new1: { name: 'A_copy', postProcess: "botContext.setTriggerNextMessage('B_copy'); botContext.setTriggerNextMessage('C');" },
      new2: { name: 'B_copy', rules: [{ id: 'new3', next: { interactionId: 'new1' } }, { id: 'new4', next: { interactionId: 'c' } }] },
    });
    const again = duplicateInteractions(after, ['a'], { dialogId: 'd', integrations, newId: () => 'third' });
    expect(again.content.interactions.third?.name).toBe('A_copy2');
  });

  it('pasted into another bot find their integration by its variable and bring intents and entities along', () => {
    const other = buildContent([{ id: 'o', name: 'Main', starter: { patterns: ['o'] }, interactions: [{ kind: 'text', id: 'oo', name: 'O', text: 'O' }] }], { entities: { t: { id: 't', name: 'town', definition: { kind: 'value-set', values: ['Rome'] } } } });
    const theirs = { ...buildIntegration('orders'), id: 'theirs' };
    const clipboard = parseClipboard(JSON.stringify(copyOut(content, integrations, { dialogIds: ['d'] })));
    if (!clipboard) throw new Error('The clipboard can’t be read.');
    const pasted = pasteIn(other, clipboard, { dialogId: 'o', afterId: null, integrations: [theirs], newId: numbered() });
    expect(pasted.content.dialogIds).toEqual(['o', 'new1']);
    expect(pasted.content).toMatchObject({
      dialogs: { new1: { name: 'Main_copy', interactionIds: ['new2', 'new3', 'new4'], starter: { intentId: 'n' } } },
      interactions: { new3: { rules: [{ conditions: [{ entityId: 't' }] }, {}] }, new4: { integrationId: 'theirs', rules: [{ next: { dialogId: 'new1' } }] } },
      intents: { n: { name: 'Order' } },
    });
    expect(Object.keys(pasted.content.entities)).toEqual(['t']);
    expect(findProblems(pasted.content, { integrations: [theirs], environmentKeys: null, hasWebViewPage: false })).toEqual([]);
  });

  it('say what leads nowhere in another bot', () => {
    const other = buildContent([{ id: 'o', name: 'Other', starter: { patterns: ['o'] }, interactions: [{ kind: 'text', id: 'oo', name: 'O', text: 'O' }] }]);
    const { content: after } = pasteIn(other, copyOut(content, integrations, { interactionIds: ['b', 'c'] }), { dialogId: 'o', afterId: 'oo', integrations: [], newId: numbered() });
    expect(after.dialogs.o?.interactionIds).toEqual(['oo', 'new1', 'new2']);
    const errors = findProblems(after, { integrations: [], environmentKeys: null, hasWebViewPage: false }).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, place }) => [code, place.interactionId])).toEqual([['interaction/missing', 'new1'], ['integration/missing', 'new2'], ['dialog/missing', 'new2']]);
  });

  it.each(['', 'hello', '{"format":"parley/clipboard"}', 'parley/clipboard'])('are not read from %j', (text) => {
    expect(parseClipboard(text)).toBeNull();
  });
});
