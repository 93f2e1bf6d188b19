import { expect, test } from 'vitest';
import { parseFeed } from '../../../src/core/feeds/parse-feed.ts';

test('a guid that is no permalink, and yet an address of the site, stands for a link that is missing', async () => {
  const linkOf = async (guid: string) => {
    const item = `<item><title>A report</title><guid isPermaLink="false">${guid}</guid></item>`;
    const feed = `<rss version="2.0"><channel><title>Outlet</title>${item}</channel></rss>`;
    const { entries } = await parseFeed(Buffer.from(feed), { url: 'https://outlet.example/feed.xml' });
    return entries[0]?.link;
  };
  expect(await linkOf('https://www.outlet.example/p/1')).toBe('https://www.outlet.example/p/1');
  expect(await linkOf('https://elsewhere.example/p/1')).toBeUndefined();
});
