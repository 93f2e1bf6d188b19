import { expect, test } from 'vitest';
import { DIGESTS } from './digests.ts';
import { topicsOf } from './shipped-topics.ts';

test.each(DIGESTS)('$language: the topic of a digest is $topic', ({ language, topic, title, text }) => {
  expect(topicsOf(title, text, language)).toEqual(topic === undefined ? [] : [topic]);
});
