import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertToken, removeToken } from '../../src/io/store/people/api-tokens.ts';
import { countTry } from '../../src/io/store/people/invitations.ts';
import { hashSecret, newSecret } from '../../src/service/stored-secrets.ts';
import { testConsole, type TestConsole } from '../support/web-console.ts';
import { webVisitor } from '../support/web-visitor.ts';

// Attempts to break in over HTTP, at a console behind https and a reverse proxy.
let console: TestConsole;

const PASSWORD = 'correct horse battery';
const SESSION = '__Host-chipwatch_session';

beforeAll(async () => {
  console = await testConsole(
    { auth: 'accounts', publicUrl: 'https://watch.example/', forwardedBy: ['127.0.0.1'] },
    { patience: { headers: 300, request: 500, idle: 5_000, kept: 5_000, look: 100 } },
  );
  const owner = browser();
  const link = new URL(console.web.ownerLink ?? '').pathname;
  await owner.post(link, link, { name: 'olga', password: PASSWORD });
});
afterAll(() => console[Symbol.asyncDispose]());

/** A browser with its own client address. */
function browser(address = '203.0.113.1') {
  const visitor = webVisitor(console.web.url, { 'x-forwarded-for': address });
  const logIn = (fields: Record<string, string> = {}) =>
    visitor.post('/login', '/login', { name: 'olga', password: PASSWORD, ...fields });
  return { ...visitor, logIn };
}

test('cookies are kept to our host, to https, and from scripts and other sites', async () => {
  const visitor = browser();
  const set = [
    ...(await visitor.get('/login')).headers.getSetCookie(),
    ...(await visitor.logIn()).headers.getSetCookie(),
  ];
  expect(set.map((line) => line.split('=', 1)[0])).toEqual([
    '__Host-chipwatch_visit',
    SESSION,
    '__Host-chipwatch_browser',
  ]);
  for (const line of set) {
    for (const flag of [/; HttpOnly/i, /; Secure/i, /; SameSite=Lax/i, /; Path=\/(?:;|$)/i])
      expect(line).toMatch(flag);
    expect(line).not.toMatch(/domain/i);
  }
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https:evil.example',
  'https://evil.example',
  '/..//evil.example',
  '/.%2e//evil.example',
  '/%5Cevil.example/..//evil.example',
  'javascript:alert(1)',
])('a log-in does not lead to %s', async (to) => {
  const led = await browser().logIn({ to });
  expect(led.status).toBe(303);
  expect(new URL(led.headers.get('location') ?? '', 'https://watch.example/').host).toBe('watch.example');
});

describe('a session', () => {
  test('is a new one after the log-in, whatever the browser had', async () => {
    const attacker = browser();
    await attacker.logIn();
    const planted = attacker.jar.get(SESSION) as string;
    const victim = browser();
    victim.jar.set(SESSION, planted);
    victim.jar.set('__Host-chipwatch_browser', 'A'.repeat(43));
    await victim.post('/account', '/login', { name: 'olga', password: PASSWORD });
    expect(victim.jar.get(SESSION)).toMatch(/^[\w-]{43}$/);
    expect(victim.jar.get(SESSION)).not.toBe(planted);
    expect(victim.jar.get('__Host-chipwatch_browser')).not.toBe('A'.repeat(43));
    expect((await attacker.get('/feeds')).status).toBe(303);
    expect((await victim.get('/feeds')).status).toBe(200);
  });

  test('ends on the server at the log-out, and in all browsers with a new password', async () => {
    const [one, two, thief] = [browser(), browser(), browser()];
    await one.logIn();
    await two.logIn();
    thief.jar.set(SESSION, one.jar.get(SESSION) as string);
    expect((await thief.get('/feeds')).status).toBe(200);
    await one.post('/account', '/logout', {});
    expect((await thief.get('/feeds')).status).toBe(303);
    await one.logIn();
    const changed = await one.post('/account', '/account/password', {
      present_password: PASSWORD,
      new_password: PASSWORD,
    });
    expect(changed.headers.get('location')).toBe('/login');
    expect((await two.get('/feeds')).status).toBe(303);
  });
});

describe('guessing', () => {
  test('takes as much work for an unknown name', async () => {
    const cost = async (name: string) => {
      const guesser = browser(`198.51.100.${name.length}`);
      const before = process.cpuUsage();
      for (let guess = 0; guess < 4; guess++) await guesser.logIn({ name, password: 'wrong' });
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await cost('warm-up');
    // Compares work, not time: a name that is refused without checking the password would cost a tenth.
    expect(await cost('nobody at all')).toBeGreaterThan((await cost('olga')) / 3);
  });

  test('from many addresses of one network counts as one client', async () => {
    const statuses: number[] = [];
    for (let guess = 1; guess <= 7; guess++)
      statuses.push((await browser(`2001:db8:1:2::${guess}`).logIn({ name: 'ipv6', password: 'x' })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429]);
  });

  test('does not lock out a browser that has logged in before', async () => {
    const owner = browser('198.51.100.200');
    await owner.logIn();
    await owner.post('/account', '/logout', {});
    const now = new Date();
    for (const key of ['name olga', 'from 198.51.100.200'])
      for (let guess = 0; guess < 60; guess++) await countTry(console.db, hashSecret(key), now, 900);
    expect((await browser('198.51.100.201').logIn()).status).toBe(429);
    expect((await owner.logIn({ name: 'OLGA' })).status).toBe(303);
    await owner.post('/account', '/logout', {});
    // The known browser counts for that name only, and the number of its attempts is limited too.
    expect((await owner.logIn({ name: 'paul', password: 'x' })).status).toBe(429);
    const statuses: number[] = [];
    for (let guess = 0; guess < 11; guess++) statuses.push((await owner.logIn({ password: 'x' })).status);
    expect(statuses.slice(9)).toEqual([401, 429]);
    await console.db.deleteFrom('login_failures').execute();
  });
});

describe('a token', () => {
  const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  const make = async (role: 'reader' | 'owner', expires: Date) => {
    const secret = newSecret();
    await insertToken(
      console.db,
      { hash: hashSecret(secret), name: 'a program', role, userId: undefined, expires },
      new Date(),
    );
    return secret;
  };
  const ask = async (path: string, headers: Record<string, string>) =>
    (await fetch(`${console.web.url}${path}`, { headers })).status;
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

  test('is refused once it has expired, was revoked, or lacks the permission', async () => {
    const good = await make('reader', later(1));
    expect(await ask('/api/v1/stories', bearer(good))).toBe(200);
    expect(await ask('/api/v1/audit', bearer(good))).toBe(403);
    expect(await ask('/api/v1/stories', bearer(await make('owner', later(-1))))).toBe(401);
    const { id } = await console.db
      .selectFrom('api_tokens')
      .select('id')
      .where('hash', '=', hashSecret(good))
      .executeTakeFirstOrThrow();
    await removeToken(console.db, id);
    expect(await ask('/api/v1/stories', bearer(good))).toBe(401);
  });

  test('is read from its header only', async () => {
    const good = await make('owner', later(1));
    for (const name of ['token', 'access_token', 'api_key', 'authorization'])
      expect(await ask(`/api/v1/stories?${name}=${good}`, {}), name).toBe(401);
    expect(await ask('/api/v1/stories', { cookie: `${SESSION}=${good}` })).toBe(401);
    const visitor = browser();
    await visitor.logIn();
    const session = visitor.jar.get(SESSION) as string;
    expect(await ask('/api/v1/stories', bearer(session))).toBe(401);
    // A wrong token is refused even with a valid session.
    expect(await ask('/api/v1/stories', { ...bearer('x'), cookie: `${SESSION}=${session}` })).toBe(401);
    expect(await ask('/api/v1/stories', bearer(hashSecret(good)))).toBe(401);
  });
});

test('a call with a cookie needs a CSRF token, whatever its body is', async () => {
  const visitor = browser();
  await visitor.logIn();
  const cookie = `${SESSION}=${visitor.jar.get(SESSION)}`;
  for (const [type, body] of [
    ['application/json', '{"languages":"de"}'],
    ['application/json', '{"csrf":{"a":1},"languages":"de"}'],
    ['text/plain', 'csrf=x&languages=de'],
    ['application/x-www-form-urlencoded', 'csrf=a&csrf=b&languages=de'],
  ] as const) {
    const answer = await fetch(`${console.web.url}/account/languages`, {
      method: 'POST',
      headers: { cookie, 'content-type': type },
      body,
    });
    expect(answer.status, type).toBe(403);
  }
  // Name and password in the URL are neither a token nor a log-in.
  const basic = `Basic ${Buffer.from('a:b').toString('base64')}`;
  const forged = await fetch(`${console.web.url}/login`, {
    method: 'POST',
    headers: { authorization: basic },
    body: new URLSearchParams({ csrf: '', name: 'olga', password: PASSWORD }),
  });
  expect(forged.status).toBe(403);
});

describe('a proxy that names people', () => {
  const behind = (addresses: string[]) =>
    testConsole({
      auth: 'proxy',
      proxy: { addresses, userHeader: 'x-forwarded-user', roleHeader: 'x-role', role: 'reader' },
    });
  const OWNER: [string, string][] = [
    ['x-forwarded-user', 'eve'],
    ['x-role', 'owner'],
  ];
  const get = ({ web }: TestConsole, path: string, headers: [string, string][]) =>
    fetch(`${web.url}${path}`, { headers });

  test('is trusted where the request comes from it', async () => {
    await using ours = await behind(['127.0.0.1']);
    expect((await get(ours, '/api/v1/audit', OWNER)).status).toBe(200);
    expect((await get(ours, '/api/v1/audit', [['x-forwarded-user', 'ada'], ...OWNER])).status).toBe(401);
    await using theirs = await behind(['10.9.9.9']);
    const claimed = await get(theirs, '/api/v1/audit', [...OWNER, ['x-forwarded-for', '10.9.9.9']]);
    expect(claimed.status).toBe(401);
    // Nor is the host of a forged Host header repeated in links.
    for (const path of ['/alerts.atom', '/alerts.json', '/']) {
      const forged = await get(ours, path, [...OWNER, ['x-forwarded-host', 'evil.example']]);
      expect(await forged.text()).not.toContain('evil.example');
    }
  });
});

/** Sends bytes, some of them later, and returns the whole response once the server has closed the connection. */
async function raw(first: string, late?: string): Promise<string> {
  const socket = connect(Number(new URL(console.web.url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => {
    answer += data.toString('latin1');
  });
  socket.on('error', () => {});
  socket.write(first);
  const drip = setInterval(() => late !== undefined && socket.write(late), 50);
  await once(socket, 'close');
  clearInterval(drip);
  return answer;
}

describe('a request', () => {
  const BODY =
    'POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n';

  test('that arrives a letter at a time is ended', async () => {
    const tooSlow = (first: string, late: string) =>
      // A letter that is under way when the server closes the connection can cost the answer, so some are tried.
      expect.poll(() => raw(first, late), { timeout: 10_000 }).toMatch(/^HTTP\/1\.1 408/);
    await tooSlow('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', 'a');
    await tooSlow(`${BODY}Content-Length: 60000\r\n\r\n`, 'a');
    await tooSlow(`${BODY}Transfer-Encoding: chunked\r\n\r\n`, '1\r\na\r\n');
  });

  test('that is too large is refused', async () => {
    const head = 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n';
    expect(await raw(`${head}X-Large: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/);
    const chunk = `10000\r\n${'a'.repeat(65_536)}\r\n`;
    expect(await raw(`${BODY}Transfer-Encoding: chunked\r\n\r\n${chunk}${chunk}`)).toMatch(/^HTTP\/1\.1 413/);
  });

  test('that is ambiguous is refused', async () => {
    const both = `${BODY}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n`;
    expect(await raw(both)).toMatch(/^HTTP\/1\.1 400/);
    const target = 'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n';
    expect(await raw(target)).toMatch(/^HTTP\/1\.1 421/);
  });

  test('never redirects to another host’s log-in', async () => {
    const headers = {
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
      accept: 'text/html',
    };
    const led = await fetch(`${console.web.url}/feeds`, { headers, redirect: 'manual' });
    expect(led.headers.get('location')).toBe('/login?to=%2Ffeeds');
  });
});
