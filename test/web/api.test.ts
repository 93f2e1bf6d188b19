import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useChannels, useItems, useTokens } from '../support/api-access.ts';
import { useTopics } from '../support/api-topics.ts';
import { answered, callApi, CALLS, type Described, type Json } from '../support/api-calls.ts';
import { type ConsoleWorld, consoleWorld } from '../support/console-world.ts';
import { labelledArticles, type LoopbackOutlet, loopbackOutlet } from '../support/loopback-outlet.ts';

let world: ConsoleWorld;
let outlet: LoopbackOutlet;
let tokens: Readonly<Record<'analyst' | 'owner', string>>;

beforeAll(async () => {
  world = await consoleWorld({ auth: 'accounts' });
  outlet = await loopbackOutlet(labelledArticles().slice(0, 3));
  tokens = {
    analyst: (await world.somebody('analyst')).token,
    owner: (await world.somebody('owner')).token,
  };
}, 180_000);
afterAll(async () => {
  await outlet[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

interface Listed {
  readonly stories: readonly { readonly id: string; readonly topics: readonly { readonly id: string }[] }[];
  readonly next: string | null;
}

/** Calls the API and checks the response against the schema that the route documents. */
async function call<T = Json>(
  path: string,
  {
    as = 'owner',
    at = world.web.url,
    token = tokens[as],
    ...request
  }: { method?: string; body?: unknown; as?: keyof typeof tokens; at?: string; token?: string } = {},
) {
  return callApi<T>(`${at}/api/v1`, path, { token, ...request });
}

/** All entries of a list, fetched page by page. */
async function walk(path: string, name: string, limit: number): Promise<Json[]> {
  const all: Json[] = [];
  for (let after: unknown = ''; ; ) {
    const { body } = await call(`${path}limit=${limit}&after=${after}`);
    all.push(...(body[name] as Json[]));
    if (body['next'] === null) return all;
    after = body['next'];
  }
}

describe('/api/v1', () => {
  test('a cursor covers a whole list, each entry once', async () => {
    const { story } = (await call<{ story: Listed['stories'][0] }>('/stories/1')).body;
    const judged = { topic: story.topics[0]?.id, relevant: true };
    await call('/stories/1/judgements', { method: 'POST', body: judged });
    await call('/searches', { method: 'POST', body: { name: 'a', query: 'q=customs&outlet=Le+Quai' } });
    await call('/searches', { method: 'POST', body: { name: 'b', query: 'q=tariff' } });
    const { rows } = await sql<Record<string, string>>`
      SELECT (SELECT count(*) FROM stories WHERE merged_into IS NULL) AS stories, (SELECT count(*) FROM alerts) AS alerts,
             (SELECT count(*) FROM deliveries) AS deliveries, (SELECT count(*) FROM articles) AS articles,
             (SELECT count(*) FROM feeds) AS feeds, (SELECT count(*) FROM accounts) AS people,
             (SELECT count(*) FROM audit) AS lines, 2 AS searches, 1 AS judgements, 1 AS silences`.execute(
      world.db,
    );
    for (const [path, name] of [
      ['/stories?', 'stories'],
      ['/stories?sort=score&', 'stories'],
      ['/alerts?', 'alerts'],
      ['/deliveries?', 'deliveries'],
      ['/articles?', 'articles'],
      ['/feeds?', 'feeds'],
      ['/people?', 'people'],
      ['/audit?', 'lines'],
      ['/searches?', 'searches'],
      ['/judgements?', 'judgements'],
      ['/silences?', 'silences'],
    ] as const) {
      const ids = (await walk(path, name, name === 'articles' ? 20 : 2)).map(({ id }) => id);
      expect(new Set(ids).size, path).toBe(ids.length);
      expect(ids.length, path).toBe(Number(rows[0]?.[name]));
    }
  });

  test('a cursor of another list, or an invented one, is refused', async () => {
    const { body } = await call('/stories?limit=1');
    const made = ['0001-99-99 00:00:00+00', '2026-11-28 12:00:00+99', '0000-11-28 12:00:00+00', '12.5'].map(
      (key) => Buffer.from(JSON.stringify([key, '1'])).toString('base64url'),
    );
    for (const after of [body['next'], ...made])
      for (const path of ['/stories?sort=score', '/deliveries?', '/feeds?', '/audit?'])
        expect((await call(`${path}&after=${after}`)).status, path).toBe(422);
    for (const after of ['rubbish', ...made])
      expect((await call(`/stories?after=${after}`)).status, after).toBe(422);
  });

  test('errors are problem details with the matching status', async () => {
    for (const [path, status] of [
      ['/stories/999999', 404],
      ['/stories?level=maybe', 422],
      ['/stories?limit=100000', 422],
      ['/stories?since=2026-13-45', 422],
      ['/articles?until=2026-11-01T99:00Z', 422],
      ['/nothing', 404],
    ] as const) {
      const { response, body } = await call(path);
      expect(response.headers.get('content-type'), path).toContain('application/problem+json');
      expect(body, path).toMatchObject({ status, type: 'about:blank', title: expect.any(String) });
    }
  });

  test('what has not changed is not sent again', async () => {
    const { response } = await call('/feeds');
    const again = await fetch(`${world.web.url}/api/v1/feeds`, {
      headers: {
        authorization: `Bearer ${tokens.owner}`,
        'if-none-match': response.headers.get('etag') ?? '',
      },
    });
    expect(again.status).toBe(304);
    expect(response.headers.get('x-ratelimit-limit')).toBe('600');
  });

  test('programs judge, mark, silence, merge and split', async () => {
    const { body } = await call<Listed>('/stories?limit=3');
    const [story, other] = body.stories as [Listed['stories'][0], Listed['stories'][0]];
    const judged = { topic: story.topics[0]?.id, relevant: false, because: 'a rumour' };
    expect((await call(`/stories/${story.id}/judgements`, { method: 'POST', body: judged })).status).toBe(
      200,
    );
    const marked = await call(`/stories/${story.id}/marks`, {
      method: 'POST',
      body: { mark: 'read', on: true },
    });
    expect(marked.body).toEqual({ read: true, starred: false });
    expect((await call<Listed>('/stories?state=read')).body.stories).toHaveLength(1);
    const storiesOf = async (query: string) => {
      const { body } = await call<{ articles: { story: string | null }[] }>(`/articles?limit=100&${query}`);
      return new Set(body.articles.map((article) => article.story));
    };
    expect(await storiesOf('state=read')).toEqual(new Set([story.id]));
    expect(await storiesOf('state=unread')).not.toContain(story.id);
    expect(await storiesOf('state=starred')).toEqual(new Set());
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const made = await call('/silences', {
      method: 'POST',
      body: { matchers: { story: story.id }, reason: 'enough', until },
    });
    expect((await call(`/silences/${made.body['id']}`)).body).toEqual({ hidden: [] });
    expect((await call(`/silences/${made.body['id']}`, { method: 'DELETE' })).body).toEqual({ ended: true });

    const merged = await call(`/stories/${story.id}/merge`, { method: 'POST', body: { from: [other.id] } });
    expect(merged.body).toMatchObject({ stories: [story.id] });
    const { timeline } = (await call(`/stories/${story.id}`)).body as { timeline: { id: string }[] };
    const split = await call(`/stories/${story.id}/split`, {
      method: 'POST',
      body: { articles: [timeline.at(-1)?.id] },
    });
    expect(split.body).toMatchObject({ stories: [story.id, expect.any(String)], moved: 1 });
    const nowhere = await call(`/stories/${story.id}/merge`, { method: 'POST', body: { from: ['999999'] } });
    expect(nowhere.status).toBe(409);
    expect((await call(`/stories/${story.id}/why`)).body['conclusion']).toContain('route all');
    const { articles } = (await call('/articles?limit=1')).body as {
      articles: { id: string; url: string }[];
    };
    await call(`/articles/${articles[0]?.id}`);
    expect((await call(`/why?address=${encodeURIComponent('https://nowhere.example/')}`)).body['kind']).toBe(
      'unseen',
    );
  });

  test('articles are filtered by stance, alone and with a topic', async () => {
    const { rows } = await sql<{ id: string; topic: string; stance: string }>`
      SELECT article_id AS id, topic, stance FROM matches WHERE stance IS NOT NULL`.execute(world.db);
    expect(rows.length).toBeGreaterThan(0);
    const idsOf = async (query: string) => {
      const { body } = await call<{ articles: { id: string }[] }>(`/articles?limit=200&${query}`);
      return body.articles.map(({ id }) => id).toSorted();
    };
    for (const stance of ['in force', 'proposed'])
      for (const topic of [undefined, 'chip_ban']) {
        const wanted = rows.filter((row) => row.stance === stance && row.topic === (topic ?? row.topic));
        expect(await idsOf(`stance=${stance}${topic === undefined ? '' : `&topic=${topic}`}`)).toEqual(
          [...new Set(wanted.map(({ id }) => id))].toSorted(),
        );
      }
  });

  test('programs begin work and list it', async () => {
    const begun = await call('/topics/check', { method: 'POST', as: 'analyst' });
    expect(begun.status).toBe(202);
    const { body } = await call<{ tasks: Json[] }>('/archive/tasks?limit=1');
    expect(body.tasks).toMatchObject([
      { id: begun.body['id'], title: 'Warnings about the topics', who: 'token analyst' },
    ]);
  });

  test('programs add feeds with a look first, pause, remove and list them', async () => {
    const url = outlet.feeds[0] as string;
    const looked = await call('/feeds/preview', { method: 'POST', body: { url } });
    expect(looked.body).toMatchObject({ url, entries: 3 });
    const nothing = await call('/feeds/preview', { method: 'POST', body: { url: `${url}.gone` } });
    expect(nothing.body).toMatchObject({ status: 422, detail: expect.stringContaining('404') });
    const secret = { url: 'https://me:hidden@outlet.example/feed', outlet: 'New' };
    expect((await call('/feeds', { method: 'POST', body: secret })).status).toBe(422);
    const feed = { url, outlet: 'New' };
    expect((await call('/feeds', { method: 'POST', body: feed })).body).toEqual({ added: true });
    expect((await call('/feeds', { method: 'POST', body: feed })).body).toEqual({ added: false });
    const { opml } = (await call('/feeds/opml')).body as { opml: string };
    expect(opml).toContain(url);
    expect(
      (
        await call('/feeds/opml', {
          method: 'POST',
          body: { opml: opml.replaceAll(url, 'https://other.example/rss') },
        })
      ).body,
    ).toMatchObject({ added: 1, known: 3 });
    const feeds = (await call('/feeds')).body['feeds'] as {
      id: string;
      url: string;
      outlet: string;
      state: string;
    }[];
    const id = feeds.find((one) => one.url === url)?.id;
    for (const action of ['pause', 'resume', 'poll', 'remove'])
      expect((await call(`/feeds/${id}`, { method: 'POST', body: { action } })).status, action).toBe(200);
    const configured = feeds.find((one) => one.outlet === 'Le Quai')?.id;
    const kept = await call(`/feeds/${configured}`, { method: 'POST', body: { action: 'remove' } });
    expect(kept.body).toMatchObject({ status: 409, detail: expect.stringContaining('take') });
  });

  test('programs keep searches, try routes and send again', async () => {
    const { searches } = (await call('/searches')).body as {
      searches: { id: string; name: string; route: Json }[];
    };
    expect(searches[0]).toMatchObject({
      name: 'a',
      query: 'outlet=Le+Quai&q=customs',
      route: { outlets: ['Le Quai'] },
    });
    expect((await call(`/searches/${searches[0]?.id}`, { method: 'DELETE' })).status).toBe(200);
    expect((await call('/routes')).body['routes']).toMatchObject([{ name: 'everything' }]);
    const tried = await call('/routes/dry-run', {
      method: 'POST',
      body: { name: 'x', channels: ['terminal'] },
    });
    expect(tried.body['alerts']).toBeGreaterThan(3);
    const wrong = await call('/routes/dry-run', { method: 'POST', body: { name: 'x' } });
    expect(wrong.status).toBe(422);
    const { body } = await call('/deliveries/retry', { method: 'POST', body: {} });
    expect(body['retried']).toHaveLength(1);
    await call('/trends?by=outlet');
    await call('/trends/early');
    await call('/system');
  });

  test('programs edit and try topics, and work on the archive', () => useTopics(), 60_000);

  test('owners look after people', async () => {
    const made = await call('/people', { method: 'POST', body: { role: 'reader' } });
    expect(made.body['url']).toMatch(/^\/invitations\//);
    const { people } = (await call('/people')).body as Record<'people', Record<'id' | 'name', string>[]>;
    const [analyst, owner] = ['analyst', 'owner'].map((name) => people.find((one) => one.name === name)?.id);
    expect((await call(`/people/${analyst}`, { method: 'PUT', body: { role: 'reader' } })).status).toBe(200);
    expect((await call(`/people/${owner}`, { method: 'PUT', body: { role: 'shut' } })).status).toBe(409);
    await call('/account/languages', { method: 'PUT', body: { languages: ['de'] } });
    expect((await call('/account')).body).toMatchObject({ role: 'owner', languages: ['de'] });
  });
  test('people make and take back their tokens', () => useTokens(world));
  test('items that were given up are read again', () => useItems(world));
  test('channels are listed and tested', () => useChannels(world));

  test('every call was answered as documented', () => {
    const calls = CALLS.map(({ method, path }) => `${method} ${path}`);
    expect(calls.filter((one) => !answered.has(one))).toEqual([]);
  });

  test('the description has every call, with its parameters', async () => {
    const { body } = await call<Described>('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const described = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map(
        (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      ),
    );
    const wanted = CALLS.map(({ method, path }) => `${method} ${path}`);
    expect(described.toSorted()).toEqual(wanted.toSorted());
    const names = body.paths['/api/v1/stories']?.['get']?.parameters.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['topic', 'stance', 'after', 'limit']));
  });
});
