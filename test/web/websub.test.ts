import { createHmac } from 'node:crypto';
import { fastify } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FeedRow } from '../../src/io/store/feeds/feeds.ts';
import { websubCallback } from '../../src/web/server/websub-callback.ts';
import { type PollBench, type PollStep, pollBench, rssOf } from '../support/poll-step.ts';
import { type ScriptedServer, scriptedServer } from '../support/scripted-server.ts';

const LEASE = 864_000;
const SUBSCRIBED = '2026-03-02T08:00:00Z';

const logged: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
const app = fastify({ loggerInstance: log });
let bench: PollBench;
let publicUrl: string;
beforeAll(async () => {
  bench = await pollBench({}, log);
  await app.register(websubCallback, { service: { pipeline: bench.pipeline } });
  publicUrl = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app.close();
  await bench[Symbol.asyncDispose]();
});

interface Outlet extends AsyncDisposable {
  readonly server: ScriptedServer;
  readonly step: PollStep;
  /** The forms that were posted to the hub. */
  readonly forms: URLSearchParams[];
  /** The responses of our callback to the hub's verification requests. */
  readonly answers: { readonly status: number; readonly text: string }[];
  entries: readonly { title: string; link: string; published?: string }[];
  /** How the hub sends its verification request. */
  intent: Record<string, string>;
}

/** A feed and its hub. The hub verifies our callback before it responds to the subscription. */
async function outlet({ by = 'header' }: { by?: 'header' | 'feed' } = {}): Promise<Outlet> {
  const forms: URLSearchParams[] = [];
  const answers: Outlet['answers'] = [];
  const state: Pick<Outlet, 'entries' | 'intent'> = {
    entries: [{ title: 'First', link: 'https://a.example/first', published: '2026-03-02T07:00:00Z' }],
    intent: {},
  };
  const server = await scriptedServer(async ({ path, body }, base) => {
    if (path === '/feed.xml') {
      const links = `<${base}/hub>; rel="hub", <${base}/self.xml>; rel="self"`;
      const inside = `<atom:link rel="hub" href="${base}/hub"/><atom:link rel="self" href="${base}/self.xml"/>`;
      return {
        headers: {
          'content-type': 'application/rss+xml',
          etag: '"e"',
          ...(by === 'header' ? { link: links } : {}),
        },
        body: rssOf(state.entries, by === 'header' ? '' : inside),
      };
    }
    if (path !== '/hub') return undefined;
    const form = new URLSearchParams(body.toString());
    forms.push(form);
    const question = new URL(form.get('hub.callback') ?? '');
    const query = {
      'hub.mode': form.get('hub.mode') ?? '',
      'hub.topic': form.get('hub.topic') ?? '',
      'hub.challenge': 'c h&llenge',
      'hub.lease_seconds': String(LEASE),
      ...state.intent,
    };
    for (const [name, value] of Object.entries(query)) question.searchParams.set(name, value);
    const answer = await fetch(question);
    answers.push({ status: answer.status, text: await answer.text() });
    return { status: 202 };
  });
  const step = await bench.watch(`${server.url}/feed.xml`, { settings: { publicUrl } });
  return Object.assign(state, {
    server,
    step,
    forms,
    answers,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  });
}

function callbackOf(feed: FeedRow): string {
  return `${publicUrl}/websub/${feed.id}/${feed.hub_token}`;
}

async function push(
  feed: FeedRow,
  body: string | Buffer,
  { signature, url = callbackOf(feed) }: { signature?: string | undefined; url?: string } = {},
): Promise<number> {
  const bytes = Buffer.from(body);
  const hmac = createHmac('sha256', feed.hub_secret ?? '')
    .update(bytes)
    .digest('hex');
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/rss+xml',
      'x-hub-signature': signature ?? `sha256=${hmac}`,
    },
    body: bytes,
  });
  return response.status;
}

async function items({ step }: Outlet): Promise<string[]> {
  const rows = await bench.pipeline.db
    .selectFrom('items')
    .select(['title', 'arrived_by'])
    .where('feed_id', '=', step.id)
    .orderBy('id')
    .execute();
  return rows.map((row) => `${row.title} (${row.arrived_by})`);
}

function hours(from: Date | null, to: Date | null): number {
  return ((to?.getTime() ?? Number.NaN) - (from?.getTime() ?? Number.NaN)) / 3_600_000;
}

describe('a feed that names a hub', () => {
  test.each(['header', 'feed'] as const)('in its %s is subscribed to, and polled less', async (by) => {
    await using site = await outlet({ by });
    const { step, server } = site;
    // A busy feed: without the hub it is polled every few minutes.
    site.entries = Array.from({ length: 60 }, (_, index) => ({
      title: `${index}`,
      link: `https://a.example/${index}`,
      published: new Date(Date.parse(SUBSCRIBED) - index * 600_000).toISOString(),
    }));
    const first = await step.poll(SUBSCRIBED);
    expect(hours(first.polled_at, first.next_poll_at)).toBeLessThan(0.3);
    const feed = await step.feed();
    expect(site.answers).toEqual([{ status: 200, text: 'c h&llenge' }]);
    expect(Object.fromEntries(site.forms[0] ?? [])).toEqual({
      'hub.mode': 'subscribe',
      'hub.topic': `${server.url}/self.xml`,
      'hub.callback': callbackOf(feed),
      'hub.secret': feed.hub_secret,
      'hub.lease_seconds': String(LEASE),
    });
    const now = new Date(SUBSCRIBED);
    expect(feed).toMatchObject({ hub_url: `${server.url}/hub`, hub_since: now });
    expect(hours(now, feed.hub_lease_until)).toBe(LEASE / 3_600);
    const later = await step.poll('2026-03-02T08:20:00Z');
    expect(later.schedule_reason).toBe('safety net beside WebSub');
    expect(hours(later.polled_at, later.next_poll_at)).toBeGreaterThan(0.85);
    expect(site.forms).toHaveLength(1);
  });

  test('has what the hub pushes stored as a poll would, on the bytes that were signed', async () => {
    await using site = await outlet();
    const before = await site.step.poll(SUBSCRIBED);
    const feed = await site.step.feed();
    bench.setClock('2026-03-02T09:00:00Z');
    const item = {
      title: 'Puces bridées',
      link: 'https://a.example/puces',
      published: '2026-03-02T08:59:00Z',
    };
    const latin = Buffer.from(rssOf([item]).replace('?>', ' encoding="iso-8859-1"?>'), 'latin1');
    expect(await push(feed, latin)).toBe(204);
    expect(await push(feed, latin)).toBe(204);
    expect(await items(site)).toEqual(['First (feed)', 'Puces bridées (push)']);
    const { etag, content_hash, next_poll_at, polled_at } = await site.step.feed();
    expect({ etag, content_hash, next_poll_at, polled_at }).toEqual({
      etag: before.etag,
      content_hash: before.content_hash,
      next_poll_at: before.next_poll_at,
      polled_at: before.polled_at,
    });
    // The next poll brings nothing new, so the hub counts as reliable.
    site.entries = [item, ...site.entries];
    const after = await site.step.poll('2026-03-02T10:00:00Z');
    expect(await items(site)).toHaveLength(2);
    expect(after.schedule?.hubMissedAt).toBeUndefined();
    expect(after.gaps).toBe(0);
  });

  test('ignores a push without the right signature', async () => {
    await using site = await outlet();
    await site.step.poll(SUBSCRIBED);
    const feed = await site.step.feed();
    const body = rssOf([{ title: 'Forged', link: 'https://a.example/forged' }]);
    const forged = createHmac('sha256', 'guess').update(body).digest('hex');
    for (const signature of ['', `sha256=${forged}`, 'md5=00', 'nonsense'])
      expect(await push(feed, body, { signature }), signature).toBe(204);
    expect(await items(site)).toEqual(['First (feed)']);
    expect((await site.step.feed()).next_poll_at).toEqual(feed.next_poll_at);
  });

  test('is polled at once when a push holds nothing, or cannot be read', async () => {
    await using site = await outlet();
    for (const [minute, body] of ['', 'no feed', rssOf([])].entries()) {
      await site.step.poll(new Date(Date.parse(SUBSCRIBED) + minute * 60_000));
      const feed = await site.step.feed();
      const now = new Date(Date.parse(SUBSCRIBED) + minute * 60_000 + 1_000);
      expect(feed.next_poll_at > now).toBe(true);
      bench.setClock(now);
      expect(await push(feed, body)).toBe(204);
      expect((await site.step.feed()).next_poll_at, body).toEqual(now);
    }
  });

  test('gets a new lease before the old one ends', async () => {
    await using site = await outlet();
    await site.step.poll(SUBSCRIBED);
    const { hub_due_at: due, hub_lease_until: until, hub_secret, hub_token } = await site.step.feed();
    const share = hours(new Date(SUBSCRIBED), due) / (LEASE / 3_600);
    expect(share).toBeGreaterThanOrEqual(0.75);
    expect(share).toBeLessThanOrEqual(0.85);
    await site.step.poll(new Date((due?.getTime() ?? 0) - 1_000));
    expect(site.forms).toHaveLength(1);
    await site.step.poll(due as Date);
    expect(site.forms).toHaveLength(2);
    const renewed = await site.step.feed();
    expect(hours(until, renewed.hub_lease_until)).toBeGreaterThan(100);
    expect(renewed).toMatchObject({ hub_secret, hub_token, hub_since: new Date(SUBSCRIBED) });
  });

  test('is polled as before for a day when the hub has missed something, and the hub is asked anew', async () => {
    await using site = await outlet();
    await site.step.poll(SUBSCRIBED);
    const missed = { title: 'Missed', link: 'https://a.example/missed', published: '2026-03-02T09:00:00Z' };
    site.entries = [missed, ...site.entries];
    const feed = await site.step.poll('2026-03-02T10:00:00Z');
    expect(feed.schedule?.hubMissedAt).toBe(Date.parse('2026-03-02T10:00:00Z'));
    expect(site.forms).toHaveLength(2);
  });

  test('is polled as before when the hub denies, and when it verifies something that was not requested', async () => {
    await using site = await outlet();
    site.intent = { 'hub.mode': 'denied', 'hub.reason': 'no' };
    await site.step.poll(SUBSCRIBED);
    expect(await site.step.feed()).toMatchObject({ hub_lease_until: null, hub_since: null, failures: 0 });
    const feed = await site.step.feed();
    const topic = encodeURIComponent(feed.topic_url ?? '');
    const ask = async (query: string, url = callbackOf(feed)) => (await fetch(`${url}?${query}`)).status;
    expect(await ask(`hub.mode=unsubscribe&hub.topic=${topic}&hub.challenge=x`)).toBe(404);
    expect(await ask('hub.mode=subscribe&hub.topic=https%3A%2F%2Fother.example&hub.challenge=x')).toBe(404);
    expect(await ask(`hub.mode=subscribe&hub.topic=${topic}`)).toBe(404);
    const elsewhere = `${publicUrl}/websub/${feed.id}/${'0'.repeat(32)}`;
    expect(await ask(`hub.mode=subscribe&hub.topic=${topic}&hub.challenge=x`, elsewhere)).toBe(404);
    expect(await push(feed, rssOf([]), { url: elsewhere })).toBe(404);
    expect(await push(feed, rssOf([]), { url: `${publicUrl}/websub/abc/def` })).toBe(404);
  });

  test('is unsubscribed at the hub once nobody watches it', async () => {
    await using site = await outlet();
    await site.step.poll(SUBSCRIBED);
    const feed = await site.step.feed();
    await bench.pipeline.db
      .updateTable('feeds')
      .set({ status: 'paused' })
      .where('id', '=', site.step.id)
      .execute();
    expect(await push(feed, rssOf([{ title: 'Late', link: 'https://a.example/late' }]))).toBe(410);
    expect(await items(site)).toEqual(['First (feed)']);
    const topic = encodeURIComponent(feed.topic_url ?? '');
    const confirmed = await fetch(
      `${callbackOf(feed)}?hub.mode=unsubscribe&hub.topic=${topic}&hub.challenge=yes`,
    );
    expect(await confirmed.text()).toBe('yes');
    expect((await site.step.feed()).hub_lease_until).toBeNull();
  });

  test('is polled where the service has no public address', async () => {
    await using site = await outlet();
    const step = await bench.watch(`${site.server.url}/feed.xml`);
    await step.poll(SUBSCRIBED);
    expect(site.forms).toHaveLength(0);
  });

  test('keeps its secrets out of the log', async () => {
    const rows = await bench.pipeline.db.selectFrom('feeds').select(['hub_secret', 'hub_token']).execute();
    const secrets = rows.flatMap((row) => [row.hub_secret, row.hub_token]).filter((one) => one !== null);
    expect(secrets.length).toBeGreaterThan(10);
    const log = logged.join('');
    expect(log).toContain('websub.subscribed');
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  });
});
