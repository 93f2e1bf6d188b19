import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { OUTLET, outlet } from '../cases/support/outlet.ts';

const document = (token: string) =>
  `<rss version="2.0"><channel><title>Outlet</title>${[1, 2, 3].map((n) => `<item><title>Report ${n} on wafers and ports</title><guid isPermaLink="false">urn:report:${1000 + n}</guid><link>${OUTLET}/report-${1000 + n}?tok=${token}${n}</link><pubDate>Mon, 02 Mar 2026 08:0${n}:00 GMT</pubDate></item>`).join('')}</channel></rss>`;

test('a poll writes only the rows of items that have changed', { timeout: 120_000 }, async () => {
  await using watched = await outlet();
  const rows = async () => {
    const { rows: found } = await sql<{ version: string; url: string; seen: Date }>`
      SELECT xmin::text AS version, url, last_seen_at AS seen FROM items ORDER BY id`.execute(
      watched.bench.pipeline.db,
    );
    return found;
  };
  await watched.feed.feed();
  await watched.poll('2026-03-02T09:00:00Z', document('aaaaaaaaaaaaaa'));
  const read = await rows();
  await watched.poll('2026-03-02T09:10:00Z', document('bbbbbbbbbbbbbb'));
  expect(await rows()).toEqual(read);
  // After an hour they are seen again, and their links stay.
  await watched.poll('2026-03-02T10:10:00Z', document('cccccccccccccc'));
  const later = await rows();
  expect(later.map(({ url }) => url)).toEqual(read.map(({ url }) => url));
  expect(later.map(({ seen }) => seen.toISOString())).toEqual(Array(3).fill('2026-03-02T10:10:00.000Z'));
  // What is still to be read needs the latest token.
  await sql`UPDATE items SET state = 'new'`.execute(watched.bench.pipeline.db);
  await watched.poll('2026-03-02T10:20:00Z', document('dddddddddddddd'));
  for (const { url } of await rows()) expect(url).toContain('dddddddddddddd');
});
