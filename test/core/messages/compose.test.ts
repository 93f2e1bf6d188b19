import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BundleFacts, composeBundle } from '../../../src/core/messages/compose-bundle.ts';
import { composeMessage, type StoryFacts } from '../../../src/core/messages/compose-message.ts';
import { composeTestMessage } from '../../../src/core/messages/compose-test.ts';
import { count, languageName, whyMatched } from '../../../src/core/messages/phrases.ts';
import { routeConfigSchema } from '../../../src/core/alerts/route-config.ts';
import { FIRST_REPORT } from './sample-messages.ts';

const createdAt = new Date('2026-11-22T07:00:00Z');

function facts(over: Partial<StoryFacts> = {}): StoryFacts {
  return {
    alertId: '1',
    storyId: '10',
    storyUrl: undefined,
    title: 'H20 sales halted',
    link: 'https://example.org/1',
    outlet: 'Chip Daily',
    published: createdAt,
    language: 'en',
    topics: [topic()],
    ...FIRST_REPORT,
    ...over,
  };
}

function topic(over: Partial<StoryFacts['topics'][number]> = {}): StoryFacts['topics'][number] {
  return {
    id: 'chip_ban',
    label: 'Chip ban',
    level: 'sure',
    confidence: 80,
    stance: 'in force',
    sentence: 'Export controls now cover H20.',
    terms: [{ start: 0, end: 15, concept: 'export_control' }],
    rules: ['ban-1'],
    ...over,
  };
}

describe('subjects', () => {
  const subject = (
    kind: 'alert' | 'update' | 'digest' | 'overflow' | 'test',
    stories: StoryFacts[],
    title?: string,
  ) => composeMessage({ idempotencyKey: 'k', kind, createdAt, route: 'r', stories, title }).subject;
  const customs = topic({ id: 'customs_check', label: 'Customs check', stance: undefined, confidence: 90 });

  test.each([
    [subject('alert', [facts()]), 'Chip ban, in force: H20 sales halted'],
    [subject('alert', [facts({ topics: [topic(), customs] })]), 'Customs check +1: H20 sales halted'],
    [
      subject('update', [facts({ development: 'now eased' })]),
      'Update (now eased): Chip ban, in force: H20 sales halted',
    ],
    [
      subject('update', [facts({ outletCount: 7, languages: ['en', 'ja', 'de'] })]),
      'Update (now 7 outlets, 3 languages): Chip ban, in force: H20 sales halted',
    ],
    [subject('test', [facts({ sample: true })]), '[TEST] [SAMPLE] Chip ban, in force: H20 sales halted'],
    [
      subject('digest', [facts(), facts({ topics: [customs] }), facts()], 'Daily digest'),
      'Daily digest: 3 stories (2 Chip ban, 1 Customs check)',
    ],
    [subject('digest', [facts({ sample: true }), facts()]), 'Digest: 2 stories (2 Chip ban)'],
    [subject('overflow', [facts(), facts()]), 'Held back by the hourly cap: 2 stories (2 Chip ban)'],
    [subject('digest', []), 'Digest: 0 stories'],
  ])('%s', (got, expected) => expect(got).toBe(expected));
});

test('a test message of a channel is marked as a test', () => {
  const sent = composeTestMessage({
    idempotencyKey: 'k',
    now: createdAt,
    publicUrl: 'https://watch.example.org/',
  });
  expect(sent.subject).toBe(
    '[TEST] [SAMPLE] Chip ban, in force: Berlin verschärft Exportkontrollen für KI-Chips',
  );
  expect(sent.stories[0]).toMatchObject({ sample: true, reach: 'now 7 outlets, 3 languages' });
  expect(sent.stories[0]?.topics[0]?.why).toBe(
    'export control “Exportkontrollen” + chip “KI-Chips” in one sentence; confidence 97 of 100',
  );
});

describe('phrases', () => {
  test.each([
    ['ja', 'Japanese'],
    ['zh-Hant', 'Traditional Chinese'],
    ['pt-BR', 'Brazilian Portuguese'],
    ['und', 'unknown language'],
    ['x!', 'unknown language'],
    ['', 'unknown language'],
  ])('%s is %s', (tag, name) => expect(languageName(tag)).toBe(name));

  test('the number of outlets shows that a story has grown', () => {
    const reach = (over: Partial<StoryFacts>, kind: 'alert' | 'update' = 'alert') =>
      composeMessage({ idempotencyKey: 'k', kind, createdAt, route: 'r', stories: [facts(over)] }).stories[0]
        ?.reach;
    expect(reach({})).toBe('1 outlet');
    expect(reach({ outletCount: 7, languages: ['en', 'ja', 'de'] }, 'update')).toBe(
      'now 7 outlets, 3 languages',
    );
    expect(reach({ outletCount: 2, development: 'now eased' })).toBe('now 2 outlets');
    expect(count(2, 'story')).toBe('2 stories');
  });

  test('for a match without a rule, why shows the evidence in words, and the message has no raw evidence', () => {
    const grounds = [
      { place: 'title' as const, terms: [{ concept: 'customs', text: '海关' }], adds: 2 },
      { place: 'opening' as const, terms: [{ concept: 'entity:maker:cn', text: '华为' }], adds: 1 },
      { place: 'text' as const, terms: [{ concept: 'trade', text: '贸易' }], adds: 0.1 },
    ];
    const [sent] = composeMessage({
      idempotencyKey: 'k',
      kind: 'alert',
      createdAt,
      route: 'r',
      stories: [facts({ topics: [topic({ rules: [], grounds, confidence: 71 })] })],
    }).stories;
    expect(sent?.topics[0]?.why).toBe(
      'customs “海关” in the headline + maker (China) “华为” in the opening, taken together without a rule; confidence 71 of 100',
    );
    expect(sent?.topics[0]).not.toHaveProperty('grounds');
  });

  test('why glosses each term once, by its concept', () => {
    const sentence = '出口管制, 出口管制 and Export Control on GPU';
    const terms = [
      { start: 0, end: 4, concept: 'export_control' },
      { start: 6, end: 10, concept: 'export_control' },
      { start: 15, end: 29, concept: 'export-control' },
      { start: 33, end: 36, concept: 'ai_chip' },
    ];
    expect(whyMatched(topic({ sentence, terms, rules: ['a', 'b'], together: 'nearby' }))).toBe(
      'export control “出口管制” + “Export Control” + ai chip “GPU” close together; confidence 80 of 100',
    );
    expect(whyMatched(topic({ terms: [] }))).toBe('confidence 80 of 100');
    expect(whyMatched(topic({ level: 'possible' }))).toBe(
      'export control “Export controls”; only possible, confidence 80 of 100',
    );
  });

  test('a doubtful topic is named as one, and left out beside a sure one', () => {
    const doubtful = topic({
      id: 'customs_check',
      label: 'Customs check',
      level: 'possible',
      confidence: 40,
    });
    const labels = (topics: StoryFacts['topics']) =>
      composeMessage({
        idempotencyKey: 'k',
        kind: 'alert',
        createdAt,
        route: 'r',
        stories: [facts({ topics })],
      }).stories[0]?.topics.map(({ label }) => label);
    expect(labels([doubtful])).toEqual(['Customs check (possible)']);
    expect(labels([doubtful, topic()])).toEqual(['Chip ban']);
  });
});

describe('bundles', () => {
  const route = routeConfigSchema.parse({
    name: 'desk',
    channels: ['mail'],
    timeZone: 'Europe/Paris',
    digest: { every: 'day' },
    quietHours: { from: '22:00', to: '07:00' },
    cap: { perHour: 20 },
  });
  const alert = (minute: number, over: Partial<StoryFacts> = {}) => ({
    ...facts(over),
    alertedAt: new Date(createdAt.getTime() + minute * 60_000),
  });
  const bundle = (heldFor: BundleFacts['heldFor'], alerts: BundleFacts['alerts'], maxStories = 10) =>
    composeBundle({ idempotencyKey: 'k', createdAt, route, heldFor, alerts }, maxStories);

  test('never drop a story, whatever the channel takes at a time', () => {
    const ids = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 20 }), (stories, maxStories) => {
        const alerts = stories.map((id, i) => alert(i, { alertId: `${i}`, storyId: `${id}` }));
        const messages = bundle('digest', alerts, maxStories);
        const told = messages.flatMap((message) => message.stories.map((story) => story.storyId));
        expect(told.toSorted()).toEqual([...new Set(stories.map(String))].toSorted());
        expect(messages.every((message) => message.stories.length <= maxStories)).toBe(true);
        expect(new Set(messages.map((message) => message.idempotencyKey)).size).toBe(messages.length);
        expect(messages.map((message) => message.part?.number ?? 1)).toEqual(messages.map((_, i) => i + 1));
      }),
    );
  });

  test('are composed alike at every retry', () => {
    const alerts = [alert(1, { storyId: 'a' }), alert(2, { storyId: 'b' }), alert(3, { storyId: 'c' })];
    expect(bundle('digest', alerts, 2)).toEqual(bundle('digest', alerts.toReversed(), 2));
    expect(bundle('digest', alerts, 2).map((message) => [message.idempotencyKey, message.part])).toEqual([
      ['k-1', { number: 1, of: 2 }],
      ['k-2', { number: 2, of: 2 }],
    ]);
    expect(bundle('digest', alerts).map((message) => [message.idempotencyKey, message.part])).toEqual([
      ['k', undefined],
    ]);
  });

  test('keep the parts that are stored, and put later alerts behind them', () => {
    const messages = bundle(
      'digest',
      [
        alert(1, { storyId: 'a' }),
        alert(2, { storyId: 'b' }),
        alert(3, { storyId: 'a' }),
        alert(4, { storyId: 'c' }),
        alert(5, { storyId: 'd' }),
        alert(6, { storyId: 'e' }),
      ].map((one, at) => ({ ...one, part: [1, 1, 2, 2, undefined, undefined][at] })),
      1,
    );
    expect(
      messages.map(({ part, stories }) => [part?.number, stories.map(({ storyId }) => storyId)]),
    ).toEqual([
      [1, ['b', 'a']],
      [2, ['c', 'a']],
      [3, ['e']],
      [4, ['d']],
    ]);
    expect(new Set(messages.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(4);
  });

  test('contain a story once, with all its developments', () => {
    const customs = topic({ id: 'customs_check', label: 'Customs check' });
    const [message] = bundle('digest', [
      alert(0, { alertId: '1', topics: [topic({ stance: 'proposed' }), customs] }),
      alert(60, {
        alertId: '3',
        topics: [topic()],
        development: 'first official source: bis.gov',
        outletCount: 5,
      }),
      alert(30, { alertId: '2', development: 'Chip ban now in force (was proposed)', outletCount: 3 }),
      alert(10, { alertId: '9', storyId: '11', title: 'Another' }),
    ]);
    expect(message?.subject).toBe('Daily digest: 2 stories (2 Chip ban, 1 Customs check)');
    const [story, other] = message?.stories ?? [];
    expect(story).toMatchObject({
      alertId: '3',
      development: 'Chip ban now in force (was proposed); first official source: bis.gov',
      reach: 'now 5 outlets',
    });
    expect(story?.topics.map(({ id, stance }) => [id, stance])).toEqual([
      ['chip_ban', 'in force'],
      ['customs_check', 'in force'],
    ]);
    expect(other).toMatchObject({ storyId: '11', development: undefined });
    expect(JSON.stringify(message)).not.toContain('alertedAt');
  });

  test.each<[heldFor: BundleFacts['heldFor'], stories: number, expected: object]>([
    [
      'quiet hours',
      1,
      {
        kind: 'alert',
        subject: 'Chip ban, in force: H20 sales halted',
        note: 'Held during quiet hours (22:00 to 07:00, Europe/Paris).',
      },
    ],
    [
      'quiet hours',
      2,
      {
        kind: 'digest',
        subject: 'After quiet hours: 2 stories (2 Chip ban)',
        note: 'Held during quiet hours (22:00 to 07:00, Europe/Paris).',
      },
    ],
    ['hourly cap', 1, { kind: 'alert', note: 'The cap of 20 messages an hour was reached.' }],
    ['hourly cap', 3, { kind: 'overflow', subject: 'Held back by the hourly cap: 3 stories (3 Chip ban)' }],
    ['digest', 1, { kind: 'digest', subject: 'Daily digest: 1 story (1 Chip ban)', note: undefined }],
  ])('held for %s with %d', (heldFor, stories, expected) => {
    const alerts = Array.from({ length: stories }, (_, i) => alert(i, { storyId: `${i}` }));
    expect(bundle(heldFor, alerts)[0]).toMatchObject(expected);
  });

  test('a single held update stays an update', () => {
    expect(bundle('quiet hours', [alert(0, { development: 'now eased' })])[0]?.kind).toBe('update');
  });
});
