import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tokensCommand } from '../../src/cli/tokens.ts';
import { ROUTES } from '../../src/web/routes.ts';
import { type ConsoleWorld, consoleWorld } from '../support/console-world.ts';
import { testCli } from '../support/cli.ts';

let world: ConsoleWorld;
let token: string;

beforeAll(async () => {
  world = await consoleWorld({ auth: 'accounts' });
  token = (await world.somebody('analyst')).token;
}, 180_000);
afterAll(() => world[Symbol.asyncDispose]());

interface Listed {
  readonly stories: readonly { readonly id: string; readonly topics: readonly { readonly id: string }[] }[];
  readonly next: string | null;
}

interface Described {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly parameters: readonly { readonly name: string }[] }>>>
  >;
}

async function call<T = Record<string, unknown>>(path: string, init: RequestInit = {}) {
  const response = await fetch(`${world.web.url}/api/v1${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${token}`,
      ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(init.headers as Record<string, string> | undefined),
    },
  });
  const text = await response.text();
  return { response, status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
}

describe('/api/v1', () => {
  test('every call that reads answers as its schema says', async () => {
    const reading = ROUTES.filter(
      ({ path, method, answer }) => path.startsWith('/api/v1/') && method === 'GET' && answer,
    );
    expect(reading.length).toBeGreaterThan(8);
    for (const { path, answer } of reading) {
      const { status, body } = await call(path.replace('/api/v1', '').replace(':id', '1'));
      expect(status, path).toBe(200);
      const parsed = (answer as z.ZodType).safeParse(body);
      expect(parsed.success ? '' : z.prettifyError(parsed.error), path).toBe('');
    }
  });

  test('a cursor goes over all stories, each once', async () => {
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const { body } = await call<Listed>(`/stories?limit=3&after=${after}`);
      seen.push(...body.stories.map(({ id }) => id));
      if (body.next === null) break;
      after = body.next;
    }
    const stored = await world.db
      .selectFrom('stories')
      .select('id')
      .where('merged_into', 'is', null)
      .execute();
    expect(seen.toSorted()).toEqual(stored.map(({ id }) => id).toSorted());
  });

  test('errors are problem details, in the status that fits', async () => {
    for (const [path, status] of [
      ['/stories/999999', 404],
      ['/stories?level=maybe', 422],
      ['/stories?limit=100000', 422],
      ['/nothing', 404],
    ] as const) {
      const { response, body } = await call(path);
      expect(response.headers.get('content-type'), path).toContain('application/problem+json');
      expect(body, path).toMatchObject({ status, type: 'about:blank', title: expect.any(String) });
    }
  });

  test('what has not changed is not sent again', async () => {
    const { response } = await call('/feeds');
    const etag = response.headers.get('etag') ?? '';
    const again = await fetch(`${world.web.url}/api/v1/feeds`, {
      headers: { authorization: `Bearer ${token}`, 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
    expect(response.headers.get('x-ratelimit-limit')).toBe('600');
  });

  test('programs judge, mark, silence and watch', async () => {
    const { body } = await call<Listed>('/stories?limit=1');
    const story = body.stories[0]!;
    const judged = { topic: story.topics[0]?.id, relevant: false, because: 'a rumour' };
    expect(
      (await call(`/stories/${story.id}/judgements`, { method: 'POST', body: JSON.stringify(judged) }))
        .status,
    ).toBe(200);
    const marked = await call(`/stories/${story.id}/marks`, {
      method: 'POST',
      body: JSON.stringify({ mark: 'read', on: true }),
    });
    expect(marked.body).toEqual({ read: true, starred: false });
    expect((await call<Listed>('/stories?state=read')).body.stories).toHaveLength(1);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const made = await call('/silences', {
      method: 'POST',
      body: JSON.stringify({ matchers: { story: story.id }, reason: 'enough', until }),
    });
    expect(made.status).toBe(201);
    expect((await call(`/silences/${made.body['id']}`, { method: 'DELETE' })).body).toEqual({ ended: true });
    const feed = { url: 'https://new.example/feed', outlet: 'New' };
    expect((await call('/feeds', { method: 'POST', body: JSON.stringify(feed) })).body).toEqual({
      added: true,
    });
    expect((await call('/feeds', { method: 'POST', body: JSON.stringify(feed) })).body).toEqual({
      added: false,
    });
  });

  test('the description has every call, with its parameters', async () => {
    const { body } = await call<Described>('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const described = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map(
        (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      ),
    );
    const wanted = ROUTES.filter(
      ({ path }) => path.startsWith('/api/v1/') && path !== '/api/v1/openapi.json',
    ).map(({ method, path }) => `${method} ${path}`);
    expect(described.toSorted()).toEqual(wanted.toSorted());
    const names = body.paths['/api/v1/stories']?.['get']?.parameters.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['topic', 'stance', 'after', 'limit']));
  });
});

test('chipwatch tokens makes a token that the console takes, and takes it back', async () => {
  await using cli = await testCli(() => [tokensCommand()]);
  const made = await cli.json<{ id: string; token: string }>('tokens', 'add', 'a script', '--for', '1h');
  expect(await cli.json('tokens', 'list')).toMatchObject([{ id: made.id, name: 'a script', role: 'reader' }]);
  const stored = await cli.db.selectFrom('api_tokens').selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain(made.token);
  expect((await cli.run('tokens', 'remove', made.id)).code).toBe(0);
  expect(await cli.json('tokens', 'list')).toEqual([]);
  expect((await cli.run('tokens', 'remove', made.id)).code).toBe(3);
});
