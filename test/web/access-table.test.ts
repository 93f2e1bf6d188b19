import fastify from 'fastify';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardRoutes, NoRuleError } from '../../src/web/server/mount.ts';
import { mayAccess, type PluginRule, ROLES, type WebRoute } from '../../src/web/route.ts';
import { metricsRule, PLUGIN_RULES, ROUTES } from '../../src/web/routes.ts';
import { type Somebody, testConsole, type TestConsole } from '../support/web-console.ts';

// Every route of the table with every role, and with requests of attackers.
let console: TestConsole;
let people: Readonly<Record<string, Somebody>>;

beforeAll(async () => {
  console = await testConsole({ auth: 'accounts', publicUrl: undefined });
  people = {
    reader: await console.somebody('reader'),
    analyst: await console.somebody('analyst'),
    owner: await console.somebody('owner'),
  };
});

afterAll(() => console[Symbol.asyncDispose]());

/** Streams do not end, and redirects to a provider leave our server. */
const RULES: readonly (WebRoute | PluginRule)[] = [...ROUTES, ...PLUGIN_RULES, metricsRule(undefined)].filter(
  ({ path }) => path !== '/events',
);
const CHANGING = ROUTES.filter(({ method }) => method !== 'GET');

function addressOf(path: string): string {
  return path
    .replace('*', '/')
    .replaceAll(/:(\w+)/g, (_all, name: string) => (name === 'id' ? '999999' : 'x'.repeat(32)));
}

interface Answered {
  readonly status: number;
  readonly title: string;
}

function ask(
  { method, path }: Pick<WebRoute, 'method' | 'path'>,
  headers: Record<string, string>,
  body?: string,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      `${console.web.url}${addressOf(path)}`,
      {
        method,
        agent: false,
        headers: {
          accept: 'application/json',
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) }),
          ...headers,
        },
      },
      async (response) => {
        let text = '';
        for await (const chunk of response) text += String(chunk);
        const isProblem = response.headers['content-type']?.includes('problem+json') === true;
        resolve({
          status: response.statusCode ?? 0,
          title: isProblem ? (JSON.parse(text) as { title: string }).title : '',
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

describe.each(RULES.map((rule) => [`${rule.method} ${rule.path}`, rule] as const))('%s', (_name, rule) => {
  test('anonymous visitors see only public routes', async () => {
    const { status, title } = await ask(rule, {});
    if (rule.access === 'anyone') expect(title).not.toMatch(/log in|role/);
    else expect({ status, title }).toEqual({ status: 401, title: 'Please log in' });
  });

  test.each(ROLES)('as %s', async (role) => {
    const { status, title } = await ask(rule, { authorization: `Bearer ${people[role]?.token}` });
    if (mayAccess(role, rule.access)) expect(title).not.toMatch(/log in|Your role/);
    else expect({ status, title }).toEqual({ status: 403, title: 'Your role may not do this' });
    expect(status).not.toBe(500);
  });

  test('a forged Host is refused', async () => {
    expect((await ask(rule, { host: 'evil.example' })).status).toBe(421);
  });
});

describe.each(CHANGING.map((rule) => [`${rule.method} ${rule.path}`, rule] as const))('%s', (_name, rule) => {
  const owner = () => ({ cookie: people['owner']?.cookie ?? '' });

  test('is refused from another site', async () => {
    const { status, title } = await ask(
      rule,
      { ...owner(), 'sec-fetch-site': 'cross-site' },
      `csrf=${people['owner']?.csrf}`,
    );
    expect({ status, title }).toEqual({ status: 403, title: 'This came from another site' });
    const old = await ask(
      rule,
      { ...owner(), origin: 'http://evil.example' },
      `csrf=${people['owner']?.csrf}`,
    );
    expect(old.title).toBe('This came from another site');
  });

  test('is refused without the form’s CSRF token', async () => {
    for (const body of ['', 'csrf=wrong', `csrf=${people['reader']?.csrf}`])
      expect(await ask(rule, owner(), body)).toEqual({ status: 403, title: 'The form is too old' });
  });

  test('refuses a body that is too large', async () => {
    const limit = rule.bodyLimit ?? 64 * 1024;
    const answered = await ask(rule, owner(), `x=${'y'.repeat(limit)}`).catch(() => ({
      status: 413,
      title: '',
    }));
    expect(answered.status).toBe(413);
  });
});

test.each(
  ROUTES.filter(({ path }) => path.includes(':id')).flatMap((rule) =>
    ['1%00', '1%0A', '%001', '1%20', '%D9%A1', '0x1', '-1', '1e3'].map((id) => [rule.method, rule.path, id]),
  ),
)('%s %s takes no id like %s', async (method, path, id) => {
  const answer = await fetch(`${console.web.url}${path.replace(':id', id)}`, {
    method,
    headers: { authorization: `Bearer ${people['owner']?.token}`, accept: 'application/json' },
  });
  expect(answer.status).toBe(404);
  expect((await answer.json()) as object).toMatchObject({ detail: expect.stringContaining('id: ') });
});

test('a route without a rule cannot be registered', () => {
  const app = fastify();
  guardRoutes(app, {
    service: {} as never,
    settings: { mode: 'off', secure: false },
    routes: ROUTES,
    plugins: PLUGIN_RULES,
    assets: '',
  });
  expect(() => app.get('/new', async () => 'hello')).toThrow(NoRuleError);
  expect(() => app.get('/livez', async () => 'ok')).not.toThrow();
});

test('a request that the server refuses before any route gets a page with a title', async () => {
  const page = await fetch(`${console.web.url}/login`, {
    method: 'POST',
    headers: { accept: 'text/html', 'content-type': 'application/json' },
    body: '{',
  });
  expect(page.status).toBe(400);
  expect(await page.text()).toContain('<h1>Bad Request</h1>');
});

test('unknown paths are answered in the requested format', async () => {
  const page = await fetch(`${console.web.url}/nowhere`, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(404);
  expect(page.headers.get('content-type')).toContain('text/html');
  const program = await fetch(`${console.web.url}/api/v1/nowhere`, { headers: { accept: 'text/html' } });
  expect(program.headers.get('content-type')).toContain('application/problem+json');
  expect(await program.json()).toMatchObject({ status: 404, title: 'Not found' });
});

test.each([
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
  ['application/json;q=0.9, text/html;q=0.1', 'application/problem+json'],
  ['text/html;q=0, */*', 'application/problem+json'],
  ['*/*', 'application/problem+json'],
])('who accepts %s gets %s', async (accept, type) => {
  const answer = await fetch(`${console.web.url}/nowhere`, { headers: { accept } });
  expect(answer.headers.get('content-type')).toContain(type);
});

test('a method that an address does not take is refused with those that it takes', async () => {
  const changed = await fetch(`${console.web.url}/api/v1/stories/1/marks`, { method: 'DELETE' });
  expect({ status: changed.status, allow: changed.headers.get('allow') }).toEqual({
    status: 405,
    allow: 'POST',
  });
  expect(await changed.json()).toMatchObject({ status: 405, title: 'Method Not Allowed' });
  const page = await fetch(`${console.web.url}/feeds`, { method: 'OPTIONS' });
  expect(page.headers.get('allow')).toBe('GET, HEAD, POST');
});

test('an address that cannot be decoded is a problem with the headers of every response', async () => {
  const answer = await fetch(`${console.web.url}/feeds/%zz`);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.headers.get('x-frame-options')).toBe('DENY');
  expect(await answer.json()).toMatchObject({ status: 400, title: 'Bad Request' });
});

test('If-None-Match: * is answered 304', async () => {
  const answer = await fetch(`${console.web.url}/api/v1/account`, {
    headers: { authorization: `Bearer ${people['owner']?.token}`, 'if-none-match': '*' },
  });
  expect(answer.status).toBe(304);
});
