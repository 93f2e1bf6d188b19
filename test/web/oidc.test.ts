import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CookieJar, cookieJar } from '../support/cookie-jar.ts';
import { closedPort } from '../support/listening.ts';
import { explainOidc } from '../../src/web/access/explain-oidc.ts';
import { beginOidc } from '../../src/web/access/oidc.ts';
import { testConsole, type TestConsole } from '../support/web-console.ts';

// Log-in by OpenID Connect with a real provider on this machine.
let issuer: Server;
let console: TestConsole;

/** The claims of the provider about a user. */
const CLAIMS: Record<string, { preferred_username: string; chipwatch_role?: string }> = {
  ada: { preferred_username: 'ada', chipwatch_role: 'analyst' },
  bob: { preferred_username: 'bob' },
};

beforeAll(async () => {
  const issuerPort = await closedPort();
  const port = await closedPort();
  const url = `http://127.0.0.1:${issuerPort}`;
  const provider = new Provider(url, {
    clients: [
      {
        client_id: 'chipwatch',
        client_secret: 'a secret between the two',
        redirect_uris: [`http://127.0.0.1:${port}/login/oidc/callback`],
      },
    ],
    claims: { openid: ['sub', 'preferred_username', 'chipwatch_role'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['only for this test'] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...CLAIMS[id] }),
    }),
  });
  issuer = createServer(provider.callback());
  await new Promise<void>((resolve) => issuer.listen(issuerPort, '127.0.0.1', resolve));
  console = await testConsole({
    auth: 'accounts',
    port,
    publicUrl: `http://127.0.0.1:${port}/`,
    oidc: {
      issuer: url,
      clientId: 'chipwatch',
      clientSecret: 'a secret between the two',
      name: 'the test provider',
      roleClaim: 'chipwatch_role',
      role: 'reader',
    },
  });
});

afterAll(async () => {
  await console[Symbol.asyncDispose]();
  issuer.closeAllConnections();
  await new Promise((resolve) => issuer.close(resolve));
});

/**
 * Follows redirects over both servers with one cookie jar and submits the provider's two forms, until a page is shown
 * or `until` matches.
 */
async function comeBy(
  login: string,
  { until, jar: used = cookieJar() }: { readonly until?: string; readonly jar?: CookieJar } = {},
): Promise<{ url: string; status: number; href: string; browser: CookieJar }> {
  const { send } = used;
  let url = new URL('/login/oidc?to=/feeds', console.web.url);
  let init: RequestInit = {};
  for (let hop = 0; hop < 20; hop++) {
    if (url.pathname === until) return { url: url.pathname, status: 0, href: url.href, browser: used };
    const response = await send(url, init);
    init = {};
    const location = response.headers.get('location');
    if (location !== null) {
      url = new URL(location, url);
      continue;
    }
    const text = await response.text();
    const action = /<form[^>]* action="([^"]+)"/.exec(text)?.[1];
    if (url.port === new URL(console.web.url).port || action === undefined)
      return { url: url.pathname, status: response.status, href: url.href, browser: used };
    const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1] ?? 'login';
    url = new URL(action, url);
    init = { method: 'POST', body: new URLSearchParams({ prompt, login, password: 'x' }) };
  }
  throw new Error('too many hops');
}

test('a user who logs in at the provider gets an account with the role that it names', async () => {
  const ada = await comeBy('ada');
  expect(ada).toMatchObject({ url: '/feeds', status: 200 });
  await comeBy('bob');
  const users = await console.db
    .selectFrom('accounts')
    .select(['name', 'role', 'password_hash'])
    .orderBy('name')
    .execute();
  expect(users).toEqual([
    { name: 'ada', role: 'analyst', password_hash: null },
    { name: 'bob', role: 'reader', password_hash: null },
  ]);
  // The second log-in finds the same account and gives it the role that the provider names now.
  CLAIMS['bob'] = { preferred_username: 'bob', chipwatch_role: 'owner' };
  await comeBy('bob');
  const bob = await console.db.selectFrom('accounts').select('role').where('name', '=', 'bob').execute();
  expect(bob).toEqual([{ role: 'owner' }]);
});

test('a response to a log-in of another browser is refused', async () => {
  const answer = await fetch(`${console.web.url}/login/oidc/callback?code=stolen&state=theirs`, {
    redirect: 'manual',
  });
  expect(answer.status).toBe(400);
  const begun = await fetch(`${console.web.url}/login/oidc`, { redirect: 'manual' });
  const cookie = begun.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const forged = await fetch(`${console.web.url}/login/oidc/callback?code=stolen&state=theirs`, {
    redirect: 'manual',
    headers: { cookie },
  });
  expect(forged.status).toBe(401);
});

describe('an answer of the provider', () => {
  const CALLBACK = '/login/oidc/callback';
  const COOKIE = 'chipwatch_oidc';
  /** A user who has logged in at the provider and has not returned yet. */
  const onTheWay = () => comeBy('bob', { until: CALLBACK });
  const visitIn = ({ jar }: CookieJar) =>
    JSON.parse(Buffer.from(jar.get(COOKIE) ?? '', 'base64url').toString('utf8')) as Record<string, string>;

  test.each(['state', 'nonce', 'verifier'])('is refused with another %s', async (part) => {
    const { href, browser } = await onTheWay();
    const visit = { ...visitIn(browser), [part]: 'A'.repeat(43) };
    browser.jar.set(COOKIE, Buffer.from(JSON.stringify(visit)).toString('base64url'));
    expect((await browser.send(new URL(href))).status).toBe(401);
    expect(browser.jar.has('chipwatch_session')).toBe(false);
  });

  test('is accepted once, and in the browser that began the log-in', async () => {
    const { href, browser } = await onTheWay();
    const { browser: victim } = await onTheWay();
    expect((await victim.send(new URL(href))).status).toBe(401);
    const kept = browser.jar.get(COOKIE) as string;
    const { browser: other, href: fresh } = await onTheWay();
    expect((await other.send(new URL(fresh))).headers.get('location')).toBe('/feeds');
    expect(other.jar.has(COOKIE)).toBe(false);
    const replayed = cookieJar();
    replayed.jar.set(COOKIE, kept);
    expect((await replayed.send(new URL(fresh))).status).toBe(401);
  });

  test('leads to our own pages only', async () => {
    const { href, browser } = await onTheWay();
    const visit = { ...visitIn(browser), to: '/..//evil.example' };
    browser.jar.set(COOKIE, Buffer.from(JSON.stringify(visit)).toString('base64url'));
    expect((await browser.send(new URL(href))).headers.get('location')).toBe('/');
  });
});

test('an account that an owner has shut stays shut', async () => {
  await console.db
    .updateTable('accounts')
    .set({ disabled_at: new Date() })
    .where('name', '=', 'ada')
    .execute();
  expect(await comeBy('ada')).toMatchObject({ url: '/login/oidc/callback', status: 403 });
});

describe('the log says in words why a provider could not be asked', () => {
  async function reasonOf(port: number): Promise<{ readonly reason: string; readonly cause: string }> {
    const settings = { issuer: `http://127.0.0.1:${port}`, clientId: 'a', clientSecret: 'b', role: 'reader' };
    const asked = beginOidc(
      { ...settings, role: 'reader', name: 'x' },
      { redirectUri: 'https://a.example/', to: '/' },
    );
    const error: unknown = await asked.catch((refusal: unknown) => refusal);
    return explainOidc(error as Error, settings.issuer);
  }

  test('no server', async () => {
    const port = await closedPort();
    expect(await reasonOf(port)).toMatchObject({
      reason: `127.0.0.1:${port} refuses connections: no server listens there`,
    });
  });

  test.each([
    ['a web page', 'text/html', '<p>Welcome</p>', 'answers with something else than JSON'],
    ['another name', 'application/json', '{"issuer":"https://other.example"}', 'names itself otherwise'],
  ])('%s', async (_, type, body, words) => {
    const server = createServer((_request, response) => response.setHeader('content-type', type).end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const { reason, cause } = await reasonOf(port);
    expect(reason).toContain(`the provider 127.0.0.1:${port} ${words}`);
    expect(cause).not.toBe(reason);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
