import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptTasks } from '../../src/io/store/articles/archive-tasks.ts';
import { fitOnThread } from '../../src/pipeline/topics/long-work.ts';
import type { Service } from '../../src/service/open-service.ts';
import {
  archiveTasks,
  beginWork,
  stopArchiveWork,
  sweepArchiveWork,
} from '../../src/web/archive/archive-desk.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

// The limits of work on the archive, and what is known of it after the process has ended.
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

/** Stands for one process: each has its own tasks in memory, and the same database. */
const aProcess = () => ({ store: { db: database.db }, log: pino({ level: 'silent' }) }) as unknown as Service;

const TASK = {
  topics: 'config/topics',
  entities: 'config/entities.yaml',
  labelled: Array.from({ length: 200 }, (_, n) => ({
    article: { title: `Washington bans chip exports ${n}`, text: 'Nvidia may not sell.', language: 'eng' },
    topics: n % 2 === 0 ? ['chip_ban'] : [],
    source: 'a',
  })),
  only: ['chip_ban'],
};
const WIDE = { deadlineMs: 600_000, maxHeapMb: 2_048 };

/** Begins a fit within limits. */
async function fit(service: Service, limits: typeof WIDE): Promise<string> {
  const id = await beginWork(service, { title: 'Weights', who: 'Olga' }, async (_progress, signal) => ({
    status: 'fitted',
    fitted: await fitOnThread(TASK, signal, limits),
    tried: { status: 'faulty', message: '' },
  }));
  if (id === undefined) throw new Error('other work is under way');
  return id;
}

/** The record of the latest work once it has ended. */
async function ended() {
  for (;;) {
    const [latest] = await keptTasks(database.db, 1);
    if (latest !== undefined && latest.state !== 'running') return latest;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('work on the archive', () => {
  test.each([
    ['half an hour', { ...WIDE, deadlineMs: 30 }, 'It took more than half an hour'],
    ['its memory', { ...WIDE, maxHeapMb: 24 }, 'It needed more memory than a page may use'],
  ])(
    'that takes more than %s says so, and what to do',
    async (_what, limits, said) => {
      const service = aProcess();
      const id = await fit(service, limits);
      const message = `${said}. The command of the same name has no such limit.`;
      expect(await archiveTasks(service).find(id)?.outcome).toEqual({ status: 'failed', message });
      expect(await ended()).toMatchObject({ task: id, who: 'Olga', state: 'failed', said: message });
    },
    60_000,
  );

  test('that reads on a thread is stopped with the service, and listed as interrupted', async () => {
    const service = aProcess();
    const id = await fit(service, WIDE);
    await stopArchiveWork(service);
    expect(await archiveTasks(service).find(id)?.outcome).toMatchObject({ status: 'failed' });
    expect(await ended()).toMatchObject({ task: id, state: 'interrupted', ended_at: expect.any(Date) });
  }, 60_000);

  test('that reads article by article ends at the next one', async () => {
    const service = aProcess();
    let read = 0;
    let goOn = () => {};
    const stopped = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const id = await beginWork(service, { title: 'Import', who: 'Olga' }, async (progress) => {
      for (; read < 10; read++) {
        progress.step();
        if (read === 2) await stopped;
      }
      return { status: 'imported', stored: read, matched: 0, refused: [] };
    });
    await stopArchiveWork(service);
    goOn();
    expect(await archiveTasks(service).find(id ?? '')?.outcome).toMatchObject({ status: 'failed' });
    expect(read).toBe(3);
    expect(await ended()).toMatchObject({ task: id, state: 'interrupted' });
  });

  test('of a process that was killed is interrupted for the next one, and its own end still counts', async () => {
    const killed = aProcess();
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const id = await beginWork(killed, { title: 'Import', who: 'Olga' }, async () => {
      await finished;
      return { status: 'imported', stored: 3, matched: 0, refused: [] };
    });
    expect(await keptTasks(database.db, 1)).toMatchObject([{ task: id, state: 'running' }]);
    await sweepArchiveWork(aProcess());
    expect(await ended()).toMatchObject({ task: id, state: 'interrupted' });
    // It was not killed, but is a second process: what it says of its work is true.
    finish();
    await expect
      .poll(async () => (await keptTasks(database.db, 1))[0])
      .toMatchObject({ task: id, state: 'done', said: '3 articles stored, 0 lines refused.' });
  });
});
