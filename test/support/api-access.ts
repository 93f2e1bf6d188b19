import { expect } from 'vitest';
import { callApi } from './api-calls.ts';
import type { ConsoleWorld } from './console-world.ts';
import { insertItem } from './insert-item.ts';

interface Token {
  readonly id: string;
  readonly name: string;
}

/** Makes, lists and takes back tokens as people of each role, by a log-in and by tokens. */
export async function useTokens({ web, somebody }: Pick<ConsoleWorld, 'web' | 'somebody'>): Promise<void> {
  const base = `${web.url}/api/v1`;
  const ines = await somebody('analyst', 'ines');
  const olaf = await somebody('owner', 'olaf');
  const wanted = { name: 'wall display', role: 'reader', days: 7 };
  const make = (as: object, body: object = wanted) =>
    callApi<{ id: string; token: string; expires: string }>(base, '/tokens', {
      token: ines.token,
      method: 'POST',
      body,
      ...as,
    });
  const made = await make({ session: ines });
  expect(made.status).toBe(201);
  expect(Date.parse(made.body.expires) - Date.now()).toBeLessThanOrEqual(7 * 86_400_000);
  expect((await callApi(base, '/account', { token: made.body.token })).body).toMatchObject({
    role: 'reader',
  });
  // A stolen token must have no heirs, and nobody gives more than they have.
  expect((await make({})).status).toBe(403);
  expect((await make({ token: olaf.token })).status).toBe(403);
  expect((await make({ session: ines }, { ...wanted, role: 'owner' })).status).toBe(403);

  const list = async (token: string) =>
    (await callApi<{ tokens: Token[] }>(base, '/tokens?limit=200', { token })).body.tokens;
  expect((await list(made.body.token)).map(({ name }) => name)).toEqual(['ines', 'wall display']);
  expect((await list(olaf.token)).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['ines', 'olaf', 'wall display']),
  );

  const remove = async (as: object) =>
    (await callApi(base, `/tokens/${made.body.id}`, { token: ines.token, method: 'DELETE', ...as })).status;
  expect(await remove({ token: made.body.token })).toBe(404);
  expect(await remove({ session: await somebody('analyst', 'other') })).toBe(404);
  expect(await remove({ session: ines })).toBe(200);
  expect((await callApi(base, '/account', { token: made.body.token })).status).toBe(401);
  const again = await make({ session: ines });
  expect(
    (await callApi(base, `/tokens/${again.body.id}`, { token: olaf.token, method: 'DELETE' })).status,
  ).toBe(200);
}

/** Lists items that were given up and that wait, and has one read again. */
export async function useItems({ db, web, somebody }: ConsoleWorld): Promise<void> {
  const { token } = await somebody('analyst', 'ida');
  const base = `${web.url}/api/v1`;
  const page = async (query: string) =>
    (
      await callApi<{ items: { id: string; title: string }[]; next: string | null }>(base, `/items${query}`, {
        token,
      })
    ).body;
  for (const name of ['given up first', 'given up last'])
    await insertItem(db, name, { state: 'failed', outcome: 'no page', attempts: 9, done_at: new Date() });
  const first = await page('?limit=1');
  const second = await page(`?limit=1&after=${first.next}`);
  expect([first, second].flatMap(({ items }) => items.map(({ title }) => title))).toEqual([
    'given up last',
    'given up first',
  ]);
  expect(second.next).toBeNull();
  const ids = second.items.map(({ id }) => id);
  const retry = await callApi(base, '/items/retry', { token, method: 'POST', body: { ids } });
  expect(retry.body).toEqual({ retried: ids });
  expect((await page('?state=waiting')).items.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  const shown = await (
    await fetch(`${web.url}/items`, { headers: { authorization: `Bearer ${token}` } })
  ).text();
  expect(shown).toContain('no page');
}

/** Lists the channels and sends test messages through one, as people of each role. */
export async function useChannels({ web, somebody }: Pick<ConsoleWorld, 'web' | 'somebody'>): Promise<void> {
  const base = `${web.url}/api/v1`;
  const analyst = await somebody('analyst', 'carla');
  const owner = await somebody('owner', 'cyrus');
  const { body } = await callApi<{ channels: { name: string; routes: string[]; state: string }[] }>(
    base,
    '/channels',
    { token: analyst.token },
  );
  expect(body.channels).toMatchObject([{ name: 'terminal', routes: ['everything'], state: 'ok' }]);
  const tried = (token: string, channel: string) =>
    callApi(base, '/channels/test', { token, method: 'POST', body: { channel } });
  expect((await tried(analyst.token, 'terminal')).status).toBe(403);
  expect(await tried(owner.token, 'terminl')).toMatchObject({
    status: 404,
    body: { detail: expect.stringContaining('terminal') as string },
  });
  expect((await tried(owner.token, 'terminal')).body).toMatchObject({ status: 'delivered' });
}
