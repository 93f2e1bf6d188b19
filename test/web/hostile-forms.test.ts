import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { escapeHtml } from '../../src/core/messages/escape.ts';
import { createLiveSource } from '../../src/io/http/live-source.ts';
import { createDocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import type { WebRoute } from '../../src/web/route.ts';
import { ROUTES } from '../../src/web/routes.ts';
import { UNSAFE } from '../core/messages/every-output.ts';
import { HOSTILE_LINE } from '../core/messages/hostile.ts';
import { fillHostileArchive, HOSTILE_TITLE } from '../support/hostile-archive.ts';
import { type ScriptedServer, scriptedServer } from '../support/scripted-server.ts';
import { type Somebody, testConsole, type TestConsole } from '../support/web-console.ts';
import { webVisitor } from '../support/web-visitor.ts';

// Every form and every changing call of the API, with hostile values in all of its fields, over a database in which
// every text from outside is hostile. The answers repeat what was posted.
let console: TestConsole;
let owner: Somebody;
let server: ScriptedServer;
let ids: { storyId: string; articleId: string };
let topics: string;
const source = createLiveSource({ userAgent: 'chipwatch/test', allowPrivateNetworks: true });
let reader: ReturnType<typeof createDocumentReader>;

const escaped = escapeHtml(HOSTILE_TITLE.replaceAll('\u001b', ''));
/** Titles of feeds are HTML inside of XML. */
const TITLE = escapeHtml(escaped);
const FEED = `<rss version="2.0"><channel><title>${TITLE}</title><item><title>${TITLE}</title><link>javascript:alert(1)</link><guid>1</guid></item></channel></rss>`;

beforeAll(async () => {
  topics = await mkdtemp(join(tmpdir(), 'chipwatch-topics-'));
  await cp('config/topics', topics, { recursive: true });
  reader = createDocumentReader({ threads: 1, topics, entities: 'config/entities.yaml' });
  server = await scriptedServer(({ path }) => {
    const [type, body] =
      path === '/feed' ? ['application/rss+xml', FEED] : ['text/html', `<h1>${escaped}</h1><p>${escaped}`];
    return { headers: { 'content-type': `${type}; charset=utf-8` }, body };
  });
  console = await testConsole(
    { auth: 'accounts', publicUrl: 'http://127.0.0.1/' },
    { config: { topics }, pipeline: { reader, source, now: () => new Date() } },
  );
  ids = await fillHostileArchive(console.db);
  owner = await console.somebody('owner', 'Olga <b>\u202eO');
});
afterAll(async () => {
  await console[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
  await reader.close();
  await source.close();
  await rm(topics, { recursive: true });
});

/** Forms that need no log-in are tested below. A log-out would end the session of the other tests. */
const WRITE = ROUTES.filter(
  ({ method, path, access }) => method !== 'GET' && access !== 'anyone' && path !== '/logout',
);

/** Of a hostile text as much as a name may have. */
const HOSTILE_NAME = '<b>\u202e&amp;\u001b[31m\u200b\u2028"</a>';

/** Values that a handler accepts, so that it comes as far as the texts. A field that is missing here is hostile. */
function fitting(path: string): Record<string, unknown> {
  const isApi = path.startsWith('/api/');
  return {
    action: 'pause',
    articles: [ids.articleId],
    because: HOSTILE_NAME,
    category: HOSTILE_NAME,
    channel: 'terminal',
    days: 30,
    file: 'chip_ban.yaml',
    for: '1d',
    from: isApi ? [ids.storyId] : ids.storyId,
    ids: [ids.storyId],
    language: 'en',
    languages: ['de'],
    mark: 'read',
    matchers: { outlet: HOSTILE_TITLE },
    name: HOSTILE_NAME,
    on: isApi ? true : 'yes',
    opml: `<opml version="2.0"><body><outline text="${escaped}" xmlUrl="nonsense"/></body></opml>`,
    outlet: path === '/silences' ? HOSTILE_TITLE : HOSTILE_NAME,
    query: `q=${encodeURIComponent(HOSTILE_LINE)}`,
    read: 'yes',
    reason: HOSTILE_NAME,
    relevant: isApi ? false : 'no',
    role: 'reader',
    route: `name: all\nchannels: [terminal]\noutlets: [${JSON.stringify(HOSTILE_NAME)}]`,
    since: '7',
    starred: 'no',
    topic: path === '/silences' ? '' : 'chip_ban',
    until: new Date(Date.now() + 86_400_000).toISOString(),
    url: `${server.url}${path.endsWith('preview') ? '/feed' : '/page'}`,
    ...(path.endsWith('/explain') ? { text: `Export ban\n${HOSTILE_LINE} chips` } : {}),
    ...(path === '/silences' ? { entity: '', route: '', title: HOSTILE_NAME } : {}),
  };
}

function fieldsOf({ body }: WebRoute): string[] {
  return Object.keys((body as { shape?: object } | undefined)?.shape ?? {});
}

async function send({ method, path }: WebRoute, fields: Record<string, unknown>) {
  const isApi = path.startsWith('/api/');
  const form = new URLSearchParams({ csrf: owner.csrf });
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, typeof one === 'string' ? one : JSON.stringify(one));
  const response = await fetch(`${console.web.url}${path.replace(':id', ids.storyId)}`, {
    method,
    redirect: 'manual',
    headers: isApi
      ? { authorization: `Bearer ${owner.token}`, 'content-type': 'application/json' }
      : { cookie: owner.cookie, accept: 'text/html' },
    body: isApi ? JSON.stringify(fields) : form,
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** No unsafe character, and no element or attribute that only the hostile text can have brought. */
function expectSafe(headers: Headers, text: string): void {
  // A backup is compressed bytes, which nobody reads.
  if (headers.get('content-type') === 'application/gzip') return;
  expect(text.replaceAll('\r\n', '\n')).not.toMatch(UNSAFE);
  expect(headers.get('location') ?? '').not.toMatch(UNSAFE);
  expect(text).not.toContain('user:pass@');
  if (!(headers.get('content-type') ?? '').startsWith('text/html')) return;
  const document = load(text);
  expect(document('script:not([src]), [href^="javascript:"], [href="http://evil.example"]').length).toBe(0);
}

describe.each(WRITE.map((rule) => [`${rule.method} ${rule.path}`, rule] as const))('%s', (_name, rule) => {
  test('answers hostile fields safely', async () => {
    const { status, headers, text } = await send(
      rule,
      Object.fromEntries(fieldsOf(rule).map((name) => [name, HOSTILE_TITLE])),
    );
    expect(status).toBeLessThan(500);
    expectSafe(headers, text);
  }, 60_000);

  test('answers hostile texts beside fitting fields safely', async () => {
    if (/\/(?:people\/:id.*|rollback|save|source)$/.test(rule.path)) return;
    const fit = fitting(rule.path);
    const { status, headers, text } = await send(
      rule,
      Object.fromEntries(fieldsOf(rule).map((name) => [name, fit[name] ?? HOSTILE_TITLE])),
    );
    expect(status).toBeLessThan(500);
    expectSafe(headers, text);
  }, 60_000);
});

test('the preview of a feed shows its title as text', async () => {
  const preview = WRITE.find(({ path }) => path === '/feeds/preview') as WebRoute;
  const { status, text } = await send(preview, { url: `${server.url}/feed` });
  expect(status).toBe(200);
  expect(load(text)('h1').text()).toContain('<script> <!channel>');
});

describe('without an account', () => {
  test.each([
    ['the log-in', '/login', { name: HOSTILE_TITLE.slice(0, 80), password: HOSTILE_LINE.slice(0, 200) }],
    ['a log-in that is too long', '/login', { name: HOSTILE_TITLE, password: HOSTILE_TITLE }],
  ])('%s repeats nothing unsafe', async (_name, page, fields) => {
    const visitor = webVisitor(console.web.url, { accept: 'text/html' });
    const shown = await visitor.get(`${page}?to=${encodeURIComponent(`/search?q=${HOSTILE_LINE}`)}`);
    expect(shown.status).toBe(200);
    expectSafe(shown.headers, await shown.text());
    const to = `/search?q=${HOSTILE_LINE}`;
    const refused = await visitor.post(page, page, { ...fields, to });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expectSafe(refused.headers, await refused.text());
  });

  test('a redirect to the log-in keeps hostile characters encoded', async () => {
    const visitor = webVisitor(console.web.url, { accept: 'text/html' });
    const led = await visitor.get(`/search?q=${encodeURIComponent(HOSTILE_LINE)}`);
    expect(led.status).toBe(303);
    expectSafe(led.headers, await led.text());
  });

  test('an invitation shows and repeats nothing unsafe', async () => {
    const visitor = webVisitor(console.web.url, { accept: 'text/html' });
    const link = new URL(console.web.ownerLink ?? '').pathname;
    for (const path of [link, `/invitations/${encodeURIComponent(HOSTILE_LINE.slice(0, 60))}`]) {
      const shown = await visitor.get(path);
      expectSafe(shown.headers, await shown.text());
    }
    const refused = await visitor.post(link, link, { name: HOSTILE_TITLE, password: 'short' });
    expect(refused.status).toBe(422);
    expectSafe(refused.headers, await refused.text());
  });

  test('a link for a new password shows the stored name safely', async () => {
    const people = WRITE.find(({ path }) => path === '/people/:id/password') as WebRoute;
    const { id } = await console.somebody('reader', 'Rita <script> \u202e\u200b\u001b[31m');
    const { text } = await send({ ...people, path: people.path.replace(':id', id) }, {});
    const link = /\/invitations\/[\w-]+/.exec(text)?.[0] ?? '';
    expect(link).not.toBe('');
    const shown = await webVisitor(console.web.url, { accept: 'text/html' }).get(link);
    const page = await shown.text();
    expectSafe(shown.headers, page);
    expect(page).toContain('Rita');
  });
});
