import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimSlot } from '../../src/io/store/hosts/claim-slots.ts';
import { releaseSlots } from '../../src/io/store/hosts/hosts.ts';
import { refuseHost } from '../../src/io/store/hosts/rest-host.ts';
import { type PollBench, pollBench, rssOf } from '../support/poll-step.ts';
import { scriptedServer } from '../support/scripted-server.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench({ robots: false });
});
afterAll(() => bench[Symbol.asyncDispose]());

const AT = '2026-03-02T09:00:00Z';
const LIMITS = { concurrency: 2, spacingMs: 0, leaseMs: 60_000, patienceMs: 0 };
const HALF_HOUR = 1_800_000;

const known = (host: string) => claimSlot(bench.pipeline.db, host, `first of ${host}`, LIMITS);

/** Lets the rests of all hosts be over, by the database's clock, which tests do not control. */
async function wake(): Promise<void> {
  await sql`UPDATE hosts SET rests_until = now() - interval '1 s', next_slot_at = '-infinity'`.execute(
    bench.pipeline.db,
  );
}

async function refusalsOf(host: string): Promise<number> {
  const row = await bench.pipeline.db
    .selectFrom('hosts')
    .select('refusals')
    .where('host', '=', host)
    .executeTakeFirstOrThrow();
  return row.refusals;
}

describe('a host that refuses requests without a time to wait', () => {
  test.each([
    [HALF_HOUR, [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 1_800, 1_800]],
    [60_000, [0, 1, 2, 4, 8, 16, 32, 60, 60]],
  ])('rests longer with each refusal, at most %i ms', async (longestMs, seconds) => {
    const host = `grows-${longestMs}.example`;
    await known(host);
    const rests: number[] = [];
    for (const _ of seconds) {
      rests.push((await refuseHost(bench.pipeline.db, host, { longestMs })) / 1_000);
      await wake();
    }
    expect(rests).toEqual(seconds);
  });

  test('is not refused twice by requests that were under way together', async () => {
    const host = 'together.example';
    await known(host);
    for (let refusal = 0; refusal < 5; refusal += 1) {
      await refuseHost(bench.pipeline.db, host, { longestMs: HALF_HOUR });
      await wake();
    }
    const rests = [];
    for (let answer = 0; answer < 4; answer += 1)
      rests.push(await refuseHost(bench.pipeline.db, host, { longestMs: HALF_HOUR }));
    expect(rests).toEqual([16_000, 0, 0, 0]);
    expect(await refusalsOf(host)).toBe(6);
    expect((await claimSlot(bench.pipeline.db, host, 'next', LIMITS)).granted).toBe(false);
  });

  test('never rests for less than it asks', async () => {
    const host = 'asks.example';
    await known(host);
    expect(await refuseHost(bench.pipeline.db, host, { askedMs: 90_000, longestMs: 10_000 })).toBe(90_000);
    await wake();
    for (let refusal = 0; refusal < 8; refusal += 1) {
      await refuseHost(bench.pipeline.db, host, { askedMs: 0, longestMs: HALF_HOUR });
      await wake();
    }
    expect(await refuseHost(bench.pipeline.db, host, { askedMs: 5_000, longestMs: HALF_HOUR })).toBe(256_000);
  });

  test('is visited as usual after a few answers', async () => {
    const host = 'recovers.example';
    await known(host);
    const { db } = bench.pipeline;
    await db.updateTable('hosts').set({ refusals: 12 }).where('host', '=', host).execute();
    const counts = [];
    for (let answer = 0; answer < 4; answer += 1) {
      await releaseSlots(db, [{ host, lease: `${answer}`, isTaken: true }]);
      counts.push(await refusalsOf(host));
    }
    expect(counts).toEqual([6, 3, 1, 0]);
    await releaseSlots(db, [{ host, lease: 'failed' }]);
    expect(await refusalsOf(host)).toBe(0);
  });

  test('is asked less and less, whatever the number of its feeds', async () => {
    let isOpen = false;
    await using server = await scriptedServer(() =>
      isOpen
        ? { headers: { 'content-type': 'application/rss+xml' }, body: rssOf([]) }
        : { status: 429, body: 'slow down' },
    );
    const steps = await Promise.all(
      Array.from({ length: 40 }, (_, n) => bench.watch(`${server.url}/${n}.xml`)),
    );
    for (const step of steps) await step.poll(AT);
    expect(server.requests.length).toBeLessThanOrEqual(5);
    const rested = await steps.at(-1)!.feed();
    // A feed that waits for its host has not failed.
    expect(rested).toMatchObject({ failures: 0, last_status: null });
    expect(rested.next_poll_at.getTime()).toBeGreaterThan(Date.parse(AT));

    isOpen = true;
    await wake();
    const before = server.requests.length;
    for (const step of steps) expect((await step.poll(AT)).failures).toBe(0);
    expect(server.requests.length - before).toBe(steps.length);
    expect(await refusalsOf(new URL(server.url).host)).toBe(0);
  });
});

test('an item does not wait for hours for a host that refuses all pages', async () => {
  await using server = await scriptedServer(({ path }, base) =>
    path === '/feed.xml'
      ? {
          headers: { 'content-type': 'application/rss+xml' },
          body: rssOf(
            Array.from({ length: 8 }, (_, n) => ({
              title: `Officers held chips at the border, part ${n}`,
              link: `${base}/${n}.html`,
              published: AT,
            })),
          ),
        }
      : { status: 503 },
  );
  const step = await bench.watch(`${server.url}/feed.xml`);
  await step.poll(AT);
  const items = () =>
    bench.pipeline.db
      .selectFrom('items')
      .select(['state', 'outcome'])
      .where('feed_id', '=', step.id)
      .orderBy('id')
      .execute();
  await step.ingest();
  // Within the first minutes they wait.
  expect((await items()).map(({ state }) => state)).toEqual(Array.from({ length: 8 }, () => 'new'));
  expect((await items()).at(-1)!.outcome).toBe('the host is busy');
  await bench.pipeline.db
    .updateTable('hosts')
    .set({ refusals: 9, next_slot_at: new Date(Date.now() + 600_000) })
    .where('host', '=', new URL(server.url).host)
    .execute();
  bench.setClock('2026-03-02T09:04:00Z');
  await bench.pipeline.db
    .updateTable('items')
    .set({ due_at: new Date(AT) })
    .execute();
  await step.ingest();
  const outcomes = (await items()).map(({ outcome }) => outcome);
  expect(new Set(outcomes)).toEqual(
    new Set(['read from the feed: its host has refused several requests in a row and rests']),
  );
});
