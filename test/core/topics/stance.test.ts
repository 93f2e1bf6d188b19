import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { classify } from '../../../src/core/topics/classify.ts';
import { matchesOf, shippedTopics } from './shipped-topics.ts';
import { STANCE_SENTENCES } from './stance-sentences.ts';

/** Of a match of either level: one sentence without a title may be less than sure. */
const stanceOf = (title: string, text: string, language: string) =>
  classify({ title, text, language }, shippedTopics).find(({ topic }) => topic === 'chip_ban')?.stance;

describe.each(Object.entries(STANCE_SENTENCES))('%s', (language, sentences) => {
  test('has twelve sentences', () => expect(sentences.length).toBeGreaterThanOrEqual(12));
  test.each(sentences)('%s: %s', (stance, text) => {
    expect(stanceOf('', text, language)).toBe(stance);
  });
});

test.each<[title: string, text: string, allowed: readonly (string | undefined)[]]>([
  [
    'US bars Nvidia from selling H20 chips to China without a licence',
    'The Commerce Department bars Nvidia from selling H20 chips to China without a licence from Monday.',
    ['in force', undefined],
  ],
  [
    'Chip maker needs a licence for China',
    'Nvidia may no longer sell its H20 chips to customers in China without an export licence, the Commerce Department said.',
    ['in force', undefined],
  ],
  [
    'Malaysia to require permits for exports of US AI chips',
    'Malaysia will require a permit for the export and transit of AI chips of US origin with immediate effect, the trade ministry said.',
    ['in force', 'proposed', undefined],
  ],
  [
    'Dutch demand permits for older ASML machines',
    'ASML has to apply for a permit before it exports DUV lithography machines to China, the Dutch government said.',
    ['in force', 'proposed', undefined],
  ],
])('a licence that is missing or must be had: %s', (title, text, allowed) => {
  const matches = matchesOf(title, text, 'eng');
  expect(matches.map(({ topic }) => topic)).toEqual(['chip_ban']);
  expect(allowed).toContain(matches[0]?.stance);
});

test('the sentences of the labelled set are those that are tested', () => {
  const own = readFileSync('fixtures/labelled-own.jsonl', 'utf8');
  expect(own).toContain(JSON.stringify(STANCE_SENTENCES['eng']![0]![1]));
});
