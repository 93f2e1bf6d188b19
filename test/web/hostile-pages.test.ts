import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainLine } from '../../src/core/messages/plain-text.ts';
import type { WebRoute } from '../../src/web/route.ts';
import { ROUTES } from '../../src/web/routes.ts';
import { UNSAFE } from '../core/messages/every-output.ts';
import { fillHostileArchive, HOSTILE_TITLE } from '../support/hostile-archive.ts';
import { testConsole, type TestConsole } from '../support/web-console.ts';

// Every page and every answer of the API, over a database in which every text from outside is hostile.
let console: TestConsole;
let ids: Awaited<ReturnType<typeof fillHostileArchive>>;

beforeAll(async () => {
  console = await testConsole({ publicUrl: 'http://127.0.0.1/' });
  ids = await fillHostileArchive(console.db);
});
afterAll(() => console[Symbol.asyncDispose]());

/** Routes that read, but the assets, log-in with a provider, and answers that need a second server. */
const READ = ROUTES.filter(
  ({ method, path }) =>
    method === 'GET' && !/^\/(?:assets|login|invitations|feeds\/preview)|\.(?:css|js|svg)$/.test(path),
);

/** Values of parameters that lead to the hostile story. */
const QUERY: Readonly<Record<string, string>> = {
  '/search': '?q=export',
  '/api/v1/search': '?q=export',
  '/why': `?address=${encodeURIComponent('https://outlet.example/waits')}`,
  '/items': '?state=waiting',
};

async function get({
  path,
}: Pick<WebRoute, 'path'>): Promise<{ status: number; type: string; text: string }> {
  const address =
    path
      .replace(':id', path.includes('/archive/tasks/') ? ids.task : ids.storyId)
      .replace('*', 'chip_ban.yaml') + (QUERY[path] ?? '');
  const response = await fetch(`${console.web.url}${address}`, { redirect: 'manual' });
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: await response.text(),
  };
}

describe.each([
  ...READ.map((rule) => [rule.path, rule] as const),
  ['/alerts.atom', { path: '/alerts.atom' }],
  ['/alerts.json', { path: '/alerts.json' }],
] as const)('%s', (_path, rule) => {
  test('contains no unsafe character, no credentials and no markup from outside', async () => {
    const { status, type, text } = await get(rule);
    expect(status).toBeLessThan(500);
    expect(text.replaceAll('\r\n', '\n')).not.toMatch(UNSAFE);
    if (!type.startsWith('text/html')) return;
    const document = load(text);
    expect(document('script:not([src]), [href^="javascript:"], [src^="http:"]').length).toBe(0);
    expect(document.root().text()).not.toContain('&lt;');
  }, 60_000);
});

test.each([
  '/',
  '/stories/:id',
  '/alerts',
  '/search',
  '/why',
  '/items',
  '/feeds',
  '/deliveries',
  '/silences',
  '/archive',
  '/archive/tasks/:id',
  '/alerts.atom',
  '/alerts.json',
  '/api/v1/stories',
  '/api/v1/items',
  '/api/v1/feeds',
])(
  '%s shows the title or outlet as the common sanitiser returns it',
  async (path) => {
    const { status, type, text } = await get({ path });
    expect(status).toBe(200);
    const shown = type.includes('json')
      ? JSON.stringify(JSON.parse(text))
      : load(text, { xml: type.includes('xml') })
          .root()
          .text()
          .replaceAll(/\s+/g, ' ');
    const wanted = plainLine(HOSTILE_TITLE);
    expect(shown).toContain(type.includes('json') ? JSON.stringify(wanted).slice(1, -1) : wanted);
    expect(text).not.toContain('user:pass@');
  },
  60_000,
);
