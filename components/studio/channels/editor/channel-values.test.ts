import { describe, expect, it } from 'vitest';

import { describeListProblems, findWrongLanguage, toChannelConflict, toChannelInput, toChannelValues } from '@/components/studio/channels/editor/channel-values';
import { channelInputSchema, channelSettingsSchema, type Channel } from '@/lib/modules/channel/channel.schema';

const settings = channelSettingsSchema.parse({
  defaultLanguage: 'de',
  texts: { de: { title: 'Bank' }, en: { title: 'The bank' } },
  allowedOrigins: ['https://a.example', 'http://127.0.0.1:3000'],
  fileTypes: ['pdf', 'png'],
});
const channel: Channel = { id: 'c', name: 'Site', botId: 'b', botName: 'Bot', isBotLive: true, settings, hasIdentitySecret: false, version: 1, createdAt: '', updatedAt: '' };

describe('the editor of a channel', () => {
  it('sends what it was given when nothing is changed', () => {
    expect(channelInputSchema.parse(toChannelInput(toChannelValues(channel)))).toEqual({ name: 'Site', botId: 'b', settings });
  });

  it('has texts to fill in for the channel’s own language', () => {
    expect(Object.keys(toChannelValues({ ...channel, settings: channelSettingsSchema.parse({ defaultLanguage: 'fr' }) }).settings.texts)).toEqual(['fr']);
  });

  it('reads lists however they are typed', () => {
    const input = toChannelInput({ ...toChannelValues(channel), origins: '\n https://b.example \n', fileTypes: '.PDF png;  jpg,' });
    expect(channelInputSchema.parse(input).settings).toMatchObject({ allowedOrigins: ['https://b.example'], fileTypes: ['pdf', 'png', 'jpg'] });
  });

  it('finds the language whose text is too long', () => {
    const values = toChannelValues(channel);
    expect(findWrongLanguage(values)).toBeNull();
    const { de, en } = settings.texts;
    if (!de || !en) throw new Error('Both languages are there.');
    expect(findWrongLanguage({ ...values, settings: { ...values.settings, texts: { de, en: { ...en, title: 'x'.repeat(81) } } } })).toBe('en');
  });

  it('names the words of a list that are wrong', () => {
    const issues = [{ path: ['settings', 'allowedOrigins', 1], message: 'Write an origin.' }, { path: ['settings', 'fileTypes', 0], message: 'Write an extension.' }];
    expect(describeListProblems(issues, 'allowedOrigins', ['a', 'shop'])).toBe('shop: Write an origin.');
    expect(describeListProblems(issues, 'texts', [])).toBeUndefined();
  });

  it('tells two versions apart by what differs', () => {
    const rows = toChannelConflict(toChannelValues(channel), { ...channel, name: 'Other', settings: { ...settings, texts: channelSettingsSchema.parse({ texts: { de: { title: 'Bank' } } }).texts } }, (id) => id);
    expect(rows.filter(({ mine, theirs }) => mine !== theirs).map(({ label }) => label)).toEqual(expect.arrayContaining(['Name', 'Title (en)']));
  });
});
