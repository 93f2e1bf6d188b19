import { describe, expect, test } from 'vitest';
import { backends } from '../support/backends.ts';
import type { Behaviour, Received } from '../support/deliver-receiver.ts';
import { faultyChannels, OK, SECOND, wait } from '../support/faulty-channels.ts';

const TOO_LARGE: Behaviour = { status: 413, body: 'at most so many bytes' };

const storiesOf = ({ body }: Received) => body.data.stories;

describe.each(backends)('messages that are too large, queues on $name', ({ redisUrl }) => {
  const channels = faultyChannels(redisUrl);
  const { acceptedBy, attemptsOf, behaviours, deliveredTo, deliveriesTo, insert, requestsTo, skip } =
    channels;

  /** Sweeps until the channel's deliveries are done. */
  const finished = (name: string) =>
    expect
      .poll(async () => {
        await channels.look();
        return (await deliveriesTo(name)).filter(({ state }) => state === 'pending').length;
      }, wait)
      .toBe(0);
  const numbersOf = (name: string) =>
    acceptedBy(name).flatMap((one) => storiesOf(one).map(({ title }) => Number(title.split(' ')[1])));

  test('a digest is sent in halves until each is accepted, every story once, each with a key of its own', async () => {
    behaviours.set('small', (_, request) => (storiesOf(request).length > 3 ? TOO_LARGE : OK));
    await insert('small', 11, { bundle: 'digest' });
    await finished('small');
    expect(new Set(numbersOf('small'))).toEqual(new Set(Array.from({ length: 11 }, (_, n) => n + 1)));
    expect(numbersOf('small')).toHaveLength(11);
    const keys = requestsTo('small').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const parts = await deliveriesTo('small');
    // The first request was for the whole digest, which is no delivery any more.
    expect(parts.map(({ id }) => id)).not.toContain(keys[0]);
    expect(new Set(parts.map(({ subject }) => subject)).size).toBe(parts.length);
    const first = await attemptsOf(parts[0]!.id);
    expect(first.map(({ detail }) => detail['outcome'])).toEqual(['refused', 'delivered']);
    expect(first[0]?.detail['answer']).toBe('HTTP 413: at most so many bytes');
    // 11 are 6 and 5, those are 3 and 3, 3 and 2.
    expect(
      acceptedBy('small')
        .map((one) => storiesOf(one).length)
        .toSorted(),
    ).toEqual([2, 3, 3, 3]);
  });

  test('parts that were accepted before are not sent again', async () => {
    behaviours.set('later', (nth) => (nth === 1 ? { status: 503 } : nth === 2 ? TOO_LARGE : OK));
    await insert('later', 450, { bundle: 'quiet hours' });
    await expect
      .poll(() => deliveriesTo('later'), wait)
      .toMatchObject([{ parts_sent: 1, answer: 'HTTP 503' }]);
    await skip(15 * SECOND);
    await finished('later');
    const numbers = numbersOf('later');
    expect(numbers).toHaveLength(450);
    expect(new Set(numbers).size).toBe(450);
    expect(
      acceptedBy('later')
        .map((one) => storiesOf(one).length)
        .toSorted(),
    ).toEqual([100, 100, 200, 50]);
    expect(await deliveredTo('later')).toBe(4);
  });

  test('a digest in parts loses no story when stories of the first part are merged meanwhile', async () => {
    behaviours.set('merged', (nth) => (nth === 1 ? { status: 503 } : OK));
    await insert('merged', 450, { bundle: 'digest' });
    await expect
      .poll(() => deliveriesTo('merged'), wait)
      .toMatchObject([{ state: 'pending', parts_sent: 1, answer: 'HTTP 503' }]);
    const inFirst = await channels.db
      .selectFrom('delivery_alerts')
      .innerJoin('alerts', 'alerts.id', 'delivery_alerts.alert_id')
      .where('part', '=', 1)
      .orderBy('alerts.id')
      .limit(4)
      .select('story_id')
      .execute();
    const [kept, ...joined] = inFirst.map(({ story_id }) => story_id);
    await channels.db
      .updateTable('alerts')
      .set(({ ref }) => ({ story_id: kept!, development: ref('id') }))
      .where('story_id', 'in', joined)
      .execute();
    await skip(15 * SECOND);
    await expect.poll(() => deliveredTo('merged'), wait).toBe(1);
    const titles = acceptedBy('merged').flatMap(({ body }) => body.data.stories.map(({ title }) => title));
    expect(titles).toHaveLength(450);
    expect(new Set(titles).size).toBe(450);
  });

  test('a single story is shortened, once', async () => {
    behaviours.set('narrow', (_, { key }) => (key.endsWith('-short') ? OK : TOO_LARGE));
    await insert('narrow', 3, { bundle: 'hourly cap' });
    await finished('narrow');
    expect(numbersOf('narrow').toSorted()).toEqual([1, 2, 3]);
    expect(acceptedBy('narrow').map(({ body }) => body.data.stories)).toMatchObject(
      Array.from({ length: 3 }, () => [{ entities: [], topics: [{ terms: [] }] }]),
    );
    for (const { answer } of await deliveriesTo('narrow'))
      expect(answer).toBe('too large (HTTP 413: at most so many bytes); shortened: HTTP 204');
  });

  test('what is too large even then is dead with the reason, and nothing else', async () => {
    behaviours.set('closed', (_, request) =>
      storiesOf(request).some(({ title }) => title.endsWith(' 2')) ? TOO_LARGE : OK,
    );
    await insert('closed', 4, { bundle: 'digest' });
    await finished('closed');
    expect(numbersOf('closed').toSorted()).toEqual([1, 3, 4]);
    const dead = (await deliveriesTo('closed')).filter(({ state }) => state === 'dead');
    expect(dead.map(({ answer }) => answer)).toEqual([
      'too large (HTTP 413: at most so many bytes); shortened: HTTP 413: at most so many bytes',
    ]);
  });
});
