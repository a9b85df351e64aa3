import { describe, expect, it } from 'vitest';
import { buildContent, buildIntegration } from './bot-content.fixture';
import { findProblems } from './find-problems.rules';
import { listUses, type DraftTarget } from './list-uses.rules';
import { renameTarget, type RenameTarget } from './rename-target.rules';

const SCRIPT = `// city is not this variable, nor is "city" in a comment
var city = botContext.getBotVariable("city"); /* getBotVariable('city') */
setVar('city', city + "city");
botContext.setTriggerNextMessage('Ask city');
var doc = JSON.parse(botContext.getBotVariable("api_orders").jsonData).api_orders;
if (botContext.getBotVariable('orders.title.count') < 1 || botContext.getBotVariable("api_ordersStatus") === 404) botContext.sendMessage("In {$botContext.city}: {orders.title}");
botContext.getNamedEntities("town");`;

const content = buildContent(
  [
    {
      id: 'd', name: 'Main', starter: { patterns: ['hi'], intentId: 'n' },
      interactions: [
        {
          kind: 'text-question', id: 'ask', name: 'Ask city', text: 'Where? {$botContext.city} {$botContext.cityName} city',
          rules: [{ id: 'r', conditions: [{ kind: 'entity', entityId: 'e' }], variableConditions: [{ variable: 'city', operator: 'is-set' }, { variable: 'orders.title.count', operator: 'is-set' }], assignments: [{ name: 'city', value: '{$userMessage}' }], slots: [{ slot: 'city', entityId: 'e' }], next: { kind: 'interaction', interactionId: 'call' } }],
        },
        { kind: 'integration', id: 'call', name: 'Call', integrationId: 'id-orders', postProcess: SCRIPT, rules: [{ id: 'n', conditions: [{ kind: 'no-results', fieldKey: 'title' }, { kind: 'no-match' }], next: { kind: 'dialog', dialogId: 'd' } }] },
        { kind: 'text', id: 'show', name: 'Show', text: '{orders.title} of {orders.title.count} {$.api_orders.items[0].title} {$botContext.slot.city}' },
      ],
    },
  ],
  {
    globalFunctions: 'function setVar(name, value) { botContext.setBotVariable(name, value, true, false); }',
    intents: { n: { id: 'n', name: 'Order', phrases: ['one', 'two', 'to @town'] } },
    entities: { e: { id: 'e', name: 'town', definition: { kind: 'value-set', values: ['Bonn'] } } },
  },
);
const integrations = [
  buildIntegration('orders', { transformScript: "var d = botContext.getBotVariable('api_orders');" }),
  buildIntegration('stock', { url: 'https://example.com/{orders.title}?city={$botContext.city}' }),
];
const around = { integrations, environmentKeys: null, hasWebViewPage: false };

function rename(target: RenameTarget, newName: string, bot = content) {
  const renaming = renameTarget(bot, integrations, { target, newName });
  if (renaming.kind !== 'renamed') throw new Error(renaming.message);
  return renaming;
}

/** Uses before under the old name, after under the new one: as many, at the same places. */
function expectFollowed(renamed: ReturnType<typeof rename>, before: DraftTarget, after: DraftTarget) {
  const all = integrations.map((integration) => renamed.integrations.find(({ id }) => id === integration.id) ?? integration);
  const places = (uses: ReturnType<typeof listUses>) => uses.map(({ place, isSet }) => ({ place, isSet }));
  const uses = listUses(content, integrations, before);
  expect(places(listUses(renamed.content, all, after))).toEqual(places(uses));
  expect(findProblems(renamed.content, { ...around, integrations: all })).toEqual(findProblems(content, around));
  return uses;
}

describe('renaming', () => {
  it('the bot itself has no problem but the name that only looks alike', () => {
    expect(findProblems(content, around).map(({ message }) => message)).toEqual([expect.stringContaining('“cityName”')]);
  });

  it('a variable changes templates, conditions, assignments and scripts, and no text that merely looks like it', () => {
    const renamed = rename({ kind: 'variable', name: 'city' }, 'town.name');
    expect(expectFollowed(renamed, { kind: 'variable', name: 'city' }, { kind: 'variable', name: 'town.name' })).toHaveLength(7);
    expect(renamed.content.interactions.ask).toMatchObject({ text: 'Where? {$botContext.town.name} {$botContext.cityName} city', rules: [{ assignments: [{ name: 'town.name' }], slots: [{ slot: 'city' }] }] });
    expect(renamed.content.interactions.call).toMatchObject({
      postProcess: SCRIPT.replace('getBotVariable("city");', 'getBotVariable("town.name");').replace("setVar('city'", "setVar('town.name'").replace('{$botContext.city}', '{$botContext.town.name}'),
    });
    expect(renamed.integrations).toMatchObject([{ id: 'id-stock', version: 1, definition: { url: 'https://example.com/{orders.title}?city={$botContext.town.name}' } }]);
  });

  it('a response data variable changes fields, counts, paths, `api_X`, `api_XStatus` and members of its document', () => {
    const renamed = rename({ kind: 'response-variable', id: 'id-orders' }, 'cart');
    expectFollowed(renamed, { kind: 'integration', id: 'id-orders' }, { kind: 'integration', id: 'id-orders' });
    expect(renamed.content.interactions.show).toMatchObject({ text: '{cart.title} of {cart.title.count} {$.api_cart.items[0].title} {$botContext.slot.city}' });
    expect(renamed.content.interactions.call).toMatchObject({ postProcess: SCRIPT.replaceAll('api_orders', 'api_cart').replaceAll('orders.title', 'cart.title') });
    expect(renamed.content.interactions.ask).toMatchObject({ rules: [{ variableConditions: [{}, { variable: 'cart.title.count' }] }] });
    expect(renamed.integrations.find(({ id }) => id === 'id-orders')).toMatchObject({ definition: { name: 'orders', responseVariable: 'cart', transformScript: "var d = botContext.getBotVariable('api_cart');", customDataFields: [{ key: 'title', path: '{$.api_cart.items[i].title}' }] } });
    expect(renamed.integrations.find(({ id }) => id === 'id-stock')).toMatchObject({ definition: { url: expect.stringContaining('{cart.title}') } });
  });

  it('a field changes its key and every mention, conditions on results too', () => {
    const renamed = rename({ kind: 'field', integrationId: 'id-orders', key: 'title' }, 'heading');
    expectFollowed(renamed, { kind: 'field', integrationId: 'id-orders', key: 'title' }, { kind: 'field', integrationId: 'id-orders', key: 'heading' });
    expect(renamed.content.interactions.call).toMatchObject({ postProcess: SCRIPT.replaceAll('orders.title', 'orders.heading'), rules: [{ conditions: [{ fieldKey: 'heading' }, {}] }] });
    expect(renamed.integrations.find(({ id }) => id === 'id-orders')).toMatchObject({ definition: { customDataFields: [{ key: 'heading', path: '{$.api_orders.items[i].title}' }] } });
    expect(renamed.content.interactions.show).toMatchObject({ text: expect.stringContaining('{$.api_orders.items[0].title}') });
  });

  it('a slot leaves the variable of the same name', () => {
    const renamed = rename({ kind: 'slot', name: 'city' }, 'place');
    expectFollowed(renamed, { kind: 'slot', name: 'city' }, { kind: 'slot', name: 'place' });
    expect(renamed.content.interactions).toMatchObject({ show: { text: expect.stringContaining('{$botContext.slot.place}') }, ask: { text: expect.stringContaining('{$botContext.city}') }, call: { postProcess: SCRIPT } });
  });

  it('an interaction changes the scripts that go to it, quotes in its new name escaped', () => {
    const renamed = rename({ kind: 'interaction', id: 'ask' }, "What's the city?");
    expect(renamed.content.interactions.ask).toMatchObject({ name: "What's the city?" });
    expect(renamed.content.interactions.call).toMatchObject({ postProcess: SCRIPT.replace("'Ask city'", "'What\\'s the city?'") });
  });

  it('an entity changes phrases and scripts; intents, dialogs and integrations change where they are named', () => {
    const renamed = rename({ kind: 'entity', id: 'e' }, 'place');
    expectFollowed(renamed, { kind: 'entity', id: 'e' }, { kind: 'entity', id: 'e' });
    expect(renamed.content).toMatchObject({ entities: { e: { name: 'place' } }, intents: { n: { phrases: ['one', 'two', 'to @place'] } }, interactions: { call: { postProcess: expect.stringContaining('getNamedEntities("place")') } } });
    expect(rename({ kind: 'intent', id: 'n' }, 'Buy').content.intents.n?.name).toBe('Buy');
    expect(rename({ kind: 'dialog', id: 'd' }, 'Start').content.dialogs.d?.name).toBe('Start');
    expect(rename({ kind: 'integration', id: 'id-orders' }, 'All orders').integrations).toMatchObject([{ definition: { name: 'All orders', responseVariable: 'orders' } }]);
  });

  it('tells every text that changes, before and after', () => {
    const { changes } = rename({ kind: 'interaction', id: 'ask' }, 'Where');
    expect(changes).toMatchObject([
      { owner: '“Call” in “Main”', label: 'Post-Process code', place: { interactionId: 'call', field: 'postProcess' }, before: SCRIPT, after: SCRIPT.replace('Ask city', 'Where') },
      { owner: '“Ask city” in “Main”', label: 'Name', before: 'Ask city', after: 'Where' },
    ]);
  });

  it('leaves a script that can’t be read and says so', () => {
    const broken = { ...content, interactions: { ...content.interactions, show: { ...content.interactions.show, preProcess: 'botContext.getBotVariable("city"' } as never } };
    expect(rename({ kind: 'variable', name: 'city' }, 'town', broken)).toMatchObject({ skippedScripts: [{ interactionId: 'show', field: 'preProcess' }], content: { interactions: { show: { preProcess: 'botContext.getBotVariable("city"' } } } });
  });

  it.each<[RenameTarget, string]>([
    [{ kind: 'interaction', id: 'ask' }, 'call'],
    [{ kind: 'interaction', id: 'gone' }, 'x'],
    [{ kind: 'interaction', id: 'ask' }, 'Ask city'],
    [{ kind: 'dialog', id: 'd' }, ' '],
    [{ kind: 'variable', name: 'city' }, 'cityName'],
    [{ kind: 'variable', name: 'city' }, 'a b'],
    [{ kind: 'response-variable', id: 'id-orders' }, 'stock'],
    [{ kind: 'response-variable', id: 'id-orders' }, '1x'],
    [{ kind: 'field', integrationId: 'id-orders', key: 'title' }, 'a.b'],
    [{ kind: 'entity', id: 'e' }, 'the town'],
  ])('is refused with a reason: %j to “%s”', (target, newName) => {
    expect(renameTarget(content, integrations, { target, newName })).toEqual({ kind: 'refused', message: expect.stringMatching(/\.$/) });
  });
});

describe('uses', () => {
  it.each<[DraftTarget, string[]]>([
    [{ kind: 'integration', id: 'id-orders' }, ['Integration', 'Rule 1: condition', 'Rule 1: variable condition', 'Post-Process code, line 5', 'Post-Process code, line 5', 'Post-Process code, line 6', 'Post-Process code, line 6', 'Post-Process code, line 6', 'Text', 'Text', 'Text', 'URL']],
    [{ kind: 'dialog', id: 'd' }, ['Rule 1: next action']],
    [{ kind: 'interaction', id: 'call' }, ['Rule 1: next action']],
    [{ kind: 'interaction', id: 'ask' }, ['Post-Process code, line 4']],
    [{ kind: 'intent', id: 'n' }, ['Intent']],
    [{ kind: 'function', name: 'setVar' }, ['Post-Process code, line 3']],
    [{ kind: 'environment-key', name: 'host' }, []],
  ])('of %j are listed with their places', (target, labels) => {
    expect(listUses(content, integrations, target).map(({ label }) => label).toSorted()).toEqual(labels.toSorted());
  });

  it('show the text around them', () => {
    expect(listUses(content, integrations, { kind: 'slot', name: 'city' })).toMatchObject([{ isSet: true }, { excerpt: expect.stringContaining('{$botContext.slot.city}'), place: { interactionId: 'show', field: 'text' }, isSet: false }]);
  });
});
