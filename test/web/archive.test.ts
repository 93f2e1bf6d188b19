import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDocumentReader, type DocumentReader } from '../../src/pipeline/document-reader.ts';
import { callApi } from '../support/api-calls.ts';
import { publishingAt, storeItems, topicFiles } from '../support/archive.ts';
import { type FormBrowser, formBrowser, type ShownPage } from '../support/html-forms.ts';
import { testConsole, type TestConsole } from '../support/web-console.ts';

// The work on the whole archive, by forms without a script and by the API.
let console: TestConsole;
let reader: DocumentReader;
let directory: string;
let topics: string;
let browser: FormBrowser;
let token: string;

const PADDING = 'Reporters spoke to several people who know the matter and asked not to be named in public.';
const item = (id: string, title: string, body: string) => ({ id, lang: 'eng', title, body });
const NEAR = Array.from({ length: 8 }, (_, n) =>
  item(
    `near-${n}`,
    `Ministry number ${n} weighs sanctions`,
    `A tonnage ceiling is discussed in city ${n}. ${PADDING}`,
  ),
);
const OTHERS = Array.from({ length: 30 }, (_, n) =>
  item(`other-${n}`, `Concert number ${n} delights`, `Musicians played in city ${n} until late. ${PADDING}`),
);
/** In these "embargo" is always about the topic and "sanctions" never. */
const LABELLED = Array.from({ length: 30 }, (_, n) => [
  { ...item(`yes-${n}`, `Minister number ${n} announces embargo`, PADDING), topics: ['trade'] },
  { ...item(`no-${n}`, `Referee number ${n} sanctions player`, PADDING), topics: [] },
]).flat();

beforeAll(async () => {
  // Half the threshold: such matches are only possible.
  const rules = await topicFiles({ trade: { terms: 'embargo, sanctions', weight: 5 } });
  directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-archive-'));
  topics = path.join(directory, 'config', 'topics');
  await mkdir(path.join(directory, 'fixtures'), { recursive: true });
  await cp(path.dirname(rules.topics), path.dirname(topics), { recursive: true });
  await rules[Symbol.asyncDispose]();
  await writeFile(
    path.join(topics, 'concepts.yaml'),
    'concepts:\n  sport:\n    en: |\n      referee\n      player\n',
  );
  await writeFile(
    path.join(directory, 'fixtures', 'labelled.jsonl'),
    LABELLED.map((one) => JSON.stringify(one)).join('\n'),
  );
  const entities = path.join(directory, 'config', 'entities.yaml');
  reader = createDocumentReader({ threads: 1, topics, entities });
  console = await testConsole({}, { config: { topics, entities }, pipeline: { reader } });
  browser = formBrowser(console.web.url);
  ({ token } = await console.somebody('owner'));
  await storeItems(console.db, [...NEAR, ...OTHERS], {
    rules: { topics, entities },
    at: new Date(Date.now() - 5 * 3_600_000),
    publishing: publishingAt(() => new Date()),
  });
});
afterAll(async () => {
  await console[Symbol.asyncDispose]();
  await reader.close();
  await rm(directory, { recursive: true, force: true });
});

/** The page once the work is done: until then it loads itself again. */
async function done(page: ShownPage): Promise<ShownPage> {
  let shown = page;
  while (shown.text.includes('Under way')) shown = await browser.open(shown.path);
  return shown;
}

/** A call with a token, which needs no log-in here. */
async function call<T = Record<string, unknown>>(path: string, method = 'GET', body?: unknown) {
  return callApi<T>(`${console.web.url}/api/v1`, path, { token, method, body });
}

/** What came of work that a call began. */
async function outcomeOf(begun: { status: number; body: Record<string, unknown> }) {
  expect(begun.status).toBe(202);
  for (;;) {
    const { body } = await call(`/archive/tasks/${begun.body['id']}`);
    if (body['status'] !== 'running') return body;
  }
}

describe('the archive', () => {
  test('words that near misses have more often are suggested', async () => {
    const shown = await done(await browser.press(await browser.open('/archive'), 'Look for words'));
    expect(shown.text).toContain('8 near misses, 30 other articles');
    expect(shown.text).toContain('tonnage');
    expect(shown.text).not.toContain('musicians');
    const outcome = await outcomeOf(
      await call('/archive/suggest', 'POST', { topic: 'trade', language: 'en' }),
    );
    expect(outcome).toMatchObject({ status: 'suggested', languages: [{ language: 'en', nearMisses: 8 }] });
    const none = await outcomeOf(await call('/archive/suggest', 'POST', { language: 'fr' }));
    expect(none).toMatchObject({ status: 'suggested', languages: [] });
    const tongue = await call('/archive/suggest', 'POST', { language: 'english' });
    expect(tongue.status).toBe(422);
    expect(tongue.body['detail']).toContain('did you mean "en"?');
    const unknown = await call('/archive/suggest', 'POST', { topic: 'trde' });
    expect(unknown.status).toBe(422);
    expect(unknown.body['detail']).toContain('did you mean "trade"');
  }, 60_000);

  test('weights are fitted, shown before and after, saved and rolled back', async () => {
    const shown = await done(
      await browser.press(await browser.open('/archive'), 'Fit its weights', { topic: 'trade' }),
    );
    expect(shown.text).toContain('What it would change');
    expect(shown.text).toMatch(/labelled\.jsonl60–? ?.*100 % \/ 100 %/);
    expect(shown.text).toContain('+ text/sport');
    const file = path.join(topics, 'weights', 'trade.yaml');
    await expect(readFile(file)).rejects.toThrow('ENOENT');
    const saved = await browser.press(shown, 'Save these weights', { note: 'fitted to our labels' });
    expect(saved.text).toContain('Saved.');
    expect(await readFile(file, 'utf8')).toContain('text/sport: -');
    // A second save would overwrite what was saved meanwhile.
    expect((await browser.press(shown, 'Save these weights')).status).toBe(409);

    const outcome = await outcomeOf(await call('/archive/fit', 'POST', { topic: 'trade' }));
    expect(outcome).toMatchObject({
      status: 'fitted',
      files: [{ file: 'weights/trade.yaml', topic: 'trade', base: expect.stringMatching(/^[\w-]{16}$/) }],
      tried: { status: 'tried', read: 38 },
    });
    expect((await call('/archive/fit', 'POST', { topic: 'cheese' })).status).toBe(422);
    const versions = await browser.open('/topics/weights/trade.yaml');
    const back = await browser.press(versions, 'Back to before this: fitted to our labels');
    expect(back.text).toContain('The file is gone, as before that change');
    await expect(readFile(file)).rejects.toThrow('ENOENT');
    // Its versions are still reached from the topic, so the roll-back can be taken back, too.
    const topic = await browser.open('/topics/trade.yaml');
    expect(topic.html).toContain('href="/topics/weights/trade.yaml"');
    const [, note] = /: (before going back to version \d+)</.exec(back.html) ?? [];
    const again = await browser.press(back, `Back to before this: ${note}`);
    expect(again.text).toContain('Saved.');
    expect(await readFile(file, 'utf8')).toContain('text/sport: -');
    expect((await browser.open('/topics/weights/cheese.yaml')).status).toBe(404);
  }, 120_000);

  test('topics are applied again after a look at what would change', async () => {
    const rules = path.join(topics, 'trade.yaml');
    await writeFile(
      rules,
      (await readFile(rules, 'utf8'))
        .replace('weight: 5', 'weight: 12')
        .replace('embargo, sanctions', 'embargo, sanctions, concert'),
    );
    await rm(path.join(topics, 'weights'), { recursive: true, force: true });
    await reader.useRules();
    const levels = async () =>
      new Set((await console.db.selectFrom('matches').select('level').execute()).map(({ level }) => level));
    const dry = await done(await browser.press(await browser.open('/archive'), 'What would change?'));
    expect(dry.text).toContain('38 articles classified again; nothing was stored');
    expect(dry.text).toMatch(/trade30 ?0/);
    expect(await levels()).toEqual(new Set(['possible']));
    const counted = await outcomeOf(await call('/archive/reapply', 'POST', { days: '30' }));
    expect(counted).toMatchObject({ status: 'reapplied', dry: true, articles: 38, alerts: 0 });
    const applied = await done(await browser.press(dry, 'Apply the topics', { alert: 'yes' }));
    const written = await console.db.selectFrom('alerts').select('id').execute();
    expect(written.length).toBeGreaterThan(0);
    expect(applied.text).toContain(`${written.length} alert`);
    expect(await levels()).toEqual(new Set(['sure']));
  }, 60_000);

  test('articles are downloaded, imported, and not alerted', async () => {
    const alerts = () => console.db.selectFrom('alerts').select('id').execute();
    const before = (await alerts()).length;
    const lines = [
      '{"url":"https://a.example/1","title":"Cabinet announces embargo","text":"On timber.","outlet":"A"}',
      'no json',
      '{"url":"ftp://a.example/","title":"t","outlet":"A"}',
    ].join('\r\n');
    const shown = await done(await browser.press(await browser.open('/archive'), 'Import', { lines }));
    expect(shown.text).toContain('1 article stored, 1 of them on a topic; 2 lines refused');
    expect(shown.text).toContain('Line 2: this line is not JSON');
    expect(shown.text).toContain('Line 3: url: expected an http or https URL');
    const outcome = await outcomeOf(
      await call('/archive/import', 'POST', {
        articles: [{ url: 'https://a.example/2', title: 'Picnic', outlet: 'B' }, 7],
      }),
    );
    expect(outcome).toMatchObject({ status: 'imported', stored: 1, matched: 0, refused: [{ line: 2 }] });
    expect((await alerts()).length).toBe(before);
    const exported = await (await fetch(`${console.web.url}/articles.jsonl?topic=trade`)).text();
    expect(exported).toContain('Cabinet announces embargo');
    expect(exported).not.toContain('Picnic');
  }, 60_000);

  test('a backup is the whole record, and is audited', async () => {
    for (const path of ['/archive/backup', '/api/v1/archive/backup']) {
      const response = await fetch(`${console.web.url}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      });
      expect(response.headers.get('content-type')).toBe('application/gzip');
      expect(response.headers.get('content-disposition')).toMatch(
        /filename="chipwatch-\d{4}-\d\d-\d\d\.jsonl\.gz"/,
      );
      const record = gunzipSync(Buffer.from(await response.arrayBuffer()))
        .toString('utf8')
        .trim()
        .split('\n');
      expect(JSON.parse(record[0] ?? '')).toMatchObject({ chipwatch: 'backup', format: 1 });
      expect(JSON.parse(record.at(-1) ?? '')).toMatchObject({ end: true, rows: { articles: 40 } });
    }
    const audit = await console.db.selectFrom('audit').select('did').execute();
    expect(audit.map(({ did }) => did)).toEqual(
      expect.arrayContaining(['POST /archive/backup', 'POST /archive/reapply']),
    );
  });

  test('one piece of work runs at a time, and what is forgotten says so', async () => {
    const first = await call('/archive/reapply', 'POST', { days: '30' });
    const second = await call('/archive/fit', 'POST', { topic: 'trade' });
    expect(second.status).toBe(409);
    expect(second.body['detail']).toContain('Wait for it to end');
    await outcomeOf(first as { status: number; body: Record<string, unknown> });
    expect((await browser.open(`/archive/tasks/${'0'.repeat(24)}`)).status).toBe(404);
  });

  test('a file of concepts is put in order, without saving it', async () => {
    const shown = await browser.press(await browser.open('/topics/concepts.yaml'), 'Put in order');
    expect(shown.text).toContain('Put in order. It is not saved yet');
    expect(shown.html).toMatch(/player\n +referee/);
    expect(await readFile(path.join(topics, 'concepts.yaml'), 'utf8')).toMatch(/referee\n +player/);
    const { body } = await call<{ source: string }>('/topics/tidy', 'POST', {
      source: 'concepts:\n  a:\n    en: |\n      z\n      b\n',
    });
    expect(body.source).toMatch(/b\n +z/);
  });

  test('the system page names what is done by command only', async () => {
    const { text } = await browser.open('/system');
    for (const command of [
      'restore FILE',
      'migrate',
      'record URL --out DIRECTORY',
      'replay DIRECTORY',
      'schema',
    ])
      expect(text).toContain(`npx chipwatch ${command}`);
  });
});
