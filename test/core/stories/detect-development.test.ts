import { expect, test } from 'vitest';
import {
  detectDevelopments,
  heldBackStances,
  rereadDevelopments,
} from '../../../src/core/stories/detect-development.ts';
import { stateAfter, stateAfterRereading } from '../../../src/core/stories/story-state.ts';
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

const begins: Match = { ...match('chip_ban', 'in force'), takesEffect: true };
const implied: Match = { ...match('chip_ban', 'in force'), impliedStance: true };
const mentioned = (topic: string, stance?: Stance): Match => ({ ...match(topic, stance), aside: true });
const ends: Match = { ...match('chip_ban', 'eased'), takesEffect: true };

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
  [
    'the rule takes effect an hour after its proposal',
    state('proposed'),
    report([begins], 1),
    { kind: 'stance', topic: 'chip_ban', from: 'proposed', to: 'in force' },
  ],
  [
    'the order is suspended an hour after it was told, in words that tell no easing by themselves',
    state('in force'),
    report([ends], 1, 'https://a.example/1', 'Minister suspends order'),
    { kind: 'stance', topic: 'chip_ban', from: 'in force', to: 'eased' },
  ],
  [
    'an easing an hour after, which may be another wording',
    state('in force'),
    report([match('chip_ban', 'eased')], 1),
    undefined,
  ],
  ['an implied stance', state('proposed'), report([implied], 30), undefined],
  ['the rule that was eased an hour ago, told as new', reversed, report([begins], 1), undefined],
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
    'a new topic',
    state('in force'),
    report([match('chip_ban', 'in force'), match('customs_check')]),
    { kind: 'new-topic', topic: 'customs_check' },
  ],
  [
    'two new topics',
    state('in force'),
    report([match('domestic_alternative'), match('customs_check')]),
    [
      { kind: 'new-topic', topic: 'domestic_alternative' },
      { kind: 'new-topic', topic: 'customs_check' },
    ],
  ],
  [
    'a changed stance before a new topic',
    state('in force'),
    report([match('customs_check'), match('chip_ban', 'eased')], 30),
    [
      { kind: 'stance', topic: 'chip_ban', from: 'in force', to: 'eased' },
      { kind: 'new-topic', topic: 'customs_check' },
    ],
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
  expect(detectDevelopments(before, features)).toEqual(development === undefined ? [] : [development].flat());
});

test('an article that is read again reports only a topic that the story never had', () => {
  const before = state('in force');
  const eased = report([match('chip_ban', 'eased')], 30, 'https://www.bis.gov/x');
  expect(rereadDevelopments(before, eased)).toEqual([]);
  expect(stateAfterRereading(before, eased)).toEqual(before);
  expect(detectDevelopments(stateAfterRereading(before, eased), eased)).toHaveLength(2);

  const wider = report([match('chip_ban', 'eased'), match('customs_check')], 30);
  expect(rereadDevelopments(before, wider)).toEqual([{ kind: 'new-topic', topic: 'customs_check' }]);
  expect(rereadDevelopments(stateAfterRereading(before, wider), wider)).toEqual([]);
  expect(stateAfter(before, wider).topics).toEqual(['chip_ban', 'customs_check']);
});

test.each<[name: string, before: StoryState, said: Match, hours: number, why: RegExp | undefined]>([
  [
    'too soon',
    state('proposed'),
    match('chip_ban', 'in force'),
    1,
    /^chip_ban in force after proposed .*two hours/,
  ],
  ['a latecomer', reversed, match('chip_ban', 'in force'), 20, /^chip_ban in force after eased .*latecomer/],
  ['one that is believed', state('proposed'), begins, 1, undefined],
  ['one that cannot follow', state('in force'), match('chip_ban', 'proposed'), 1, undefined],
])('the rule that holds a stance back is named: %s', (_, before, said, hours, why) => {
  expect(heldBackStances(before, report([said], hours))).toEqual(
    why === undefined ? [] : [expect.stringMatching(why)],
  );
});

test('an implied stance gives way to the first that is said, and a later easing is told', () => {
  const opened = stateAfter(state(undefined), report([implied]));
  expect(opened.stances).toMatchObject([{ stance: 'in force', implied: true }]);
  expect(stateAfter(opened, report([match('chip_ban', 'proposed')], 2)).stances).toEqual([
    expect.objectContaining({ stance: 'proposed' }),
  ]);
  expect(detectDevelopments(opened, report([match('chip_ban', 'eased')], 48))).toEqual([
    { kind: 'stance', topic: 'chip_ban', from: 'in force', to: 'eased' },
  ]);
});

test('a topic that a report only mentions is listed with the story and no development', () => {
  const said = report([match('chip_ban', 'proposed'), mentioned('customs_check')]);
  expect(detectDevelopments(state('proposed'), said)).toEqual([]);
  const after = stateAfter(state('proposed'), said);
  expect(after).toMatchObject({ topics: ['chip_ban'], possible: ['customs_check'] });
  // A later report about it is one.
  const whole = report([match('customs_check')], 5);
  expect(detectDevelopments(after, whole)).toEqual([{ kind: 'new-topic', topic: 'customs_check' }]);
  expect(stateAfter(after, whole).topics).toEqual(['chip_ban', 'customs_check']);
});

test('the stance of a mention changes no story', () => {
  const digest = report([mentioned('chip_ban', 'eased')], 48);
  expect(detectDevelopments(state('in force'), digest)).toEqual([]);
  expect(stateAfter(state('in force'), digest).stances).toEqual(state('in force').stances);
});

test('a story can begin with a mention, as in a digest, and is not told again for it', () => {
  const begun = stateAfter(
    { topics: [], stances: [], official: false },
    report([mentioned('chip_ban', 'proposed')]),
  );
  expect(begun).toMatchObject({ topics: ['chip_ban'], stances: [{ topic: 'chip_ban', stance: 'proposed' }] });
  expect(detectDevelopments(begun, report([match('chip_ban', 'proposed')], 3))).toEqual([]);
});
