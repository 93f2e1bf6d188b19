import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDocumentReader, type DocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import { UNSAFE } from '../core/messages/every-output.ts';
import { topicFiles } from '../support/archive.ts';
import { fillHostileArchive, HOSTILE_TITLE } from '../support/hostile-archive.ts';
import { type FormBrowser, formBrowser, type ShownPage } from '../support/html-forms.ts';
import { publishingPipeline, storedArticle } from '../support/stored-article.ts';
import { testConsole, type TestConsole } from '../support/web-console.ts';

// Changes that are accepted, of stories, topics and people, over a database in which every text from outside is
// hostile: the pages after them show those texts, and what was posted.
let console: TestConsole;
let browser: FormBrowser;
let reader: DocumentReader;
let rules: Awaited<ReturnType<typeof topicFiles>>;
let first: { storyId: string; articleId: string };
let second: { storyId: string; articleId: string };

/** As an account from OpenID Connect may be called. */
const NAME = 'Rita <script> \u202e\u200b\u001b[31m"</a>';
/** Characters that a line of YAML may contain, as escapes. */
const LABEL = `"About <b>\\u202e&amp;\\u200b\\u2028</b> <script>"`;

beforeAll(async () => {
  rules = await topicFiles({ trade: { terms: 'embargo' } });
  const { topics, entities } = rules;
  reader = createDocumentReader({ threads: 1, topics, entities });
  console = await testConsole(
    { auth: 'accounts', publicUrl: 'http://127.0.0.1/' },
    { config: { topics, entities }, pipeline: { reader, now: () => new Date() } },
  );
  first = await fillHostileArchive(console.db);
  second = await storedArticle(publishingPipeline(console.db, new Date()).db, {
    url: 'https://outlet.example/second',
    title: `${HOSTILE_TITLE} again`,
    outlet: HOSTILE_TITLE,
    reportedAt: new Date(),
  });
  browser = formBrowser(console.web.url);
  const link = new URL(console.web.ownerLink ?? '').pathname;
  const arrived = await browser.press(await browser.open(link), 'Go on', {
    name: 'Olga',
    password: 'a long password of hers',
  });
  expect(arrived.status).toBe(200);
  await console.somebody('reader', NAME);
});
afterAll(async () => {
  await console[Symbol.asyncDispose]();
  await reader.close();
  await rules[Symbol.asyncDispose]();
});

/** The page was shown, with no unsafe character and no element that only a hostile text can have brought. */
function expectSafe({ status, html }: ShownPage): void {
  expect(status).toBe(200);
  expect(html.replaceAll('\r\n', '\n')).not.toMatch(UNSAFE);
  expect(html).not.toContain('user:pass@');
  expect(load(html)('script:not([src]), [href^="javascript:"], [href="http://evil.example"]')).toHaveLength(
    0,
  );
}

/** The text that a page shows of the hostile title. */
const SEEN = 'Start <script> </a> <!channel>';

test('two stories are merged, and one is split', async () => {
  const merged = await browser.press(
    await browser.open(`/stories/${first.storyId}`),
    'Merge them into this one',
    {
      from: second.storyId,
    },
  );
  expectSafe(merged);
  expect(merged.text).toContain(`${SEEN}`);
  expect(load(merged.html)('input[name="articles"]').length).toBe(2);
  const split = await browser.press(merged, 'Take them into a story of their own', {
    articles: second.articleId,
  });
  expectSafe(split);
  expect(split.text).toContain(SEEN);
  expect(split.path).not.toBe(merged.path);
  for (const page of ['/audit', '/', '/alerts']) expectSafe(await browser.open(page));
}, 60_000);

test('a file of topics is tried, saved and brought back', async () => {
  const file = path.join(rules.topics, 'trade.yaml');
  const before = await readFile(file, 'utf8');
  const opened = await browser.open('/topics/trade.yaml');
  const source = before.replace(/^title: .*$/m, `title: ${LABEL}`);
  let tried = await browser.press(opened, 'Try it', { source });
  while (tried.text.includes('This page loads itself again')) tried = await browser.open(tried.path);
  expectSafe(tried);
  const saved = await browser.press(tried, 'Save', { source, note: NAME });
  expectSafe(saved);
  expect(saved.text).toContain('Rita <script>');
  expect(await readFile(file, 'utf8')).toBe(source);
  for (const page of ['/topics', '/audit', '/alerts', '/']) expectSafe(await browser.open(page));
  const button = load(saved.html)('button[name="version"]').first().text().trim();
  const back = await browser.press(saved, button);
  expectSafe(back);
  expect(await readFile(file, 'utf8')).toBe(before);
}, 60_000);

test('people get roles, links and passwords, and lose their access', async () => {
  const people = await browser.open('/people');
  expectSafe(people);
  expect(people.text).toContain('Rita <script>');
  const rows = load(people.html)('tbody tr');
  const rita = rows.toArray().findIndex((row) => load(row).text().includes('Rita'));
  const raised = await browser.press(people, 'Set', { role: 'analyst' }, rita);
  expectSafe(raised);
  expectSafe(await browser.press(raised, 'Link for a new password', {}, rita));
  expectSafe(await browser.press(raised, 'Make a link', { role: 'owner' }));
  const shut = await browser.press(raised, 'Set', { role: 'shut' }, rita);
  expectSafe(shut);
  const stored = await console.db
    .selectFrom('accounts')
    .select('disabled_at')
    .where('name', '=', NAME)
    .executeTakeFirst();
  expect(stored?.disabled_at).toBeInstanceOf(Date);
  expectSafe(await browser.open('/audit'));
});
