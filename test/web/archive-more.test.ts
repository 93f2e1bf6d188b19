import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepVersion } from '../../src/io/store/topic-versions.ts';
import { type ArchiveConsole, archiveConsole, PADDING } from '../support/archive-console.ts';

// Downloads of the archive, labelled items of one’s own, warnings, and files put in order.
let world: ArchiveConsole;

beforeAll(async () => {
  world = await archiveConsole();
});
afterAll(() => world[Symbol.asyncDispose]());

describe('the archive', () => {
  test('a second backup is refused while one is read, and taken once the client has gone', async () => {
    const text = () => randomBytes(750_000).toString('base64');
    for (let n = 0; n < 24; n++)
      await keepVersion(
        world.console.db,
        { file: 'large.yaml', source: text(), who: 'Olga', note: 'large' },
        new Date(),
      );
    const ask = () =>
      fetch(`${world.console.web.url}/api/v1/archive/backup`, {
        method: 'POST',
        headers: { authorization: `Bearer ${world.token}` },
      });
    const first = await ask();
    expect(first.status).toBe(200);
    const second = await ask();
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({ title: 'Another backup is being downloaded' });
    await first.body?.cancel();
    await expect
      .poll(
        async () => {
          const third = await ask();
          await third.body?.cancel();
          return third.status;
        },
        { timeout: 20_000 },
      )
      .toBe(200);
  }, 60_000);

  test('HEAD of a download has its headers and no body', async () => {
    const answer = await fetch(`${world.console.web.url}/articles.jsonl`, { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain('.jsonl');
    expect(await answer.text()).toBe('');
    // The server is not left with a download that nobody reads.
    expect((await fetch(`${world.console.web.url}/articles.jsonl`)).status).toBe(200);
  });

  test('weights are fitted to labelled items of one’s own, too', async () => {
    const own = Array.from({ length: 20 }, (_, n) =>
      JSON.stringify({ title: `Ministry ${n} ends embargo`, body: PADDING, topics: ['trade'], lang: 'eng' }),
    ).join('\r\n');
    const shown = await world.done(
      await world.browser.press(await world.browser.open('/archive'), 'Fit its weights', {
        topic: 'trade',
        labelled: own,
      }),
    );
    expect(shown.text).toMatch(/your items20/);
    const faulty = await world.call('/archive/fit', 'POST', {
      topic: 'trade',
      labelled: '{"title":"a","body":"b","topics":"trade"}\nno json',
    });
    expect(faulty.status).toBe(422);
    expect(faulty.body['detail']).toMatch(/line 1: topics: expected .*\nline 2: this line is no JSON/);
  }, 60_000);

  test('warnings are shown for all files, and for a change that is tried', async () => {
    const concepts = path.join(world.topics, 'concepts.yaml');
    const before = await readFile(concepts, 'utf8');
    await writeFile(concepts, before.replace('player\n', 'player\n      player\n'));
    const shown = await world.done(
      await world.browser.press(await world.browser.open('/topics'), 'Look for warnings in all files'),
    );
    expect(shown.text).toMatch(/1 warning.*concepts\.yaml, line \d+: .*player/);
    const outcome = await world.outcomeOf(await world.call('/topics/check', 'POST'));
    expect(outcome).toMatchObject({
      status: 'checked',
      warnings: [{ kind: 'duplicate', file: 'concepts.yaml', line: expect.any(Number) }],
    });
    // Of a change only its own file is of interest.
    const source = (await readFile(path.join(world.topics, 'trade.yaml'), 'utf8')).replace(
      'concepts:\n',
      'concepts:\n  spare:\n    en: leftover\n',
    );
    let tried = await world.browser.press(await world.browser.open('/topics/trade.yaml'), 'Try it', {
      source,
    });
    while (tried.text.includes('is being tried')) tried = await world.browser.open(tried.path);
    expect(tried.text).toMatch(/1 warning.*trade\.yaml, line \d+: concept "spare" is not used by any topic/);
    await writeFile(concepts, before);
  }, 90_000);

  test('a file of concepts is put in order, without saving it', async () => {
    const shown = await world.browser.press(
      await world.browser.open('/topics/concepts.yaml'),
      'Put in order',
    );
    expect(shown.text).toContain('Put in order. It is not saved yet');
    expect(shown.html).toMatch(/player\n +referee/);
    expect(await readFile(path.join(world.topics, 'concepts.yaml'), 'utf8')).toMatch(/referee\n +player/);
    const { body } = await world.call<{ source: string }>('/topics/tidy', 'POST', {
      source: 'concepts:\n  a:\n    en: |\n      z\n      b\n',
    });
    expect(body.source).toMatch(/b\n +z/);
  });

  test('the system page names what is done by command only', async () => {
    const { text } = await world.browser.open('/system');
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
