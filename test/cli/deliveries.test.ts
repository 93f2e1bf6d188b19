import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { alertsCommand } from '../../src/cli/alerts.ts';
import { deliveriesCommand } from '../../src/cli/deliveries.ts';
import { buryDelivery } from '../../src/io/store/deliveries/delivery-attempts.ts';
import { leaseDelivery, markDelivered } from '../support/one-delivery.ts';
import { insertAlert, insertDelivery } from '../../src/io/store/deliveries/outbox.ts';
import { type TestCli, testCli } from '../support/cli.ts';
import { storedArticle } from '../support/stored-article.ts';

vi.setConfig({ testTimeout: 120_000 });

let cli: TestCli;
const ids: Record<'waiting' | 'held' | 'sent' | 'sent in part' | 'dead' | 'dead too', string> = {
  waiting: '',
  held: '',
  sent: '',
  'sent in part': '',
  dead: '',
  'dead too': '',
};
const LONG_AGO = new Date('2026-01-05T08:00:00Z');
const TOMORROW = new Date(Date.now() + 86_400_000);

beforeAll(async () => {
  cli = await testCli(() => [deliveriesCommand(), alertsCommand()]);
  const { db } = cli;
  for (const [index, name] of (Object.keys(ids) as (keyof typeof ids)[]).entries()) {
    const { articleId, storyId } = await storedArticle(db, {
      url: `https://a.example/${index}`,
      title: `Story ${name}\u001b]0;x\u0007`,
    });
    const alertId = await insertAlert(
      db,
      {
        storyId,
        articleId,
        route: 'everything',
        development: 'first',
        kind: 'alert',
        reason: null,
        hiddenBy: null,
        topics: ['chip_ban'],
      },
      LONG_AGO,
    );
    ids[name] = await insertDelivery(
      db,
      {
        alertId: alertId!,
        route: 'everything',
        channel: 'terminal',
        kind: 'alert',
        dueAt: name === 'held' ? TOMORROW : LONG_AGO,
        heldFor: name === 'held' ? 'quiet hours' : null,
        bundle: undefined,
      },
      LONG_AGO,
    );
  }
  const told = { outcome: 'delivered', at: new Date(), ms: 7 } as const;
  const lease = async (id: string) => (await leaseDelivery(db, id, new Date(), 60))!;
  await markDelivered(db, await lease(ids.sent), { ...told, answer: '204 No Content' });
  await markDelivered(db, await lease(ids['sent in part']), {
    ...told,
    answer: '250 ok; refused: bo@desk.example: 550',
    refused: 'bo@desk.example: 550',
  });
  for (const name of ['dead', 'dead too'] as const) {
    await buryDelivery(db, await lease(ids[name]), {
      outcome: 'refused',
      answer: '404 Not Found',
      at: new Date(),
      ms: 7,
    });
  }
});
afterAll(() => cli[Symbol.asyncDispose]());

interface Listed {
  id: string;
  state: string;
  attempts: number;
  answer: string | null;
  title: string;
}

async function listed(...flags: string[]): Promise<string[]> {
  return (await cli.json<Listed[]>('deliveries', 'list', ...flags)).map((one) => one.id).sort();
}

const named = (...names: (keyof typeof ids)[]) => names.map((name) => ids[name]).sort();

test('lists all, those given up, or those that wait', async () => {
  expect(await listed()).toEqual(Object.values(ids).sort());
  expect(await listed('--dead')).toEqual(named('dead', 'dead too'));
  expect(await listed('--pending')).toEqual(named('waiting', 'held'));
  expect(await listed('--refused')).toEqual(named('sent in part'));
  expect(await listed('--limit', '1')).toHaveLength(1);
});

test('the table shows why a delivery waits and what was answered, without terminal control sequences', async () => {
  const { stdout } = await cli.run('deliveries', 'list');
  expect(stdout).toContain(`due ${TOMORROW.toISOString().slice(0, 10)}`);
  expect(stdout).toContain('(quiet hours)');
  expect(stdout).toMatch(/dead +alert +everything +terminal +\S+ \S+ +1 +404 Not Found +Story dead/);
  expect(stdout).toMatch(/delivered in part .*250 ok; refused: bo@desk\.example: 550 +Story sent in part/);
  expect(stdout).toMatch(/delivered .*204 No Content +Story sent/);
  expect(stdout).not.toMatch(/[\u001b\u0007]/);
  expect((await cli.run('alerts')).stdout).toMatch(/1\/1 +Story sent/);
  expect(await cli.run('alerts', '--topic', 'customs_check')).toMatchObject({
    code: 0,
    stdout: 'No alerts yet.\n',
  });
  for (const format of [[], ['--json']]) {
    const wrong = await cli.run('alerts', '--topic', 'customs_chek', ...format);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toMatch(
      /There is no topic "customs_chek"; known: .*; did you mean "customs_check"\?/,
    );
  }
});

test('dead deliveries are sent again by id, by its beginning, or all', async () => {
  const { stdout } = await cli.run('deliveries', 'retry', ids.dead.slice(0, 8));
  expect(stdout).toMatch(/One delivery is due again/);
  expect(await listed('--dead')).toEqual(named('dead too'));
  const again = (await cli.json<Listed[]>('deliveries', 'list', '--pending')).find(
    (one) => one.id === ids.dead,
  );
  expect(again).toMatchObject({ state: 'pending', attempts: 0 });

  expect(await cli.json('deliveries', 'retry', '--all')).toEqual({ revived: [ids['dead too']] });
  expect((await cli.run('deliveries', 'list', '--dead')).stdout).toBe('No dead deliveries.\n');
  expect(await cli.json('deliveries', 'retry', '--all')).toEqual({ revived: [] });
});

test('the response before a retry is in the ledger', async () => {
  const entry = await cli.db
    .selectFrom('ledger')
    .selectAll()
    .where('delivery_id', '=', ids.dead)
    .where('event', '=', 'delivery.revived')
    .executeTakeFirstOrThrow();
  expect(entry.detail).toEqual({ attempts: 1, answer: '404 Not Found' });
});

test.each([
  [['retry'], 2, /Name deliveries, or say --all/],
  [['retry', 'abcd1234', '--all'], 2, /Name deliveries, or say --all/],
  [['retry', 'ffffffff-0000-0000-0000-000000000000'], 3, /No dead delivery/],
  [['retry', "';--"], 3, /No dead delivery/],
  [['list', '--dead', '--pending'], 2, /one of --dead, --pending and --refused/],
  [['list', '--limit', 'many'], 2, /number from 1/],
])('deliveries %j exits with %i', async (args, code, says) => {
  const result = await cli.run('deliveries', ...args);
  expect(result).toMatchObject({ code, stdout: '' });
  expect(result.stderr).toMatch(says);
});

test('a delivery that was sent cannot be sent again', async () => {
  expect((await cli.run('deliveries', 'retry', ids.sent)).code).toBe(3);
});
