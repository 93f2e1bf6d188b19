import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readOpml } from '../../../src/core/opml/read-opml.ts';

const text = readFileSync(new URL('../../../config/feeds.opml', import.meta.url), 'utf8');
const list = readOpml(text);

describe('the feeds that come with chipwatch', () => {
  test('are over a hundred, without faults, each listed once', () => {
    expect(list?.problems).toEqual([]);
    expect(list?.feeds.length).toBeGreaterThan(100);
    expect(text.match(/xmlUrl=/g)?.length).toBe(list?.feeds.length);
  });

  test('cover at least the languages of our readers', () => {
    const languages = new Set(list?.feeds.map(({ language }) => language));
    for (const language of ['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'fr', 'de', 'es', 'it', 'pt-BR', 'ru']) {
      expect(languages).toContain(language);
    }
  });

  test.each(list?.feeds ?? [])('$title is fully described and comes over https', (feed) => {
    expect(feed.url).toMatch(/^https:/);
    expect(feed.siteUrl).toMatch(/^https:/);
    expect(feed.title).toBeTruthy();
    expect(feed.language).toMatch(/^[a-z]{2}(-[A-Z]{2})?$/);
    expect(feed.folders).toHaveLength(1);
  });
});
