import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { planAlert } from '../../../src/core/alerts/plan-alert.ts';
import { routeConfigSchema, silenceSchema } from '../../../src/core/alerts/route-config.ts';
import {
  isSevere,
  languageMatches,
  type RoutableReport,
  routeReport,
} from '../../../src/core/alerts/route-report.ts';
import { describeMatchers, silencedBy, silenceReport } from '../../../src/core/alerts/silence.ts';

const report: RoutableReport = {
  storyId: '17',
  title: 'Washington curbs H20 exports',
  outlets: ['Chip Daily', 'feed-3', 'chipdaily.example'],
  language: 'zh-Hant',
  topics: [
    { id: 'chip_ban', label: 'Chip ban', level: 'sure', confidence: 82, stance: 'proposed' },
    { id: 'customs_check', label: 'Customs check', level: 'sure', confidence: 91, stance: undefined },
  ],
  entities: ['Q182477', 'Nvidia'],
};

const route = (extra: object) => routeConfigSchema.parse({ name: 'desk', channels: ['mail'], ...extra });

describe('routes', () => {
  test.each<[filters: object, topics: string[], reason: string | RegExp]>([
    [{}, ['chip_ban', 'customs_check'], 'chip_ban: wanted (sure, confidence 82, stance proposed)'],
    [{ topics: ['chip_ban'] }, ['chip_ban'], 'customs_check: not among chip_ban'],
    [{ topics: ['domestic_alternative'] }, [], 'chip_ban: not among domestic_alternative'],
    [{ minConfidence: 85 }, ['customs_check'], 'chip_ban: confidence 82 is below 85'],
    [{ minConfidence: 82 }, ['chip_ban', 'customs_check'], /chip_ban: wanted/],
    [
      { stances: ['proposed', 'in force'] },
      ['chip_ban'],
      'customs_check: stance unknown is not among proposed, in force',
    ],
    [{ stances: ['eased'] }, [], 'chip_ban: stance proposed is not among eased'],
    [{ languages: ['zh'] }, ['chip_ban', 'customs_check'], 'language zh-Hant is among zh'],
    [{ languages: ['zh-Hans', 'en'] }, [], 'language zh-Hant is not among zh-Hans, en'],
    [
      { outlets: ['chip daily'] },
      ['chip_ban', 'customs_check'],
      'outlet Chip Daily is among those asked for',
    ],
    [{ outlets: ['chipdaily.example'] }, ['chip_ban', 'customs_check'], /is among/],
    [{ outlets: ['WWW.chipdaily.example'] }, ['chip_ban', 'customs_check'], /is among/],
    [{ outlets: ['Other'] }, [], 'outlet Chip Daily is not among those asked for'],
    [{ excludeOutlets: ['feed-3'] }, [], 'outlet Chip Daily is excluded'],
    [{ excludeOutlets: ['Other'] }, ['chip_ban', 'customs_check'], /wanted/],
    [{ minConfidence: 90, stances: ['proposed'] }, [], 'chip_ban: confidence 82 is below 90'],
  ])('%j', (filters, topics, reason) => {
    const [decision] = routeReport(report, [route(filters)]);
    expect(decision).toMatchObject({ route: 'desk', wants: topics.length > 0 });
    expect(decision?.topics.map(({ id }) => id)).toEqual(topics);
    expect(decision?.reasons).toContainEqual(
      typeof reason === 'string' ? reason : expect.stringMatching(reason),
    );
  });

  test('possible matches go only to routes that ask for them, and alert nobody else', () => {
    const doubtful = { ...report.topics[0]!, level: 'possible' as const, confidence: 40 };
    const asked = (config: object) => routeReport({ ...report, topics: [doubtful] }, [route(config)])[0];
    expect(asked({})).toMatchObject({
      wants: false,
      reasons: ['chip_ban: only possible (confidence 40), and the route wants what is sure'],
    });
    expect(asked({ level: 'possible' })).toMatchObject({ wants: true, topics: [doubtful] });
    expect(asked({ level: 'possible', minConfidence: 50 })).toMatchObject({ wants: false });
    expect(isSevere([doubtful], { stances: ['proposed'] })).toBe(false);
    expect(isSevere(report.topics, { stances: ['proposed'] })).toBe(true);
  });

  test('say so when nothing matched', () => {
    const [decision] = routeReport({ ...report, topics: [] }, [route({})]);
    expect(decision).toMatchObject({ wants: false, reasons: ['no topic matched'] });
  });

  test.each([
    ['en-GB', 'en', true],
    ['EN', 'en-gb', false],
    ['eng', 'en', false],
    ['zh-Hant-TW', 'zh-hant', true],
    ['und', 'en', false],
  ])('language %s in %s: %s', (tag, range, expected) => expect(languageMatches(tag, range)).toBe(expected));

  test.each<[problem: RegExp, config: object]>([
    [/IANA time zone/, { timeZone: 'Mars/Olympus' }],
    [/cron expression/, { digest: { every: 'cron', cron: '0 7 30 2 *' } }],
    [/cron expression/, { digest: { every: 'cron', cron: '* * * * * *' } }],
    [/cron expression/, { digest: { every: 'cron', cron: 'sometimes' } }],
    [/time of day/, { digest: { every: 'day', at: '24:00' } }],
    [/another time than they begin/, { quietHours: { from: '07:00', to: '07:00' } }],
    [/some of the week/, { quietHours: [{ from: '00:00', to: '24:00' }] }],
    [/which say what is severe/, { quietHours: { from: '22:00', to: '07:00', letThrough: {} } }],
    [/BCP 47/, { languages: ['english!'] }],
    [/Unrecognized key/, { chanels: ['x'] }],
    [/Too small|at least|>=1/i, { channels: [] }],
    [/in force/, { stances: ['enforced'] }],
    [/positive|>0/i, { cap: { perHour: 0 } }],
  ])('a configuration that is refused: %s', (problem, config) => {
    const parsed = routeConfigSchema.safeParse({ name: 'desk', channels: ['mail'], ...config });
    expect(z.prettifyError(parsed.error ?? new z.ZodError([]))).toMatch(problem);
  });
});

describe('one alert for a story, then developments', () => {
  const [all] = routeReport(report, [route({})]);
  const [bans] = routeReport(report, [route({ topics: ['chip_ban'] })]);
  const [none] = routeReport(report, [route({ topics: ['other'] })]);
  if (all === undefined || bans === undefined || none === undefined)
    throw new Error('three routes were asked');
  const stance = { kind: 'stance', topic: 'chip_ban', from: 'proposed', to: 'in force' } as const;
  const topic = { kind: 'new-topic', topic: 'customs_check' } as const;
  const official = { kind: 'official', outlet: 'bis.gov' } as const;

  test.each<[what: string, facts: Parameters<typeof planAlert>[0], plan: object]>([
    [
      'a first report',
      { decision: all, alerted: false, updates: true, developments: [] },
      { send: true, kind: 'alert' },
    ],
    [
      'a first report for this route, a development for others',
      { decision: all, alerted: false, updates: true, developments: [topic] },
      { send: true, kind: 'alert' },
    ],
    [
      'a tenth outlet',
      { decision: all, alerted: true, updates: true, developments: [] },
      { send: false, reason: 'the route knows the story, and nothing developed' },
    ],
    [
      'a changed stance',
      { decision: bans, alerted: true, updates: true, developments: [stance] },
      { send: true, kind: 'update', development: 'now in force (was proposed)' },
    ],
    [
      'a changed stance of one topic among several',
      { decision: all, alerted: true, updates: true, developments: [stance] },
      { send: true, kind: 'update', development: 'Chip ban now in force (was proposed)' },
    ],
    [
      'a new topic',
      { decision: all, alerted: true, updates: true, developments: [topic] },
      { send: true, kind: 'update', development: 'now also Customs check' },
    ],
    [
      'a new topic behind a stance of another topic',
      { decision: all, alerted: true, updates: true, developments: [stance, topic] },
      {
        send: true,
        kind: 'update',
        development: 'Chip ban now in force (was proposed); now also Customs check',
      },
    ],
    [
      'two developments of which the route follows one',
      { decision: bans, alerted: true, updates: true, developments: [topic, stance] },
      { send: true, development: 'now in force (was proposed)', developments: [stance] },
    ],
    [
      'a new topic that the route does not follow',
      { decision: bans, alerted: true, updates: true, developments: [topic] },
      { send: false },
    ],
    [
      'an official source',
      { decision: bans, alerted: true, updates: true, developments: [official] },
      { send: true, kind: 'update', development: 'first official source: bis.gov' },
    ],
    [
      'a route without updates',
      { decision: bans, alerted: true, updates: false, developments: [stance] },
      { send: false, reason: 'now in force (was proposed), but the route wants no updates' },
    ],
    [
      'a route that does not want it',
      { decision: none, alerted: false, updates: true, developments: [] },
      { send: false, reason: expect.stringContaining('not among other') },
    ],
  ])('%s', (_what, facts, plan) => expect(planAlert(facts)).toMatchObject(plan));
});

describe('silences', () => {
  const silence = (matchers: object, extra: object = {}) =>
    silenceSchema.parse({
      matchers,
      reason: 'known duplicate wire',
      until: '2026-12-01T00:00:00Z',
      ...extra,
    });
  const now = new Date('2026-11-22T07:00:00Z');

  test.each<[matchers: object, hides: boolean]>([
    [{ topic: 'chip_ban' }, true],
    [{ topic: ['x', 'customs_check'] }, true],
    [{ topic: 'x' }, false],
    [{ route: 'desk' }, true],
    [{ route: 'other' }, false],
    [{ outlet: 'CHIP daily' }, true],
    [{ outlet: 'www.chipdaily.example' }, true],
    [{ language: 'zh' }, true],
    [{ language: ['en', 'ja'] }, false],
    [{ story: '17' }, true],
    [{ entity: 'nvidia' }, true],
    [{ title: 'h20 EXPORTS' }, true],
    [{ title: 'H200' }, false],
    [{ topic: 'chip_ban', outlet: 'Other' }, false],
    [{ topic: 'chip_ban', entity: ['Nvidia', 'AMD'], language: 'zh-Hant' }, true],
  ])('%j: %s', (matchers, hides) => {
    expect(silencedBy(report, 'desk', [silence(matchers)], now) !== undefined).toBe(hides);
  });

  test('apply from their beginning up to their end', () => {
    const some = silence({ topic: 'chip_ban' }, { from: '2026-11-01T00:00:00Z' });
    const at = (time: string) => silencedBy(report, 'desk', [some], new Date(time)) !== undefined;
    expect(at('2026-10-31T23:59:59.999Z')).toBe(false);
    expect(at('2026-11-01T00:00:00Z')).toBe(true);
    expect(at('2026-11-30T23:59:59.999Z')).toBe(true);
    expect(at('2026-12-01T00:00:00Z')).toBe(false);
  });

  test('of several, the one that ends last is named', () => {
    const long = silence({ topic: 'chip_ban' }, { id: 'long', until: '2027-01-01T00:00:00Z' });
    expect(
      silencedBy(report, 'desk', [silence({ story: '17' }), long, silence({ story: '17' })], now)?.id,
    ).toBe('long');
  });

  test('report what they hid', () => {
    const some = silence({ outlet: ['Chip Daily', 'Wire'], topic: 'chip_ban' });
    const hidden = [
      { route: 'desk', title: 'Second', at: new Date('2026-11-22T08:00:00Z') },
      { route: 'desk', title: 'First', at: new Date('2026-11-22T07:30:00Z') },
    ];
    expect(silenceReport(some, hidden)).toEqual({
      headline:
        'Silence on topic chip_ban, outlet Chip Daily or Wire (known duplicate wire), until 2026-12-01T00:00:00.000Z: hid 2 alerts',
      lines: ['2026-11-22T07:30:00.000Z desk: First', '2026-11-22T08:00:00.000Z desk: Second'],
    });
    expect(describeMatchers({ title: 'x' })).toBe('title x');
  });

  test.each([
    [{ matchers: {}, reason: 'because', until: '2026-12-01' }],
    [{ matchers: { topic: 'x' }, reason: ' ', until: '2026-12-01' }],
    [{ matchers: { topic: 'x' }, reason: 'because' }],
    [{ matchers: { topic: 'x' }, reason: 'because', until: 'never' }],
  ])('always match something, say why and end: %j', (bad) => {
    expect(silenceSchema.safeParse(bad).success).toBe(false);
  });
});
