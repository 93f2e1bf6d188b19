import { gzipSync } from 'node:zlib';
import { describe, expect } from 'vitest';
import { mayFetch } from '../../../src/pipeline/fetching/obey-robots.ts';
import { type ScriptedAnswer, type SeenRequest, scriptedServer } from '../../support/scripted-server.ts';
import { answeringServers, START, XML, titled } from '../support/answering-servers.ts';
import { variantTest } from '../support/cases.ts';

const servers = answeringServers();
const feed = titled('Chips held');

describe('refusals', { timeout: 60_000 }, () => {
  const restOf = async (status: number, headers: Record<string, string>) => {
    await using server = await scriptedServer(() => ({ status, headers }));
    for (const name of ['a', 'b', 'c'])
      await (await servers.bench().watch(`${server.url}/${name}.xml`)).poll(new Date(START));
    return server.requests.length;
  };
  for (const after of [
    'Monday, 02-Mar-26 09:20:00 GMT',
    'Mon Mar  2 09:20:00 2026',
    '1200',
    '1200.5',
    '20m',
    ' 600 ',
    '"600"',
    '86400000',
    '2026-03-02T09:20:00Z',
  ])
    for (const status of [429, 503])
      variantTest(`${status} with Retry-After ${after} rests the host for all its feeds`, async () => {
        expect(await restOf(status, { 'retry-after': after })).toBe(1);
      });
  for (const after of ['-1', 'soon', 'Mon, 02 Mar 2020 09:20:00 GMT', '0'])
    variantTest(`Retry-After ${after} asks for no pause`, async () => {
      expect(await restOf(429, { 'retry-after': after })).toBeGreaterThan(1);
    });
  variantTest(
    'the host to which a feed redirects rests too, and is not reached by another redirect',
    async () => {
      await using refusing = await scriptedServer(() => ({ status: 429, headers: { 'retry-after': '900' } }));
      const to = refusing.url.replace('127.0.0.1', 'localhost');
      await using first = await scriptedServer(({ path }) => ({
        status: 302,
        headers: { location: `${to}${path}` },
      }));
      await using second = await scriptedServer(({ path }) => ({
        status: 302,
        headers: { location: `${to}${path}` },
      }));
      await (await servers.bench().watch(`${first.url}/a.xml`)).poll(new Date(START));
      const step = await servers.bench().watch(`${second.url}/b.xml`);
      const { failures } = await step.poll(new Date(START));
      expect([refusing.requests.length, failures]).toEqual([1, 0]);
    },
  );
});

describe('a bot check at the feed’s address', { timeout: 60_000 }, () => {
  const HTML = 'text/html; charset=utf-8';
  const page = (title: string, text: string) =>
    `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
  const NAMED: readonly [name: string, answer: ScriptedAnswer, said: RegExp][] = [
    ['AWS, 202 without a body', { status: 202, headers: { 'x-amzn-waf-action': 'challenge' } }, /x-amzn-waf-action, a bot check/],
    ['AWS, 405 with a captcha', { status: 405, headers: { 'x-amzn-waf-action': 'captcha' } }, /405: by its header x-amzn-waf-action/],
    ['Cloudflare, 403', { status: 403, headers: { 'cf-mitigated': 'challenge' } }, /403: by its header cf-mitigated/],
    ['DataDome, 403', { status: 403, headers: { 'x-dd-b': '1' } }, /403: by its header x-dd-b/],
    ['Sucuri, 403', { status: 403, headers: { 'x-sucuri-block': 'GEO02' } }, /by its header x-sucuri-block/],
    ['in English, 200', { headers: { 'content-type': HTML }, body: page('Just a moment...', 'Verifying you are human. This may take a few seconds.') }, /page that checks whether a person/],
    ['in German, 200', { headers: { 'content-type': HTML }, body: page('Einen Moment bitte', 'Bitte bestätigen Sie, dass Sie kein Roboter sind.') }, /page that checks whether a person/],
    ['in Japanese, 200', { headers: { 'content-type': HTML }, body: page('アクセス確認', 'あなたがロボットではないことを確認してください。') }, /page that checks whether a person/],
  ]; // biome-ignore format: a table
  for (const [name, answer, said] of NAMED)
    variantTest(`is named: ${name}`, async () => {
      const { last } = await servers.polls(answer);
      expect([last.failures, last.last_error]).toEqual([1, expect.stringMatching(said)]);
    });
  variantTest('is not claimed of a page that says something else', async () => {
    const { last } = await servers.polls({
      headers: { 'content-type': HTML },
      body: page('Our newsroom', 'We write about robots and their makers.'),
    });
    expect(last.last_error).toMatch(/which neither announces a feed nor marks its entries/);
  });
});

describe('robots.txt', { timeout: 60_000 }, () => {
  const { signal } = new AbortController();
  const allowed = async (answer: (request: SeenRequest, base: string) => ScriptedAnswer | undefined) => {
    await using server = await scriptedServer(answer);
    servers.bench().setClock(new Date(START));
    const first = await Promise.all(
      ['/a', '/private/b', '/c'].map((path) =>
        mayFetch(servers.bench().pipeline, `${server.url}${path}`, signal),
      ),
    );
    await mayFetch(servers.bench().pipeline, `${server.url}/d`, signal);
    return [first.map(({ status }) => status).join(' '), server.requests.length];
  };
  const RULES = 'User-agent: *\nDisallow: /private/\n';
  for (const [name, answer, expected] of [
    [
      'a page in its place',
      () => ({
        headers: { 'content-type': 'text/html' },
        body: '<!doctype html><html><body>Not found. User-agent: * Disallow: /</body></html>',
      }),
      ['yes yes yes', 1],
    ],
    ['500', () => ({ status: 500 }), ['no no no', 1]],
    ['403', () => ({ status: 403 }), ['yes yes yes', 1]],
    ['204', () => ({ status: 204 }), ['yes yes yes', 1]],
    [
      'a mark of UTF-8 and carriage returns',
      () => ({ body: `\ufeff${RULES.replaceAll('\n', '\r')}` }),
      ['yes no yes', 1],
    ],
    ['gzip, not announced', () => ({ body: gzipSync(RULES) }), ['yes no yes', 1]],
    [
      'a redirect to its rules',
      ({ path }) =>
        path === '/robots.txt' ? { status: 301, headers: { location: '/r.txt' } } : { body: RULES },
      ['yes no yes', 2],
    ],
    [
      'a redirect to the home page',
      ({ path }) =>
        path === '/robots.txt'
          ? { status: 302, headers: { location: '/' } }
          : { headers: { 'content-type': 'text/html' }, body: '<html><body>Home</body></html>' },
      ['yes yes yes', 2],
    ],
    [
      'a redirect in a circle',
      ({ path }) => ({ status: 302, headers: { location: path === '/robots.txt' ? '/x' : '/robots.txt' } }),
      ['yes yes yes', 2],
    ],
  ] as [string, (request: SeenRequest, base: string) => ScriptedAnswer | undefined, [string, number]][])
    variantTest(name, async () => {
      expect(await allowed(answer)).toEqual(expected);
    });
});

describe('redirects', { timeout: 60_000 }, () => {
  const through = async (
    first: ScriptedAnswer,
    then: (request: SeenRequest) => ScriptedAnswer | undefined = () => undefined,
  ) => {
    await using server = await scriptedServer((request, base) => {
      if (request.path === '/dir/feed.xml')
        return Object.fromEntries(
          Object.entries(first).map(([k, v]) => [
            k,
            k === 'headers'
              ? Object.fromEntries(
                  Object.entries(v as Record<string, string>).map(([n, s]) => [
                    n,
                    typeof s === 'string' ? s.replaceAll('BASE', base) : s,
                  ]),
                )
              : v,
          ]),
        );
      return then(request) ?? (request.path.startsWith('/new') ? { headers: XML, body: feed } : undefined);
    });
    const step = await servers.bench().watch(`${server.url}/dir/feed.xml`);
    const { last_error } = await step.poll(new Date(START));
    return { items: (await servers.itemsOf(step.id)).length, error: last_error, requests: server.requests };
  };
  for (const [status, location] of [
    [307, '/new.xml'],
    [308, '../new.xml'],
    [303, '//127.0.0.1:PORT/new.xml'],
    [302, '/new?título=ñ'],
    [301, '/new feed.xml'],
    [302, 'BASE/new.xml#top'],
    [301, '\\new.xml'],
    [302, '/new.xml '],
    [300, '/new.xml'],
  ] as const)
    variantTest(`${status} to ${location}`, async () => {
      const target = Buffer.from(location.replace('//127.0.0.1:PORT', 'BASE')).toString('latin1');
      const { items, error } = await through({ status, headers: { location: target } });
      expect([items, error]).toEqual([1, null]);
    });
  variantTest('one without a target, but with the feed', async () => {
    const { items } = await through({ status: 302, headers: XML, body: feed });
    expect(items).toBeLessThan(2);
  });
  variantTest('a cookie that a later hop deletes', async () => {
    const { items, requests } = await through(
      { status: 302, headers: { location: '/two', 'set-cookie': 'a=1; Path=/' } },
      ({ path }) =>
        path === '/two'
          ? {
              status: 302,
              headers: { location: '/new.xml', 'set-cookie': ['a=; Path=/; Max-Age=0', 'b=2; Path=/'] },
            }
          : undefined,
    );
    expect(items).toBe(1);
    expect(requests.map(({ headers }) => headers.cookie)).toEqual([undefined, 'a=1', 'b=2']);
  });
  variantTest('a cookie of one folder is not sent to another', async () => {
    const { requests } = await through({
      status: 302,
      headers: { location: '/new.xml', 'set-cookie': 'a=1' },
    });
    expect(requests.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
  });
});
