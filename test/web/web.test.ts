import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseFeed } from '../../src/core/feeds/parse-feed.ts';
import { readRecording } from '../../src/service/read-recording.ts';
import { createDocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import { replay } from '../../src/pipeline/replay.ts';
import { openQueueBackend } from '../../src/io/queue/backend.ts';
import { openQueues, type Queues } from '../../src/io/queue/queues.ts';
import type { Service } from '../../src/service/open-service.ts';
import { startWeb, type Web } from '../../src/web/server/server.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

// The pages of a database that a replay of the sample outlet has filled.
let database: TestDatabase;
let queues: Queues;
let web: Web;

beforeAll(async () => {
  database = await testDatabase();
  const log = pino({ level: 'silent' });
  const reader = createDocumentReader({
    threads: 1,
    topics: 'config/topics',
    entities: 'config/entities.yaml',
  });
  await replay({
    db: database.db,
    recording: await readRecording('fixtures/sites/sample-outlet'),
    reader,
    outlet: () => 'Actu Puces',
    sample: true,
    log,
  });
  await reader.close();
  queues = openQueues(
    await openQueueBackend({
      redisUrl: undefined,
      databaseUrl: database.url,
      redisPrefix: 'web',
      onError: () => {},
    }),
    {
      onError: () => {},
      onFailed: () => {},
    },
  );
  const service = {
    config: { web: { host: '127.0.0.1', port: 0, publicUrl: undefined, language: 'en' } },
    store: { db: database.db },
    queues,
    log,
  };
  web = await startWeb(service as unknown as Service);
});

afterAll(async () => {
  await web.close();
  await queues.close(1_000);
  await database[Symbol.asyncDispose]();
});

test('the front page shows the alerts with their reasons, marked as a sample', async () => {
  const response = await fetch(`${web.url}/`);
  const text = await response.text();
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(text).toContain('[SAMPLE]');
  expect(text).toContain('<mark>');
  expect(text).toMatch(/Why .* in one sentence/);
  expect(text.match(/<article>/g)).toHaveLength(2);
});

test('a story has a page, an unknown one has none', async () => {
  const story = await fetch(`${web.url}/stories/1`);
  expect(story.status).toBe(200);
  expect(await story.text()).toContain('Actu Puces');
  expect((await fetch(`${web.url}/stories/999999`)).status).toBe(404);
  expect((await fetch(`${web.url}/stories/1%20OR%201`)).status).toBe(404);
});

test('both pull feeds are read by our own reader', async () => {
  for (const path of ['/alerts.atom', '/alerts.json']) {
    const response = await fetch(`${web.url}${path}`);
    const contentType = response.headers.get('content-type') ?? '';
    const feed = await parseFeed(new Uint8Array(await response.arrayBuffer()), {
      contentType,
      url: `${web.url}${path}`,
    });
    expect(feed.entries, path).toHaveLength(2);
    expect(feed.entries[0]?.title).toContain('[SAMPLE]');
    expect(feed.problems).toEqual([]);
  }
});

test.each([
  ['Last-Event-ID', '/events', { 'last-event-id': '0' }],
  ['the newest alert of a page', '/events?after=0', {}],
  ['Last-Event-ID, though the page is older', '/events?after=2', { 'last-event-id': '0' }],
])('/events sends what was missed since %s', async (_, path, headers) => {
  const abort = new AbortController();
  const response = await fetch(`${web.url}${path}`, { headers, signal: abort.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body!) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if ((text.match(/^event: alert$/gm)?.length ?? 0) >= 2) break;
  }
  abort.abort();
  expect(text).toMatch(/^id: 1\nevent: alert\ndata: \{"alertId":"1"/m);
});

test('a page names the newest alert that it was made with', async () => {
  for (const path of ['/', '/alerts'])
    expect(await (await fetch(`${web.url}${path}`)).text(), path).toMatch(/ data-live="2"/);
});

test('/metrics counts from the record', async () => {
  const text = await (await fetch(`${web.url}/metrics`)).text();
  expect(text).toMatch(/chipwatch_feeds\{state="active"\} 1/);
  expect(text).toMatch(/chipwatch_queue_jobs\{queue="articles",state="waiting"\} 0/);
});

test('/health and the dashboard answer', async () => {
  expect(await (await fetch(`${web.url}/health`)).json()).toMatchObject({ healthy: true, database: true });
  expect((await fetch(`${web.url}/queues/`)).status).toBe(200);
});

test('the dashboard is read-only', async () => {
  const response = await fetch(`${web.url}/queues/api/queues/articles/clean/failed`, { method: 'PUT' });
  expect(response.status).toBeGreaterThanOrEqual(400);
});
