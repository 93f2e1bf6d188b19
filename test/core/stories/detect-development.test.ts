import { expect, test } from 'vitest';
import { detectDevelopment } from '../../../src/core/stories/detect-development.ts';
import type { StoryState } from '../../../src/core/stories/story.ts';
import type { Match, Stance } from '../../../src/core/topics/match.ts';
import { article, match, NOW } from './articles.ts';

const state = (stance: Stance | undefined, official = false): StoryState => ({
  topics: ['chip_ban'],
  stances: stance === undefined ? [] : [{ topic: 'chip_ban', stance, at: NOW.getTime() }],
  official,
});
const report = (topics: Match[], hours = 1, url = 'https://a.example/1') =>
  article({ title: 'x', text: 'y', topics, url, published: new Date(NOW.getTime() + hours * 3_600_000) })
    .features;

test.each([
  ['one more report', state('proposed'), report([match('chip_ban', 'proposed')]), undefined],
  ['a report without a stance', state('proposed'), report([match('chip_ban')]), undefined],
  ['the first to tell a stance', state(undefined), report([match('chip_ban', 'in force')]), undefined],
  [
    'proposed becomes law',
    state('proposed'),
    report([match('chip_ban', 'in force')]),
    { kind: 'stance', topic: 'chip_ban', from: 'proposed', to: 'in force' },
  ],
  [
    'a reversal',
    state('in force'),
    report([match('chip_ban', 'eased')], 24),
    { kind: 'stance', topic: 'chip_ban', from: 'in force', to: 'eased' },
  ],
  [
    'an older report of the earlier stance',
    state('eased'),
    report([match('chip_ban', 'in force')], -5),
    undefined,
  ],
  [
    'a new topic',
    state('in force'),
    report([match('chip_ban', 'in force'), match('customs_check')]),
    { kind: 'new-topic', topic: 'customs_check' },
  ],
  [
    'a changed stance before a new topic',
    state('in force'),
    report([match('customs_check'), match('chip_ban', 'eased')]),
    { kind: 'stance', topic: 'chip_ban', from: 'in force', to: 'eased' },
  ],
  [
    'the first official source',
    state('in force'),
    report([match('chip_ban', 'in force')], 1, 'https://www.bis.gov/x'),
    { kind: 'official', outlet: 'a.example' },
  ],
  [
    'the second official source',
    state('in force', true),
    report([match('chip_ban')], 1, 'https://www.bis.gov/x'),
    undefined,
  ],
])('%s', (_, before, features, development) => {
  expect(detectDevelopment(before, features)).toEqual(development);
});
