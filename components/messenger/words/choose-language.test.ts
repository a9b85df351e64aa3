import { describe, expect, it } from 'vitest';
import { chooseLanguage, findTag, toDirection } from './choose-language';

describe('chooseLanguage', () => {
  it.each([
    ['the site’s wish first', { site: 'fr', consumer: ['de'], channel: ['de', 'fr'], fallback: 'de' }, 'fr'],
    ['the site’s wish also by built-in words alone', { site: 'fr', consumer: ['de'], channel: ['de'], fallback: 'de' }, 'fr'],
    ['not a wish that nobody can fulfil', { site: 'ja', consumer: ['de'], channel: ['de', 'en'], fallback: 'en' }, 'de'],
    ['the consumer’s first language with texts', { site: null, consumer: ['fr-CA', 'de-CH', 'en'], channel: ['en', 'de'], fallback: 'en' }, 'de'],
    ['the channel’s own when the consumer has no texts', { site: null, consumer: ['fr'], channel: ['de', 'en'], fallback: 'de' }, 'de'],
    ['built-in words where the channel has no texts', { site: null, consumer: ['ja', 'it-CH', 'en'], channel: [], fallback: 'en' }, 'it-CH'],
    ['the channel’s own when nothing fits', { site: null, consumer: ['ja'], channel: [], fallback: 'nl' }, 'nl'],
  ])('takes %s', (_, wishes, expected) => {
    expect(chooseLanguage(wishes)).toBe(expected);
  });
});

describe('findTag', () => {
  it.each([
    ['de-CH', ['de', 'de-ch'], 'de-ch'],
    ['de-CH', ['en', 'de'], 'de'],
    ['de', ['de-AT'], 'de-AT'],
    ['de', ['den'], null],
  ])('finds %s', (wished, tags, expected) => {
    expect(findTag(tags, wished)).toBe(expected);
  });
});

describe('toDirection', () => {
  it.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['ur-PK', 'rtl'],
    ['en', 'ltr'],
    ['de-CH', 'ltr'],
  ])('writes %s %s', (tag, direction) => {
    expect(toDirection(tag)).toBe(direction);
  });
});
