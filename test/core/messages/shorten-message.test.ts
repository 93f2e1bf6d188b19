import { describe, expect, test } from 'vitest';
import { shortenMessage } from '../../../src/core/messages/shorten-message.ts';
import { OUTPUTS, UNSAFE } from './every-output.ts';
import { message, storyFacts } from './sample-messages.ts';

const SENTENCE = `${'Vorher 👩‍🔬 geschah manches. '.repeat(40)}An export ban on chips ${'followed later. '.repeat(40)}`;
const start = SENTENCE.indexOf('export ban');
const topic = (id: string) => ({
  ...storyFacts().topics[0]!,
  id,
  label: id,
  sentence: SENTENCE,
  terms: [{ start, end: start + 10, concept: 'export_ban' }],
});
const long = message({
  stories: [
    storyFacts({
      title: 'Ein Titel é '.repeat(80),
      topics: ['one', 'two', 'three', 'four'].map(topic),
      entities: Array.from({ length: 6 }, (_, n) => `Entity ${n}`),
    }),
  ],
});
const short = shortenMessage(long);

describe('a shortened message', () => {
  test('keeps the story, its addresses and the words it was sent for, under a key of its own', () => {
    const [before, after] = [long.stories[0]!, short.stories[0]!];
    expect(after).toMatchObject({
      alertId: before.alertId,
      storyId: before.storyId,
      link: before.link,
      storyUrl: before.storyUrl,
      outlet: before.outlet,
    });
    expect(after.topics.map(({ id }) => id)).toEqual(before.topics.slice(0, 3).map(({ id }) => id));
    for (const { sentence } of after.topics) {
      expect(sentence).toContain('export ban');
      expect(sentence.length).toBeLessThanOrEqual(162);
    }
    expect(short.idempotencyKey).not.toBe(long.idempotencyKey);
    expect(shortenMessage(long)).toEqual(short);
  });

  test.each(Object.entries(OUTPUTS))('%s: says less, safely, and names the article', (_name, render) => {
    const text = render(short, short.stories[0]!).text;
    expect(text.length).toBeLessThan(render(long, long.stories[0]!).text.length);
    expect(text).toContain('Ein Titel é');
    expect(text).not.toMatch(UNSAFE);
  });

  test('as JSON it has less than half a kilobyte for each topic', () => {
    expect(JSON.stringify(long).length).toBeGreaterThan(5_000);
    expect(JSON.stringify(short).length).toBeLessThan(3_000);
  });
});
