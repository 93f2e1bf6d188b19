import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { interruptTasks, keepTask } from '../../src/io/store/articles/archive-tasks.ts';
import { type ArchiveConsole, archiveConsole, NEAR } from '../support/archive-console.ts';

// The work on the whole archive, by forms without a script and by the API.
let world: ArchiveConsole;

beforeAll(async () => {
  world = await archiveConsole();
});
afterAll(() => world[Symbol.asyncDispose]());

describe('the archive', () => {
  test('words that near misses have more often are suggested', async () => {
    const shown = await world.done(
      await world.browser.press(await world.browser.open('/archive'), 'Look for words'),
    );
    expect(shown.text).toContain('8 near misses, 30 other articles');
    expect(shown.text).toContain('tonnage');
    expect(shown.text).not.toContain('musicians');
    const outcome = await world.outcomeOf(
      await world.call('/archive/suggest', 'POST', { topic: 'trade', language: 'en' }),
    );
    expect(outcome).toMatchObject({ status: 'suggested', languages: [{ language: 'en', nearMisses: 8 }] });
    const none = await world.outcomeOf(await world.call('/archive/suggest', 'POST', { language: 'fr' }));
    expect(none).toMatchObject({ status: 'suggested', languages: [] });
    const tongue = await world.call('/archive/suggest', 'POST', { language: 'english' });
    expect(tongue.status).toBe(422);
    expect(tongue.body['detail']).toContain('did you mean "en"?');
    const unknown = await world.call('/archive/suggest', 'POST', { topic: 'trde' });
    expect(unknown.status).toBe(422);
    expect(unknown.body['detail']).toContain('did you mean "trade"');
  }, 60_000);

  test('weights are fitted, shown before and after, saved and rolled back', async () => {
    const shown = await world.done(
      await world.browser.press(await world.browser.open('/archive'), 'Fit its weights', { topic: 'trade' }),
    );
    expect(shown.text).toContain('What it would change');
    expect(shown.text).toMatch(/labelled\.jsonl60–? ?.*100 % \/ 100 %/);
    expect(shown.text).toContain('+ text/sport');
    const file = path.join(world.topics, 'weights', 'trade.yaml');
    await expect(readFile(file)).rejects.toThrow('ENOENT');
    const saved = await world.browser.press(shown, 'Save these weights', { note: 'fitted to our labels' });
    expect(saved.text).toContain('Saved.');
    expect(await readFile(file, 'utf8')).toContain('text/sport: -');
    // A second save would overwrite what was saved meanwhile.
    expect((await world.browser.press(shown, 'Save these weights')).status).toBe(409);

    const outcome = await world.outcomeOf(await world.call('/archive/fit', 'POST', { topic: 'trade' }));
    expect(outcome).toMatchObject({
      status: 'fitted',
      files: [{ file: 'weights/trade.yaml', topic: 'trade', base: expect.stringMatching(/^[\w-]{16}$/) }],
      tried: { status: 'tried', read: 38 },
    });
    expect((await world.call('/archive/fit', 'POST', { topic: 'cheese' })).status).toBe(422);
    const versions = await world.browser.open('/topics/weights/trade.yaml');
    const back = await world.browser.press(versions, 'Back to before this: fitted to our labels');
    expect(back.text).toContain('The file is gone, as before that change');
    await expect(readFile(file)).rejects.toThrow('ENOENT');
    // Its versions are still reached from the topic, so the roll-back can be taken back, too.
    const topic = await world.browser.open('/topics/trade.yaml');
    expect(topic.html).toContain('href="/topics/weights/trade.yaml"');
    const [, note] = /: (before going back to version \d+)</.exec(back.html) ?? [];
    const again = await world.browser.press(back, `Back to before this: ${note}`);
    expect(again.text).toContain('Saved.');
    expect(await readFile(file, 'utf8')).toContain('text/sport: -');
    expect((await world.browser.open('/topics/weights/cheese.yaml')).status).toBe(404);
  }, 120_000);

  test('topics are applied again after a look at what would change', async () => {
    const rules = path.join(world.topics, 'trade.yaml');
    await writeFile(
      rules,
      (await readFile(rules, 'utf8'))
        .replace('weight: 5', 'weight: 12')
        .replace('embargo, sanctions', 'embargo, sanctions, concert'),
    );
    await rm(path.join(world.topics, 'weights'), { recursive: true, force: true });
    await world.reader.useRules();
    const levels = async () =>
      new Set(
        (await world.console.db.selectFrom('matches').select('level').execute()).map(({ level }) => level),
      );
    const dry = await world.done(
      await world.browser.press(await world.browser.open('/archive'), 'What would change?'),
    );
    expect(dry.text).toContain('38 articles classified again; nothing was stored');
    expect(dry.text).toMatch(/trade30 ?0/);
    expect(await levels()).toEqual(new Set(['possible']));
    const counted = await world.outcomeOf(await world.call('/archive/reapply', 'POST', { days: '30' }));
    expect(counted).toMatchObject({ status: 'reapplied', dry: true, articles: 38, alerts: 0 });
    const applied = await world.done(await world.browser.press(dry, 'Apply the topics', { alert: 'yes' }));
    const written = await world.console.db.selectFrom('alerts').select('id').execute();
    expect(written.length).toBeGreaterThan(0);
    expect(applied.text).toContain(`${written.length} alert`);
    // Of the eight that were possible before, too: the route wants only what is sure, and had not heard of them.
    const alerted = await world.console.db
      .selectFrom('articles')
      .innerJoin('alerts', 'alerts.story_id', 'articles.story_id')
      .select('articles.title')
      .execute();
    expect(alerted.filter(({ title }) => title.startsWith('Ministry number')).length).toBe(NEAR.length);
    expect(await levels()).toEqual(new Set(['sure']));
  }, 60_000);

  test('articles are downloaded, imported, and not alerted', async () => {
    const alerts = () => world.console.db.selectFrom('alerts').select('id').execute();
    const before = (await alerts()).length;
    const lines = [
      '{"url":"https://a.example/1","title":"Cabinet announces embargo","text":"On timber.","outlet":"A"}',
      'no json',
      '{"url":"ftp://a.example/","title":"t","outlet":"A"}',
    ].join('\r\n');
    const shown = await world.done(
      await world.browser.press(await world.browser.open('/archive'), 'Import', { lines }),
    );
    expect(shown.text).toContain('1 article stored, 1 of them on a topic; 2 lines refused');
    expect(shown.text).toContain('Line 2: this line is not JSON');
    expect(shown.text).toContain('Line 3: url: expected an http or https URL');
    const outcome = await world.outcomeOf(
      await world.call('/archive/import', 'POST', {
        articles: [{ url: 'https://a.example/2', title: 'Picnic', outlet: 'B' }, 7],
      }),
    );
    expect(outcome).toMatchObject({ status: 'imported', stored: 1, matched: 0, refused: [{ line: 2 }] });
    expect((await alerts()).length).toBe(before);
    const exported = await (await fetch(`${world.console.web.url}/articles.jsonl?topic=trade`)).text();
    expect(exported).toContain('Cabinet announces embargo');
    expect(exported).not.toContain('Picnic');
  }, 60_000);

  test('a backup is the whole record, and is audited', async () => {
    for (const path of ['/archive/backup', '/api/v1/archive/backup']) {
      const response = await fetch(`${world.console.web.url}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${world.token}` },
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
    const audit = await world.console.db.selectFrom('audit').select('did').execute();
    expect(audit.map(({ did }) => did)).toEqual(
      expect.arrayContaining(['POST /archive/backup', 'POST /archive/reapply']),
    );
  });

  test('work is listed with who began it and what came of it, also when its details are gone', async () => {
    const shown = await world.browser.open('/archive');
    expect(shown.text).toMatch(/Latest work.*Import.*1 article stored, 1 line refused\./);
    const { body } = await world.call<{ tasks: Record<string, unknown>[] }>('/archive/tasks?limit=3');
    expect(body.tasks).toHaveLength(3);
    const task = 'f'.repeat(24);
    await keepTask(world.console.db, { task, title: 'The topics applied again', who: 'Olga' }, new Date());
    await interruptTasks(world.console.db, new Date());
    expect((await world.browser.open(`/archive/tasks/${task}`)).text).toContain(
      'Interrupted: the service ended',
    );
    expect((await world.call(`/archive/tasks/${task}`)).body).toMatchObject({
      status: 'forgotten',
      state: 'interrupted',
    });
    expect((await world.browser.open('/archive')).text).toContain('Interrupted: the service ended');
  });

  test('a second piece of work is refused while one runs, and an unknown task is not found', async () => {
    // A fit takes seconds; anything else may have ended before the second call comes.
    const first = await world.call('/archive/fit', 'POST', { topic: 'trade' });
    const second = await world.call('/archive/reapply', 'POST', { days: '30' });
    expect(second.status).toBe(409);
    expect(second.body['detail']).toContain('Wait for it to end');
    await world.outcomeOf(first as { status: number; body: Record<string, unknown> });
    expect((await world.browser.open(`/archive/tasks/${'0'.repeat(24)}`)).status).toBe(404);
  });
});
