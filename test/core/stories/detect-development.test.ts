import { expect, test } from 'vitest';
import { detectDevelopment } from '../../../src/core/stories/detect-development.ts';
import { stateAfter } from '../../../src/core/stories/story-state.ts';
import type { StoryState } from '../../../src/core/stories/story.ts';
import type { Match, Stance } from '../../../src/core/topics/match.ts';
import { article, match, NOW } from './articles.ts';

const state = (stance: Stance | undefined, official = false): StoryState => ({
  topics: ['chip_ban'],
  stances: stance === undefined ? [] : [{ topic: 'chip_ban', stance, at: NOW.getTime() }],
  official,
});
const reversed: StoryState = {
  ...state('eased'),
  stances: [{ topic: 'chip_ban', stance: 'eased', at: NOW.getTime(), before: ['in force'] }],
};
const report = (topics: Match[], hours = 1, url = 'https://a.example/1', title = 'Curbs lifted') =>
  article({ title, text: 'y', topics, url, published: new Date(NOW.getTime() + hours * 3_600_000) }).features;

/** The same match, found in the title. */
const leading = (one: Match): Match => ({
  ...one,
  passages: [{ rule: 'r', field: 'title', start: 0, end: 6, text: 'Curbs ', terms: [] }],
});

test.each([
  ['one more report', state('proposed'), report([match('chip_ban', 'proposed')]), undefined],
  ['a report without a stance', state('proposed'), report([match('chip_ban')]), undefined],
  ['the first to tell a stance', state(undefined), report([match('chip_ban', 'in force')]), undefined],
  [
    'proposed becomes law',
    state('proposed'),
    report([match('chip_ban', 'in force')], 30),
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
    'another wording in the first hours',
    state('proposed'),
    report([match('chip_ban', 'in force')], 1),
    undefined,
  ],
  ['a step back', state('in force'), report([match('chip_ban', 'proposed')], 50), undefined],
  ['an evasion', state('in force'), report([match('chip_ban', 'evaded')], 50), undefined],
  ['a latecomer after a reversal', reversed, report([match('chip_ban', 'in force')], 20), undefined],
  [
    'a ban that is back two days after',
    reversed,
    report([match('chip_ban', 'in force')], 50),
    { kind: 'stance', topic: 'chip_ban', from: 'eased', to: 'in force' },
  ],
  [
    'a new topic that the report leads with',
    state('in force'),
    report([match('chip_ban', 'in force'), leading(match('customs_check'))]),
    { kind: 'new-topic', topic: 'customs_check' },
  ],
  [
    'a topic that one report only touches',
    state('in force'),
    report([match('chip_ban', 'in force'), match('customs_check')]),
    undefined,
  ],
  [
    'a topic that a second report touches',
    { ...state('in force'), touched: ['customs_check'] },
    report([match('chip_ban', 'in force'), match('customs_check')]),
    { kind: 'new-topic', topic: 'customs_check' },
  ],
  [
    'a changed stance before a new topic',
    state('in force'),
    report([match('customs_check'), match('chip_ban', 'eased')], 30),
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

test('a topic that two reports touch becomes one of the story', () => {
  const first = stateAfter(state('in force'), report([match('chip_ban'), match('customs_check')]));
  expect(first).toMatchObject({ topics: ['chip_ban'], touched: ['customs_check'] });
  const second = stateAfter(first, report([match('customs_check')]));
  expect(second).toMatchObject({ topics: ['chip_ban', 'customs_check'], touched: [] });
});
