import { describe, expect, test } from 'vitest';
import { breakerSchema } from '../../src/core/alerts/circuit-breaker.ts';
import { readChannel } from '../support/one-delivery.ts';
import { examineDeliveries } from '../../src/service/doctor/examine-deliveries.ts';
import { reviveDeliveries } from '../../src/io/store/deliveries/dead-deliveries.ts';
import { insertSilence } from '../../src/io/store/silences.ts';
import { backends } from '../support/backends.ts';
import { type Reply, timesTaken } from '../support/deliver-receiver.ts';
import { publishedArticle } from '../support/stored-article.ts';
import { faultyChannels, HOUR, MINUTE, OK, SECOND, wait } from '../support/faulty-channels.ts';

describe.each(backends)('a channel with faults, queues on $name', ({ redisUrl }) => {
  const channels = faultyChannels(redisUrl);
  const { acceptedBy, attemptsOf, deliveredTo, deliveriesTo, requestsTo } = channels;
  const { behaviours, insert, look, now, skip, turn } = channels;

  test('held by quiet hours, sent when they are over', async () => {
    await publishedArticle(channels.pipeline, {
      url: 'https://outlet.example/quiet',
      topic: 'quiet-topic',
      reportedAt: now(),
    });
    expect(await deliveriesTo('quiet')).toMatchObject([{ state: 'pending', held_for: 'quiet hours' }]);
    await skip(5 * HOUR);
    await turn();
    expect(requestsTo('quiet')).toEqual([]);
    await skip(HOUR + MINUTE);
    await expect.poll(() => deliveredTo('quiet'), wait).toBe(1);
    expect(acceptedBy('quiet')[0]?.body).toMatchObject({
      type: 'chipwatch.alert',
      data: { note: expect.stringContaining('Held during quiet hours') },
    });
  });

  test('a silence leaves the alert as a row and sends nothing', async () => {
    const silence = await insertSilence(channels.db, {
      matchers: { topic: 'hushed-topic' },
      reason: 'known already',
      until: new Date(now().getTime() + HOUR),
    });
    const { storyId } = await publishedArticle(channels.pipeline, {
      url: 'https://outlet.example/hushed',
      title: 'Another ministry checks parcels',
      // With the same text as the other stories it would count as a copy of them.
      text: 'Inspectors in Valparaiso opened four hundred parcels of spare parts for tractors on Wednesday.',
      topic: 'hushed-topic',
      reportedAt: now(),
    });
    const alerts = await channels.db
      .selectFrom('alerts')
      .selectAll()
      .where('story_id', '=', storyId)
      .execute();
    expect(alerts).toMatchObject([{ route: 'hushed', hidden_by: silence }]);
    await turn();
    expect(await deliveriesTo('hushed')).toEqual([]);
    expect(requestsTo('hushed')).toEqual([]);
  });

  test('refused for a while: waits, and is sent when the service is back', async () => {
    await channels.receiver.goAway();
    await insert('refused', 3);
    await expect
      .poll(async () => (await deliveriesTo('refused')).map((row) => row.answer), wait)
      .toEqual(
        Array.from({ length: 3 }, () =>
          expect.stringMatching(/^no connection: 127\.0\.0\.1:\d+ refuses connections/),
        ),
      );
    await channels.receiver.comeBack();
    await turn();
    expect(requestsTo('refused')).toEqual([]);
    await skip(15 * SECOND);
    await expect.poll(() => deliveredTo('refused'), wait).toBe(3);
    expect((await deliveriesTo('refused')).map((row) => row.attempts)).toEqual([2, 2, 2]);
  });

  test('reset: sent again with the same key', async () => {
    behaviours.set('reset', (nth) => (nth === 0 ? 'reset' : OK));
    await insert('reset', 1);
    await expect
      .poll(async () => (await deliveriesTo('reset'))[0]?.answer, wait)
      .toMatch(/^no connection: .* broke the connection off/);
    await skip(15 * SECOND);
    await expect.poll(() => deliveredTo('reset'), wait).toBe(1);
    const [first, second, ...more] = requestsTo('reset').map(({ key }) => key);
    expect(second).toBe(first);
    expect(more).toEqual([]);
  });

  test('429: nothing before the time it asked for, and no other channel waits', async () => {
    behaviours.set('limited', () => ({ status: 429, headers: { 'retry-after': '3600' } }));
    await insert('limited', 5);
    await expect
      .poll(async () => (await deliveriesTo('limited')).every((row) => row.due_at > now()), wait)
      .toBe(true);
    const asked = requestsTo('limited').length;
    behaviours.set('limited', () => OK);
    await insert('limited', 5);
    await turn();
    await skip(59 * MINUTE);
    await turn();
    expect(requestsTo('limited')).toHaveLength(asked);
    // Deliveries that became due meanwhile were not touched, because checking each would cost more than waiting.
    const untouched = (await deliveriesTo('limited')).filter((row) => row.answer === null);
    expect(untouched).toHaveLength(5);
    // The hour, plus at most 15 s so that they are not all sent at once.
    await skip(2 * MINUTE);
    await expect.poll(() => deliveredTo('limited'), wait).toBe(10);
  });

  test('keeps to the pace of its service while others go ahead', async () => {
    await insert('paced', 6);
    await turn();
    await turn();
    expect(requestsTo('paced')).toHaveLength(2);
    await skip(10 * MINUTE - 30 * SECOND);
    await turn();
    expect(requestsTo('paced')).toHaveLength(2);
    // The four tests run at the same time.
    for (let i = 0; i < 12 && (await deliveredTo('paced')) < 6; i++) {
      await skip(10 * MINUTE);
      await turn();
    }
    expect(await deliveredTo('paced')).toBe(6);
    const times = requestsTo('paced').map(({ at }) => at.getTime());
    for (const [index, time] of times.entries())
      expect(
        times.filter((other) => other >= time && other < time + 10 * MINUTE - 5 * SECOND).length,
        `request ${index}`,
      ).toBeLessThanOrEqual(2);
    expect((await deliveriesTo('paced')).map((row) => row.attempts)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('500 for an hour: the breaker opens, probes, and closes; nothing is lost', async () => {
    behaviours.set('failing', () => ({ status: 500 }));
    await insert('failing', 50);
    await expect
      .poll(async () => breakerSchema.parse((await readChannel(channels.db, 'failing')).breaker).state, wait)
      .toBe('open');
    for (let i = 0; i < 6; i++) {
      await skip(10 * MINUTE);
      await turn();
    }
    const asked = requestsTo('failing').length;
    // Five failures in a row and those already under way, then a probe after 30 seconds, after 1, 2, 4 and 8 minutes,
    // and then every 15 minutes.
    expect(asked).toBeGreaterThan(5 + 2);
    expect(asked).toBeLessThan(5 + 8 + 8);
    behaviours.set('failing', () => OK);
    // The probe, the deliveries that waited for it, and those that failed themselves and wait an hour at most.
    for (let i = 0; i < 6 && (await deliveredTo('failing')) < 50; i++) {
      await skip(20 * MINUTE);
      await turn();
    }
    await expect.poll(() => deliveredTo('failing'), wait).toBe(50);
    expect(breakerSchema.parse((await readChannel(channels.db, 'failing')).breaker).state).toBe('closed');
    expect([...timesTaken(acceptedBy('failing')).values()]).toEqual(Array.from({ length: 50 }, () => 1));
  });

  test('slower than the deadline: given up and retried', async () => {
    behaviours.set('slow', (nth) => (nth === 0 ? 'silence' : OK));
    await insert('slow', 1);
    await expect.poll(async () => (await deliveriesTo('slow'))[0]?.answer, wait).toBe('no answer within 1 s');
    await skip(15 * SECOND);
    await expect.poll(() => deliveredTo('slow'), wait).toBe(1);
  });

  test('a slow channel does not block the others', async () => {
    const { promise, resolve } = Promise.withResolvers<Reply>();
    behaviours.set('sluggish', () => promise);
    await insert('sluggish', 40);
    await expect.poll(() => requestsTo('sluggish').length, wait).toBe(4);
    await turn();
    expect(requestsTo('sluggish')).toHaveLength(4);
    resolve({ status: 204 });
    await expect.poll(() => deliveredTo('sluggish'), wait).toBeGreaterThan(3);
    await skip(20 * SECOND);
    await expect.poll(() => deliveredTo('sluggish'), wait).toBe(40);
    expect(new Set((await deliveriesTo('sluggish')).map((row) => row.attempts))).toEqual(new Set([1]));
  });

  test('200 after we have disconnected: sent twice, with the same key', async () => {
    behaviours.set('late', (nth) => (nth === 0 ? '200 too late' : OK));
    await insert('late', 1);
    await expect.poll(async () => (await deliveriesTo('late'))[0]?.answer, wait).toContain('no answer');
    await skip(15 * SECOND);
    await expect.poll(() => deliveredTo('late'), wait).toBe(1);
    const [delivery] = await deliveriesTo('late');
    expect([...timesTaken(acceptedBy('late'))]).toEqual([[delivery?.id, 2]]);
  });

  test.each([
    ['stranger', { status: 401, body: 'invalid token' }],
    ['moved', { status: 404, body: 'no such hook' }],
  ] as const)('%s for an hour: kept, said, and sent when it is right again', async (name, wrong) => {
    behaviours.set(name, () => wrong);
    await insert(name, 2);
    const answer = `HTTP ${wrong.status}: ${wrong.body}`;
    for (let quarter = 0; quarter < 4; quarter += 1) {
      await skip(15 * MINUTE);
      await turn();
    }
    expect(await deliveriesTo(name)).toMatchObject([{ state: 'pending' }, { state: 'pending' }]);
    const said = (await examineDeliveries(channels.db, now())).find(({ what }) => what === `channel ${name}`);
    expect(said).toMatchObject({
      state: 'bad',
      says: expect.stringContaining(`2 messages wait (${answer})`),
    });
    behaviours.set(name, () => OK);
    await skip(2 * HOUR);
    await expect.poll(() => deliveredTo(name), wait).toBe(2);
  });

  test('a refused message: dead at once with the response, and sent when revived', async () => {
    behaviours.set('gone', () => ({ status: 422, body: 'no such field' }));
    await insert('gone', 2);
    const dead = { state: 'dead', answer: 'HTTP 422: no such field', attempts: 1 };
    await expect.poll(() => deliveriesTo('gone'), wait).toMatchObject([dead, dead]);
    await skip(4 * 24 * HOUR);
    await turn();
    expect(requestsTo('gone')).toHaveLength(2);
    behaviours.set('gone', () => OK);
    const ids = (await deliveriesTo('gone')).map((row) => row.id);
    expect((await reviveDeliveries(channels.db, ids, now())).sort()).toEqual(ids);
    await look();
    await expect.poll(() => deliveredTo('gone'), wait).toBe(2);
    expect(
      acceptedBy('gone')
        .map(({ key }) => key)
        .sort(),
    ).toEqual(ids);
  });

  test('a digest in parts continues where it failed, with every story once', async () => {
    behaviours.set('parts', (nth) => (nth === 1 ? { status: 503 } : OK));
    await insert('parts', 450, { bundle: 'digest' });
    await expect
      .poll(() => deliveriesTo('parts'), wait)
      .toMatchObject([{ state: 'pending', parts_sent: 1, answer: 'HTTP 503' }]);
    await skip(15 * SECOND);
    await expect.poll(() => deliveredTo('parts'), wait).toBe(1);
    const [delivery] = await deliveriesTo('parts');
    expect(requestsTo('parts').map(({ key }) => key)).toEqual(
      [1, 2, 2, 3].map((part) => `${delivery?.id}-${part}`),
    );
    const titles = acceptedBy('parts').flatMap(({ body }) => body.data.stories.map(({ title }) => title));
    expect(titles).toHaveLength(450);
    expect(new Set(titles).size).toBe(450);
    expect((await attemptsOf(delivery!.id)).map(({ detail }) => [detail['part'], detail['outcome']])).toEqual(
      [
        [1, 'delivered'],
        [2, 'retry'],
        [2, 'delivered'],
        [3, 'delivered'],
      ],
    );
  });

  test('every attempt is in the ledger with its response, and without an address', async () => {
    behaviours.set('explained', (nth) =>
      nth === 0
        ? { status: 502, body: `upstream of ${channels.receiver.url('/explained')} is down` }
        : { status: 200, body: 'taken' },
    );
    await insert('explained', 1);
    await expect.poll(async () => (await deliveriesTo('explained'))[0]?.answer, wait).toContain('502');
    await skip(15 * SECOND);
    await expect.poll(() => deliveredTo('explained'), wait).toBe(1);
    const [delivery] = await deliveriesTo('explained');
    const lines = (await attemptsOf(delivery!.id)).map(({ detail }) => detail);
    expect(lines).toEqual([
      {
        attempt: 1,
        outcome: 'retry',
        answer: 'HTTP 502: upstream of [address] is down',
        ms: expect.any(Number),
        until: expect.any(String),
      },
      { attempt: 2, outcome: 'delivered', answer: 'HTTP 200: taken', ms: expect.any(Number) },
    ]);
  });
});
