import * as fc from 'fast-check';
import type { StoryFacts } from '../../../src/core/messages/compose-message.ts';
import type { Stance } from '../../../src/core/topics/match.ts';
import { storyFacts } from './sample-messages.ts';

/** Texts that have broken messages: markup of every service, long graphemes, bidi controls, lone surrogates. */
const PIECES = [
  '<script>',
  '</a>',
  '<!channel>',
  '<@U1>',
  '&',
  '&amp;',
  '&#x41;',
  '"',
  "'",
  '`',
  '```',
  '**',
  '__',
  '~~',
  '||',
  '[x](http://evil.example)',
  '{{title}}',
  '{{#if}}',
  '${x}',
  '@everyone',
  '# ',
  '> ',
  '- ',
  '1. ',
  '\\',
  '\r\n',
  '\n',
  'Bcc: a@b.c',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u2028',
  '\ud83d',
  '\udc00',
  '\ufeff',
  '\u{e0041}',
  '👩‍👩‍👧‍👦',
  '🇯🇵',
  'e\u0301',
  'Z\u0351\u036b\u0343',
  '半導体',
  '輸出規制',
  'تصدير',
  'رقائق',
  'चिप',
  'ข้อ',
  'chip',
  'export',
  ' ',
  ' ',
  ' ',
] as const;

/** All pieces that PostgreSQL can store, in one line of text from outside. */
export const HOSTILE_LINE = PIECES.filter((piece) => piece !== '\u0000' && piece.isWellFormed()).join(' ');

export const hostileText = (maxLength: number) => fc.string({ unit: fc.constantFrom(...PIECES), maxLength });

const link = fc.oneof(
  fc.constantFrom(
    'https://news.example.org/a?b=1&c="><script>|x|)(*_~',
    'javascript:alert(1)',
    'https://user:pass@evil.example/a b<c>',
    'http://[::1]:8080/x#frag`"',
    'not a link',
    'https://例え.jp/半導体?q=輸出',
  ),
  fc.integer({ min: 0, max: 3000 }).map((length) => `https://long.example.org/${'a'.repeat(length)}`),
);

const stance = fc.constantFrom<Stance | undefined>(
  'proposed',
  'in force',
  'eased',
  'denied',
  'evaded',
  undefined,
);

const ground = fc.record({
  place: fc.constantFrom('title' as const, 'sentence' as const, 'several' as const),
  terms: fc.array(fc.record({ concept: hostileText(3), text: hostileText(60) }), {
    minLength: 1,
    maxLength: 3,
  }),
  adds: fc.integer({ min: 1, max: 3 }),
});

const topic = fc.record({
  id: fc.constantFrom('chip_ban', 'customs_check', 'own'),
  label: hostileText(20),
  level: fc.constantFrom('sure' as const, 'possible' as const),
  confidence: fc.nat(100),
  stance,
  sentence: hostileText(400),
  terms: fc.array(fc.record({ start: fc.nat(300), end: fc.nat(320), concept: hostileText(3) }), {
    maxLength: 6,
  }),
  rules: fc.array(hostileText(5), { maxLength: 5 }),
  grounds: fc.array(ground, { maxLength: 3 }),
});

export const hostileStory: fc.Arbitrary<StoryFacts> = fc
  .record({
    title: hostileText(300),
    link,
    storyUrl: fc.option(link, { nil: undefined }),
    outlet: hostileText(60),
    published: fc.option(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }), {
      nil: undefined,
    }),
    language: fc.constantFrom('ja', 'zh-Hant', 'und', 'x-nonsense!', 'ar'),
    topics: fc.array(topic, { maxLength: 14 }),
    entities: fc.array(hostileText(10), { maxLength: 20 }),
    outletCount: fc.nat(1000),
    languages: fc.array(fc.constantFrom('ja', 'en', 'de'), { maxLength: 3 }),
    development: fc.option(hostileText(100), { nil: undefined }),
    sample: fc.boolean(),
  })
  .map((over) => storyFacts(over));

/** A hostile story that no channel needs to shorten. */
export const fittingStory: fc.Arbitrary<StoryFacts> = fc
  .record({
    title: hostileText(20),
    outlet: hostileText(10),
    topics: fc.array(
      topic.map((one) => ({ ...one, label: 'Chip ban', rules: [], grounds: [] })),
      { minLength: 1, maxLength: 2 },
    ),
    sentences: fc.tuple(hostileText(40), hostileText(40)),
  })
  .map(({ sentences, topics, ...over }) =>
    storyFacts({
      ...over,
      topics: topics.map((one, index) => ({ ...one, sentence: sentences[index] ?? '' })),
    }),
  );
