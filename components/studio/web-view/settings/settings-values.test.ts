import { describe, expect, it } from 'vitest';

import { toSettingsConflict, toSettingsInput, toSettingsValues } from '@/components/studio/web-view/settings/settings-values';
import { DEFAULT_WEB_VIEW_SETTINGS, webViewSettingsSchema, type WebViewSettings } from '@/lib/modules/web-view/web-view-settings.schema';

const full: WebViewSettings = {
  mode: 'signed',
  pageUrl: 'https://shop.example/pay',
  tokenLifeMinutes: 5,
  isTokenSingleUse: false,
  variables: [{ name: 'paid', type: 'boolean' }],
  allowedOrigins: ['https://shop.example', 'http://127.0.0.1:3000'],
  postsPerMinute: 10,
  messageWithinHours: null,
};

describe('the form of the settings', () => {
  it.each([DEFAULT_WEB_VIEW_SETTINGS, full])('sends what it was given when nothing is changed', (settings) => {
    expect(webViewSettingsSchema.parse(toSettingsInput(toSettingsValues({ settings, version: 1 })))).toEqual(settings);
  });

  it('keeps a list that is switched off, and sends none', () => {
    const values = { ...toSettingsValues({ settings: full, version: 1 }), isVariableLimited: false };
    expect(values.variables).toHaveLength(1);
    expect(toSettingsInput(values).variables).toBeNull();
  });

  it('leaves empty lines of origins out', () => {
    const values = { ...toSettingsValues({ settings: full, version: 1 }), origins: '\n https://a.example \n\n' };
    expect(toSettingsInput(values).allowedOrigins).toEqual(['https://a.example']);
  });

  it('tells two versions apart by what differs', () => {
    const rows = toSettingsConflict(toSettingsValues({ settings: full, version: 1 }), { settings: { ...full, postsPerMinute: 20 }, version: 2 });
    expect(rows.filter(({ mine, theirs }) => mine !== theirs)).toEqual([{ label: 'Posts per minute', mine: '10', theirs: '20' }]);
  });
});
