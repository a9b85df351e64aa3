import { describe, expect, it } from 'vitest';
import { webViewSettingsSchema } from './web-view-settings.schema';

describe('an allowed origin', () => {
  it.each([
    ['https://Shop.Example/', 'https://shop.example'],
    [' https://shop.example:443 ', 'https://shop.example'],
    ['http://localhost:5173', 'http://localhost:5173'],
    ['https://münchen.example', 'https://xn--mnchen-3ya.example'],
  ])('%s is kept as browsers send it', (given, kept) => {
    expect(webViewSettingsSchema.parse({ allowedOrigins: [given] }).allowedOrigins).toEqual([kept]);
  });

  it.each(['shop.example', 'https://shop.example/pay', 'https://shop.example?x', 'https://ada@shop.example', 'https://', '*', 'null', 'file:///', 'data:text/html,x'])('%s is refused', (given) => {
    expect(webViewSettingsSchema.safeParse({ allowedOrigins: [given] }).success).toBe(false);
  });
});
