import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { listening } from '../../support/listening.ts';
import { type PollBench, pollBench, rssOf } from '../../support/poll-step.ts';
import { type ScriptedAnswer, scriptedServer } from '../../support/scripted-server.ts';
import { START, XML } from '../support/answering-servers.ts';
import { variantTest } from '../support/cases.ts';

/** An authority and a certificate by it for `localhost`, valid for a hundred years. Nothing but these tests trusts them. */
const AUTHORITY = fileURLToPath(new URL('../../../fixtures/cases/tls/ca.pem', import.meta.url));
const pem = (name: string) =>
  readFileSync(new URL(`../../../fixtures/cases/tls/${name}.pem`, import.meta.url));
const CHILD = fileURLToPath(new URL('../../support/fetch-child.ts', import.meta.url));
const FEED = rssOf([
  { title: 'Quota on lathes', link: 'https://o.example/1' },
  { title: 'Tender', link: 'https://o.example/2' },
]);

/** A server that speaks TLS with a certificate of the test's authority for `localhost`. */
async function secureServer(answer: (path: string) => ScriptedAnswer) {
  const server = createServer({ key: pem('server-key'), cert: pem('server') }, (request, response) => {
    const { status = 200, headers = {}, body = '' } = answer(request.url ?? '');
    response.writeHead(status, headers).end(body);
  });
  const own = await listening(server);
  return { url: `https://localhost:${own.port}`, [Symbol.asyncDispose]: () => own[Symbol.asyncDispose]() };
}

describe('a feed that moves to https', { timeout: 60_000 }, () => {
  const before = tls.getCACertificates('default');
  let bench: PollBench;
  beforeAll(async () => {
    // What NODE_EXTRA_CA_CERTS does for a process that starts with it.
    tls.setDefaultCACertificates([...before, pem('ca').toString()]);
    bench = await pollBench();
  });
  afterAll(async () => {
    tls.setDefaultCACertificates(before);
    await bench[Symbol.asyncDispose]();
  });

  /** The feed after so many polls of an address that redirects there. */
  const after = async (polls: number, first: string) => {
    const step = await bench.watch(first);
    for (let poll = 0; poll < polls; poll++) await step.poll(new Date(START + poll * 3_600_000));
    const { url, last_error } = await step.feed();
    const items = await bench.pipeline.db
      .selectFrom('items')
      .select('id')
      .where('feed_id', '=', step.id)
      .execute();
    return { url, error: last_error, items: items.length };
  };

  for (const status of [301, 308])
    variantTest(`with ${status}: its address is changed, and no item repeated`, async () => {
      await using secure = await secureServer(() => ({ headers: XML, body: FEED }));
      await using plain = await scriptedServer(({ path }) => ({
        status,
        headers: { location: `${secure.url}${path}` },
      }));
      const seen = await after(4, `${plain.url}/feed-${status}.xml`);
      expect(seen).toEqual({ url: `${secure.url}/feed-${status}.xml`, error: null, items: 2 });
    });

  variantTest('and on with 308 to another path there', async () => {
    await using secure = await secureServer((path) =>
      path === '/new.xml' ? { headers: XML, body: FEED } : { status: 308, headers: { location: '/new.xml' } },
    );
    await using plain = await scriptedServer(({ path }) => ({
      status: 301,
      headers: { location: `${secure.url}${path}` },
    }));
    expect(await after(3, `${plain.url}/feed.xml`)).toEqual({
      url: `${secure.url}/new.xml`,
      error: null,
      items: 2,
    });
  });

  variantTest('and back to http: it is read, and its address stays', async () => {
    await using plain = await scriptedServer(() => ({ headers: XML, body: FEED }));
    await using secure = await secureServer(() => ({
      status: 301,
      headers: { location: `${plain.url}/feed.xml` },
    }));
    expect(await after(4, `${secure.url}/feed.xml`)).toEqual({
      url: `${secure.url}/feed.xml`,
      error: null,
      items: 2,
    });
  });

  variantTest('entries whose links and guids change to https with it are the same items', async () => {
    const body = (base: string) => FEED.replaceAll('https://o.example', base);
    let isMoved = false;
    await using secure = await secureServer(() => ({ headers: XML, body: body('https://www.o.example') }));
    await using plain = await scriptedServer(({ path }) =>
      isMoved
        ? { status: 301, headers: { location: `${secure.url}${path}` } }
        : { headers: XML, body: body('http://o.example') },
    );
    const step = await bench.watch(`${plain.url}/feed.xml`);
    await step.poll(new Date(START));
    isMoved = true;
    for (let poll = 1; poll < 5; poll++) await step.poll(new Date(START + poll * 3_600_000));
    const items = await bench.pipeline.db
      .selectFrom('items')
      .select('id')
      .where('feed_id', '=', step.id)
      .execute();
    expect([(await step.feed()).url, items.length]).toEqual([`${secure.url}/feed.xml`, 2]);
  });
});

describe('an authority of one’s own', { timeout: 60_000 }, () => {
  const fetched = async (url: string, environment: Record<string, string>) => {
    const { stdout } = await promisify(execFile)(process.execPath, [CHILD, url], {
      env: { ...process.env, ...environment },
    });
    return JSON.parse(stdout) as Record<string, unknown>;
  };

  variantTest('is trusted by NODE_EXTRA_CA_CERTS', async () => {
    await using secure = await secureServer(() => ({ headers: XML, body: FEED }));
    expect(await fetched(`${secure.url}/`, { NODE_EXTRA_CA_CERTS: AUTHORITY })).toEqual({
      status: 200,
      url: `${secure.url}/`,
    });
  });
  variantTest('is not trusted without it, and the message names it', async () => {
    await using secure = await secureServer(() => ({ headers: XML, body: FEED }));
    const { code, message } = await fetched(`${secure.url}/`, {});
    expect([code, message]).toEqual(['tls', expect.stringContaining('NODE_EXTRA_CA_CERTS')]);
  });
});
