import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { parseFeed } from '../../../src/core/feeds/parse-feed.ts';
import { type PollBench, pollBench, rssOf } from '../../support/poll-step.ts';
import { type ScriptedAnswer, scriptedServer } from '../../support/scripted-server.ts';
import { caseTest, variantTest } from '../support/cases.ts';
import { caseFile } from '../support/page-outlet.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

const AT = '2026-03-02T09:00:00Z';
const XML = { 'content-type': 'application/rss+xml' };
const feed = rssOf([{ title: 'Chips held', link: 'https://outlet.example/held' }]);

/** Polls the feed once for each response and returns its state after each poll. */
async function polls(...answers: readonly ScriptedAnswer[]) {
  let asked = 0;
  await using server = await scriptedServer(() => answers[Math.min(asked++, answers.length - 1)]);
  const step = await bench.watch(`${server.url}/feed.xml`);
  const states = [];
  for (let poll = 0; poll < answers.length; poll++)
    states.push(await step.poll(new Date(Date.parse(AT) + poll * 3_600_000)));
  const { count } = await bench.pipeline.db
    .selectFrom('items')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('feed_id', '=', step.id)
    .executeTakeFirstOrThrow();
  return { states, items: Number(count), requests: server.requests };
}

describe('a 304 to an unconditional request', () => {
  caseTest('feeds/11-304-unasked', async () => {
    let asked = 0;
    await using server = await scriptedServer(() =>
      asked++ === 0 ? { status: 304 } : { headers: XML, body: caseFile('feeds/11-304-unasked/feed.xml') },
    );
    const step = await bench.watch(`${server.url}/feed.xml`, { backfillAge: 48 * 3_600 });
    expect(await step.poll(AT)).toMatchObject({ failures: 1, succeeded_at: null });
    expect(await step.poll('2026-03-02T10:00:00Z')).toMatchObject({ failures: 0, last_error: null });
    const items = await bench.pipeline.db
      .selectFrom('items')
      .select('backlog')
      .where('feed_id', '=', step.id)
      .execute();
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ backlog }) => backlog)).toBe(true);
  });

  variantTest('after a feed without validators', async () => {
    const { states } = await polls({ headers: XML, body: feed }, { status: 304 });
    expect(states.map(({ failures }) => failures)).toEqual([0, 1]);
    expect(states[1]?.last_error).toContain('304');
  });
  variantTest('a 304 to a conditional request is no error', async () => {
    const { states } = await polls({ headers: { ...XML, etag: '"a"' }, body: feed }, { status: 304 });
    expect(states.map(({ failures }) => failures)).toEqual([0, 0]);
  });
});

describe('a feed with a status other than 200', () => {
  caseTest('feeds/18-status-206', async () => {
    const { states, items } = await polls({
      status: 206,
      headers: XML,
      body: caseFile('feeds/18-status-206/feed.xml'),
    });
    expect(states[0]).toMatchObject({ failures: 0, last_error: null });
    expect(items).toBe(1);
  });
  for (const status of [201, 203, 226])
    variantTest(`${status}`, async () => {
      expect((await polls({ status, headers: XML, body: feed })).items).toBe(1);
    });
  variantTest('204 without a body', async () => {
    expect((await polls({ status: 204 })).states[0]?.failures).toBe(1);
  });
});

describe('a cookie that a chain of redirects asks for', () => {
  const gate =
    (from: string, cookie: string) =>
    (request: { path: string; headers: { cookie?: string | undefined } }) => {
      if (request.path === from)
        return { status: 302, headers: { location: '/feed.xml', 'set-cookie': cookie } };
      if (request.path !== '/feed.xml') return undefined;
      if (request.headers.cookie?.includes('ok=1')) return { headers: XML, body: feed };
      return { status: 302, headers: { location: from } };
    };
  const CASES: readonly [name: string, from: string, cookie: string][] = [
    ['with a path and an age', '/consent?back=%2Ffeed.xml', 'ok=1; Path=/; Max-Age=600; HttpOnly'],
    ['beside another', '/gate', 'ok=1; SameSite=None'],
    ['with a date in the form of RFC 850', '/set', 'ok=1; path=/; expires=Friday, 01-Jan-38 00:00:00 GMT'],
  ];
  const read = async (from: string, cookie: string) => {
    await using server = await scriptedServer(gate(from, cookie));
    const step = await bench.watch(`${server.url}/feed.xml`);
    const first = await step.poll(AT);
    await step.poll('2026-03-02T10:00:00Z');
    return { first, requests: server.requests };
  };
  caseTest('feeds/19-cookie-in-redirects', async () => {
    const { first, requests } = await read('/gate', 'ok=1');
    expect(first).toMatchObject({ failures: 0 });
    // The next poll begins without it.
    expect(requests.map(({ headers }) => headers.cookie)).toEqual([
      undefined,
      undefined,
      'ok=1',
      undefined,
      undefined,
      'ok=1',
    ]);
  });
  for (const [name, from, cookie] of CASES)
    variantTest(name, async () => {
      expect((await read(from, cookie)).first.failures).toBe(0);
    });
  variantTest('of another host is not sent', async () => {
    expect((await read('/gate', 'ok=1; Domain=elsewhere.example')).first.last_error).toContain('in a circle');
  });
});

describe('a rate limit', () => {
  const four = async (status: number, headers: Record<string, string>) => {
    await using server = await scriptedServer(() => ({ status, headers }));
    for (const name of ['a', 'b', 'c', 'd']) {
      const step = await bench.watch(`${server.url}/${name}.xml`);
      await step.poll(AT);
    }
    return server.requests.length;
  };
  caseTest('feeds/20-429-host', async () => {
    expect(await four(429, { 'retry-after': '900' })).toBe(1);
  });
  variantTest('of a 503 with a date', async () => {
    expect(await four(503, { 'retry-after': 'Mon, 02 Mar 2026 09:30:00 GMT' })).toBe(1);
  });
  variantTest('without a time is ignored', async () => {
    expect(await four(503, {})).toBe(4);
  });
});

describe('gzip without a Content-Encoding header', () => {
  const packed = gzipSync(feed);
  variantTest('as a file', async () => {
    expect((await polls({ headers: XML, body: packed })).items).toBe(1);
  });
  variantTest('compressed twice, declared once', async () => {
    expect(
      (await polls({ headers: { ...XML, 'content-encoding': 'gzip' }, body: gzipSync(packed) })).items,
    ).toBe(1);
  });
  variantTest('larger than any feed may be', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(64 * 1024 * 1024)));
    expect((await polls({ headers: XML, body: bomb })).states[0]?.last_error).toMatch(/too large/);
  });
});

describe('a content coding other than the declared one', () => {
  const bytes = Buffer.from(feed);
  const packed = gzipSync(feed);
  const ANSWERS: readonly [name: string, coding: string | undefined, body: Buffer][] = [
    ['zlib as gzip', 'gzip', deflateSync(feed)],
    ['brotli as gzip', 'gzip', brotliCompressSync(feed)],
    ['gzip as brotli', 'br', packed],
    ['gzip as deflate', 'deflate', packed],
    ['gzip as zstd', 'zstd', packed],
    ['bare deflate', 'deflate', deflateRawSync(feed)],
    ['gzip thrice, announced once', 'gzip', gzipSync(gzipSync(packed))],
    ['gzip once, announced twice', 'gzip, gzip', packed],
    ['zstd, not announced', undefined, zstdCompressSync(feed)],
    ['zlib, not announced', undefined, deflateSync(feed)],
    ['gzip behind blanks', 'gzip', Buffer.concat([Buffer.from('\r\n \n'), packed])],
    ['gzip with a weight', 'gzip;q=1.0', packed],
    ['gzip in quotes', '"gzip"', packed],
    ...['xml', 'text/xml', '8bit', 'chunked', 'aws-chunked', 'none', 'br', 'zstd'].map(
      (name): [string, string, Buffer] => [`plain text as ${name}`, name, bytes],
    ),
  ];
  for (const [name, coding, body] of ANSWERS)
    variantTest(name, async () => {
      const headers = { ...XML, ...(coding === undefined ? {} : { 'content-encoding': coding }) };
      expect((await polls({ headers, body })).items).toBe(1);
    });
});

describe('a character encoding other than the declared one', () => {
  const document = (title: string, encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><title>O</title><item><title>${title}</title><guid>1</guid><description>${title}。${title}</description></item></channel></rss>`;
  const JAPANESE = '経済産業省は木曜日、フォトレジストなど半導体材料の輸出規制を強化すると発表した';
  const RUSSIAN = 'Экспорт чипов запрещён с понедельника';
  for (const [title, said, meant, charset] of [
    [JAPANESE, 'EUC-JP', 'euc-jp', 'Shift_JIS'],
    [JAPANESE, 'Shift_JIS', 'shift_jis', 'EUC-JP'],
    [RUSSIAN, 'koi8-r', 'koi8-r', 'windows-1251'],
    [RUSSIAN, 'windows-1251', 'win1251', 'utf-8'],
    [RUSSIAN, 'utf-8', 'utf-16le', 'utf-8'],
    [RUSSIAN, 'utf-16', 'utf-8', 'utf-16'],
  ] as const)
    variantTest(`${meant} that says ${said}, under ${charset}`, async () => {
      const bytes = iconv.encode(document(title, said), meant);
      const feed = await parseFeed(bytes, {
        url: 'https://outlet.example/f',
        contentType: `text/xml; charset=${charset}`,
      });
      expect(feed.entries[0]?.title).toBe(title);
    });
  variantTest('UTF-8 after a byte order mark of UTF-16', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(document(RUSSIAN, 'utf-8'))]);
    expect((await parseFeed(bytes, { url: 'https://outlet.example/f' })).entries[0]?.title).toBe(RUSSIAN);
  });
});
