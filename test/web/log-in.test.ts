import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { auditLines } from '../../src/io/store/people/audit.ts';
import { countTry } from '../../src/io/store/people/invitations.ts';
import { checkConsole } from '../../src/service/check-console.ts';
import { logIn, ownPath } from '../../src/web/access/log-in.ts';
import { proxyVisitor } from '../../src/web/access/proxy.ts';
import { hashSecret } from '../../src/service/stored-secrets.ts';
import { testConsole, type TestConsole } from '../support/web-console.ts';
import { webVisitor } from '../support/web-visitor.ts';

let console: TestConsole;

beforeAll(async () => {
  console = await testConsole({ auth: 'accounts' });
});
afterAll(() => console[Symbol.asyncDispose]());

const browser = () => webVisitor(console.web.url);

const PASSWORD = 'correct horse battery';

describe('accounts', () => {
  test('the first owner is created by the link on the terminal, once', async () => {
    const link = new URL(console.web.ownerLink ?? '').pathname;
    const owner = browser();
    expect((await owner.post(link, link, { name: 'Olga', password: 'short' })).status).toBe(422);
    const made = await owner.post(link, link, { name: 'Olga', password: PASSWORD });
    expect(made.status).toBe(303);
    expect(made.headers.getSetCookie().join()).toMatch(
      /chipwatch_session=[^;]{43};.*HttpOnly.*SameSite=Lax/i,
    );
    expect((await owner.get('/people')).status).toBe(200);
    expect((await browser().get(link)).status).toBe(404);
    // The stored value cannot be used as a cookie.
    const stored = await console.db.selectFrom('sessions').select('hash').execute();
    expect(stored.map(({ hash }) => hash)).not.toContain(owner.jar.get('chipwatch_session'));
  });

  test('an anonymous visitor is led to the log-in, and back to the requested page', async () => {
    const visitor = browser();
    const led = await visitor.get('/feeds?a=1');
    expect(led.headers.get('location')).toBe('/login?to=%2Ffeeds%3Fa%3D1');
    const wrong = await visitor.post('/login', '/login', { name: 'olga', password: 'not this one' });
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).toContain('do not fit together');
    const right = await visitor.post('/login', '/login', {
      name: 'olga',
      password: PASSWORD,
      to: '/feeds?a=1',
    });
    expect(right.headers.get('location')).toBe('/feeds?a=1');
    expect((await visitor.get('/feeds')).status).toBe(200);
    await visitor.post('/feeds', '/logout', {});
    expect((await visitor.get('/feeds')).status).toBe(303);
  });

  test('guessing is slowed down, and a right guess among too many is refused', async () => {
    const guesser = browser();
    const statuses: number[] = [];
    for (let guess = 0; guess < 8; guess++)
      statuses.push(
        (await guesser.post('/login', '/login', { name: 'victim', password: `guess ${guess}` })).status,
      );
    expect(statuses.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 401));
    expect(statuses.slice(6)).toEqual([429, 429]);
  });

  test('only failed attempts count against an address', async () => {
    const address = '203.0.113.7';
    const now = new Date();
    const come = (password: string) => logIn(console.db, { name: 'olga', password, address }, now);
    for (let others = 0; others < 39; others++)
      await countTry(console.db, hashSecret(`from ${address}`), now, 900);
    for (let morning = 0; morning < 3; morning++) expect(await come(PASSWORD)).toHaveProperty('account');
    expect(await come('not this one')).toEqual({ refused: 'wrong' });
    expect(await come(PASSWORD)).toEqual({ refused: 'too often' });
  });

  test('the last owner cannot be removed, and a shut account is logged out at once', async () => {
    const owner = browser();
    await owner.post('/login', '/login', { name: 'Olga', password: PASSWORD });
    const [olga] = await console.db.selectFrom('accounts').select('id').where('name', '=', 'Olga').execute();
    expect((await owner.post('/people', `/people/${olga?.id}`, { role: 'reader' })).status).toBe(409);
    const rita = await console.somebody('analyst', 'rita');
    const asRita = () =>
      fetch(`${console.web.url}/feeds`, { headers: { authorization: `Bearer ${rita.token}` } });
    expect((await asRita()).status).toBe(200);
    await owner.post('/people', `/people/${rita.id}`, { role: 'shut' });
    expect((await asRita()).status).toBe(401);
    const audit = await (await owner.get('/audit')).text();
    expect(audit).toContain('POST /people/:id');
    expect(audit).not.toContain(PASSWORD);
  });

  test('the audit log keeps only the fields that a call has, each shortened', async () => {
    const { token } = await console.somebody('analyst', 'ada');
    const ids = Array.from({ length: 500 }, () => '00000000-0000-4000-8000-000000000000');
    await fetch(`${console.web.url}/api/v1/deliveries/retry`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ids, unasked: 'x'.repeat(1_000) }),
    });
    const [line] = await auditLines(console.db, { limit: 1 });
    expect(line).toMatchObject({ did: 'POST /api/v1/deliveries/retry' });
    expect(line?.detail).toEqual({ ids: expect.stringMatching(/^.{3999}…$/) });
  });

  test('a token may not do more than its owner, whatever its scope', async () => {
    const paul = await console.somebody('owner', 'paul');
    const people = () =>
      fetch(`${console.web.url}/people`, { headers: { authorization: `Bearer ${paul.token}` } });
    expect((await people()).status).toBe(200);
    await console.db.updateTable('accounts').set({ role: 'reader' }).where('id', '=', paul.id).execute();
    expect((await people()).status).toBe(403);
  });
});

test('a token is revoked by its owner, not by another token', async () => {
  const tina = await console.somebody('reader', 'tina');
  const { id } = await console.db
    .selectFrom('api_tokens')
    .select('id')
    .where('user_id', '=', tina.id)
    .executeTakeFirstOrThrow();
  const remove = async (headers: Record<string, string>) =>
    (
      await fetch(`${console.web.url}/account/tokens/${id}/remove`, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body: new URLSearchParams({ csrf: tina.csrf }),
      })
    ).status;
  expect(await remove({ authorization: `Bearer ${tina.token}` })).toBe(404);
  expect(await remove({ cookie: tina.cookie })).toBe(303);
  expect(await remove({ cookie: tina.cookie })).toBe(404);
});

describe('an open console', () => {
  const config = (web: object) =>
    ({
      file: 'chipwatch.yaml',
      lineOf: undefined,
      web: { host: '127.0.0.1', port: 0, hosts: [], auth: 'off', ...web },
    }) as never;

  test.each(['0.0.0.0', '::', '192.168.1.4', 'watch.example'])(
    'is refused on %s, with the line to add',
    (host) => {
      expect(() => checkConsole(config({ host }))).toThrow(/auth: accounts/);
      expect(() => checkConsole(config({ host }))).toThrow(ConfigError);
      expect(() => checkConsole(config({ host, auth: 'accounts' }))).not.toThrow();
    },
  );
  test.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('is allowed on %s', (host) => {
    expect(() => checkConsole(config({ host }))).not.toThrow();
  });
});

describe('a proxy in front', () => {
  const settings = {
    addresses: ['10.0.0.1'],
    userHeader: 'X-User',
    roleHeader: 'X-Role',
    role: 'reader' as const,
  };
  const from = (remoteAddress: string, headers: Record<string, string | string[]>) =>
    proxyVisitor(settings, { headers, socket: { remoteAddress } } as never);

  test('is trusted when the request comes from it', () => {
    expect(from('10.0.0.1', { 'x-user': 'ada', 'x-role': 'analyst' })).toMatchObject({
      name: 'ada',
      role: 'analyst',
    });
    expect(from('::ffff:10.0.0.1', { 'x-user': 'ada', 'x-role': 'analyst' })).toMatchObject({
      role: 'analyst',
    });
  });
  test('is not trusted from another address, without a name, or with two names or an unknown role', () => {
    expect(from('10.0.0.2', { 'x-user': 'ada', 'x-role': 'owner' })).toBeUndefined();
    expect(from('10.0.0.1', { 'x-role': 'owner' })).toBeUndefined();
    expect(from('10.0.0.1', { 'x-user': 'ada, eve', 'x-role': 'owner' })).toBeUndefined();
    expect(from('10.0.0.1', { 'x-user': 'ada', 'x-role': 'emperor' })?.role).toBeUndefined();
  });
});

test.each([
  ['/feeds?a=1', '/feeds?a=1'],
  ['//evil.example/', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example/', '/'],
  ['/\t/evil.example', '/'],
  ['https:evil.example', '/'],
  ['/%2F/evil.example', '/%2F/evil.example'],
  ['/..//evil.example', '/'],
  ['/a/%2e%2e//evil.example', '/'],
  [undefined, '/'],
])('after the log-in %s leads to %s', (to, path) => {
  expect(ownPath(to)).toBe(path);
});
