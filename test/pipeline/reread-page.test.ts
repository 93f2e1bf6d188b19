import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ScriptedAnswer } from '../support/scripted-server.ts';
import { type ScriptedServer, scriptedServer } from '../support/scripted-server.ts';
import { type PollBench, pollBench, type PollStep, rssOf } from '../support/poll-step.ts';

const START = new Date('2026-03-02T08:00:00Z');
const later = (seconds: number) => new Date(START.getTime() + seconds * 1_000);
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const TITLE = 'Ministry announces new rules';
const TEXT = 'The ministry widened its export ban on AI chips on Monday. '.repeat(8);
const ARTICLE: ScriptedAnswer = {
  headers: HTML,
  body: `<html lang="en"><title>${TITLE}</title><article><h1>${TITLE}</h1><p>${TEXT}</p></article></html>`,
};
const LOGIN: ScriptedAnswer = {
  headers: HTML,
  body: '<html lang="en"><title>Welcome to Harbour Wi-Fi</title><h1>Welcome to Harbour Wi-Fi</h1><p>Accept the terms of use and enter the number of your cabin. The ship offers an hour a day free of charge; more can be bought at the reception on deck five.</p></html>',
};

let bench: PollBench;
let outlet: ScriptedServer;
let step: PollStep;
let page: ScriptedAnswer;
let count = 1;
beforeEach(async () => {
  bench = await pollBench();
  count = 1;
  outlet = await scriptedServer(({ path }, base) => {
    if (path === '/robots.txt') return undefined;
    if (path !== '/feed.xml') return page;
    const items = Array.from({ length: count }, (_, n) => ({
      title: n === 0 ? TITLE : `${TITLE} (${n})`,
      link: `${base}/${n}.html`,
      description: 'More on this soon.',
    }));
    return { headers: { 'content-type': 'application/rss+xml' }, body: rssOf(items) };
  });
  step = await bench.watch(`${outlet.url}/feed.xml`, { backfillAge: 0 });
});
afterEach(async () => {
  await outlet[Symbol.asyncDispose]();
  await bench[Symbol.asyncDispose]();
});

const requests = () => outlet.requests.filter(({ path }) => path.endsWith('.html')).length;
const item = () =>
  bench.pipeline.db.selectFrom('items').selectAll().where('feed_id', '=', step.id).executeTakeFirstOrThrow();
const alerts = async () => {
  const { article_id: article } = await item();
  return bench.pipeline.db.selectFrom('alerts').selectAll().where('article_id', '=', article).execute();
};
async function readAt(seconds: number): Promise<void> {
  bench.setClock(later(seconds));
  await step.ingest();
}

test.each<[string, ScriptedAnswer]>([
  ['a log-in page of our own network', LOGIN],
  ['a bot check', { headers: HTML, body: '<title>Are you a robot?</title><p>Checking your browser</p>' }],
  ['an empty page', { headers: HTML, body: '' }],
  ['404, because it is not on all servers yet', { status: 404 }],
  ['403', { status: 403 }],
])('a page that is %s at first is read later, and alerted then', async (_, first) => {
  page = first;
  await step.poll(START);
  await step.ingest();
  const before = await item();
  expect(before).toMatchObject({ state: 'new', attempts: 0, leased_until: null, due_at: later(90) });
  expect(before.article_id).not.toBeNull();
  expect(await alerts()).toEqual([]);
  await readAt(60);
  expect(requests()).toBe(1);
  page = ARTICLE;
  await readAt(91);
  expect(await item()).toMatchObject({ state: 'done', outcome: 'read from the page (dom)' });
  expect(await alerts()).toHaveLength(1);
});

test('a page that stays as it is costs three more requests, and the text of its entry is kept until then', async () => {
  page = LOGIN;
  await step.poll(START);
  await bench.pipeline.db
    .updateTable('items')
    .set({ content: `<p>${TEXT}</p>` })
    .where('feed_id', '=', step.id)
    .execute();
  await step.ingest();
  expect(await alerts()).toHaveLength(1);
  for (const seconds of [91, 601]) {
    await readAt(seconds);
    expect(await item()).toMatchObject({ state: 'new', content: `<p>${TEXT}</p>` });
  }
  await readAt(3_601);
  expect(await item()).toMatchObject({ state: 'done', content: null });
  await readAt(86_400);
  expect(requests()).toBe(4);
  expect(await alerts()).toHaveLength(1);
});

test('pages of a host that has shown no article for a day are not asked for again', async () => {
  page = LOGIN;
  count = 2;
  await step.poll(START);
  for (const seconds of [0, 91, 601, 3_601]) await readAt(seconds);
  const before = requests();
  count = 3;
  await step.poll(later(86_400));
  await step.ingest();
  expect(requests()).toBe(before + 1);
  const states = await bench.pipeline.db
    .selectFrom('items')
    .select('state')
    .where('feed_id', '=', step.id)
    .execute();
  expect(states.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
});
