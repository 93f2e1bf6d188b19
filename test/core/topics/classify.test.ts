import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../../src/core/topics/classify.ts';
import type { ClassifiableArticle, Match } from '../../../src/core/topics/match.ts';
import { compileYaml, topicWith } from './compile-yaml.ts';

const filler = (words: number) =>
  'It rained on the market square and people went home early. '.repeat(Math.ceil(words / 11));

const isSure = (matches: readonly Match[]) => matches.some(({ level }) => level === 'sure');

function fires(rule: string, article: Partial<ClassifiableArticle>, others = ''): boolean {
  const topics = compileYaml(topicWith(`  - { id: r, weight: 10, ${rule} }`, others));
  return isSure(classify({ title: '', text: '', language: 'eng', ...article }, topics));
}

const BAN = 'all: [state, ban, chip]';

describe('a rule', () => {
  test.each<[name: string, rule: string, article: Partial<ClassifiableArticle>, expected: boolean]>([
    ['needs every group', BAN, { text: 'Beijing bans chips.' }, true],
    ['misses one group', BAN, { text: 'Beijing bans toys.' }, false],
    ['keeps to one sentence', BAN, { text: 'Beijing bans toys. Chips are cheap.' }, false],
    [
      'reaches across a paragraph',
      `${BAN}, within: paragraph`,
      { text: 'Beijing bans toys. Chips, too.' },
      true,
    ],
    [
      'stops at the paragraph',
      `${BAN}, within: paragraph`,
      { text: 'Beijing bans toys.\n\nChips, too.' },
      false,
    ],
    ['counts words', `${BAN}, within: 8 words`, { text: 'Beijing bans toys. Chips, too.' }, true],
    [
      'joins a title to its text',
      `${BAN}, within: 8 words`,
      { title: 'Beijing bans toys', text: 'Chips, too.' },
      true,
    ],
    [
      'joins no other paragraphs',
      `${BAN}, within: 8 words`,
      { text: `Beijing bans toys.\n\nChips, too. ${filler(250)}` },
      false,
    ],
    ['counts no more words', `${BAN}, within: 3 words`, { text: 'Beijing bans all new chips.' }, false],
    ['takes any of a group', 'all: [[state, maker], ban]', { text: 'Nvidia is banned.' }, true],
    ['takes any of "any"', 'all: [ban], any: [state, maker]', { text: 'Nvidia is banned.' }, true],
    ['misses all of "any"', 'all: [ban], any: [state, maker]', { text: 'Toys are banned.' }, false],
    ['is ruled out', `${BAN}, none: [patent]`, { text: 'Beijing bans chips over a patent.' }, false],
    [
      'is ruled out in its sentence only',
      `${BAN}, none: [patent]`,
      { text: 'Beijing bans chips. A patent fell.' },
      true,
    ],
    ['keeps to the title', `${BAN}, in: [title]`, { text: 'Beijing bans chips.' }, false],
    ['finds the title', `${BAN}, in: [title]`, { title: 'Beijing bans chips' }, true],
    ['finds the lead', `${BAN}, in: [lead]`, { lead: 'Beijing bans chips.', text: filler(80) }, true],
    ['knows where the lead ends', `${BAN}, in: [lead]`, { text: `${filler(80)}Beijing bans chips.` }, false],
    ['wants company', `all: [ban, chip], with: [state]`, { text: 'Chips are banned.' }, false],
    [
      'has company at a distance',
      `all: [ban, chip], within: 4 words, with: [state]`,
      { text: 'Chips are banned and as we hear today this comes from Beijing.' },
      true,
    ],
    [
      'wants the opening',
      'all: [ban, chip], opening: [maker]',
      { text: `${filler(80)}Chips are banned. Nvidia is sad.` },
      false,
    ],
    ['wants the article', 'all: [ban, chip], article: [maker]', { text: 'Chips are banned.' }, false],
    [
      'has the article',
      'all: [ban, chip], article: [maker]',
      { text: `Chips are banned. ${filler(80)} Nvidia is sad.` },
      true,
    ],
    ['does not use words twice', 'all: [chip, chip]', { text: 'A chip.' }, false],
    ['wants two names, not one twice', 'all: [state, state]', { text: 'Beijing, Beijing.' }, false],
    ['has two names', 'all: [state, state]', { text: 'Beijing and Washington.' }, true],
    ['counts a negated ban', BAN, { text: 'Beijing does not ban chips.' }, true],
    ['passes over a negated ban', `${BAN}, affirmed: [ban]`, { text: 'Beijing does not ban chips.' }, false],
    ['leaves exceptions out', BAN, { text: 'Beijing bans potato chips.' }, false],
    ['sees past an exception', BAN, { text: 'Beijing bans potato chips and processors.' }, true],
    ['believes a misspelling near its maker', 'all: [misspelt]', { text: 'The Nvidia H2O sells.' }, true],
    ['drinks water elsewhere', 'all: [misspelt]', { text: 'Plants need H2O.' }, false],
    ['passes over page furniture', BAN, { text: `${filler(20)}\n\nRelated: Beijing bans chips` }, false],
  ])('%s', (_, rule, article, expected) => {
    expect(fires(rule, article)).toBe(expected);
  });

  test('is tried only if the guard is there', () => {
    expect(fires(BAN, { text: 'Beijing bans chips.' }, 'guard: [maker]')).toBe(false);
    expect(fires(BAN, { text: 'Beijing bans chips. So says Nvidia.' }, 'guard: [maker]')).toBe(true);
  });

  test('is outweighed by counter-evidence unless an exception removes that', () => {
    const counter = 'counter: [{ id: c, any: [patent], unless: [maker], subtract: 5 }]';
    expect(fires(BAN, { text: 'Beijing bans chips. A patent fell.' }, counter)).toBe(false);
    expect(fires(BAN, { text: 'Beijing bans chips. A patent fell. Nvidia is sad.' }, counter)).toBe(true);
  });
});

describe('length', () => {
  test('one statement does not make the subject of a long text, its title or repetition does', () => {
    const text = `${filler(600)}Beijing bans chips. ${filler(600)}`;
    expect(fires(BAN, { title: 'Rain', text })).toBe(false);
    expect(fires(BAN, { title: 'Beijing bans chips', text })).toBe(true);
    const repeated = [
      'Beijing bans chips.',
      'Washington banned processors.',
      'The ban on chips of Beijing grew.',
    ];
    expect(
      fires(BAN, {
        text: `${repeated.join(' ')} ${filler(500)} ${repeated.map((s) => `Yes: ${s}`).join(' ')}`,
      }),
    ).toBe(true);
  });
});

describe('language', () => {
  const topics = compileYaml(topicWith('  - { id: r, weight: 10, all: [ban, chip] }'));
  test.each([
    ['its own lexicon', 'eng', 'Chips are banned.', true],
    ['not another', 'deu', 'Chips are banned.', false],
    ['any one if unknown', 'und', 'Chips are banned.', true],
    ['never two at once', 'und', 'Les Speicherchips sont interdits.', false],
    ['none if there is none', 'swe', 'Chips are banned.', false],
  ])('%s', (_, language, text, expected) => {
    expect(classify({ title: '', text, language }, topics).length > 0).toBe(expected);
  });
});

test('an exception applies in its own lexicon only', () => {
  const topics = compileYaml(topicWith('  - { id: r, weight: 10, all: [chip] }'));
  const found = (language: string) =>
    classify({ title: '', text: 'Some potato chips.', language }, topics).length > 0;
  expect(found('eng')).toBe(false);
  expect(found('deu')).toBe(true);
  expect(found('und')).toBe(true);
});

describe('a match', () => {
  const topics = compileYaml(
    topicWith(`  - { id: r, weight: 10, ${BAN} }`, 'stance: { denied: [cue-denied], in force: [ban] }'),
  );
  test('shows the passage as it is written, with the places of its terms', () => {
    const text = 'First.\n\nYesterday Bei\u00adjing  BANNED the chips.  Last.';
    const [match] = classify({ title: 'T', text, language: 'eng' }, topics);
    const passage = match!.passages[0]!;
    expect(passage).toMatchObject({
      field: 'text',
      rule: 'r',
      text: 'Yesterday Bei\u00adjing  BANNED the chips.',
    });
    expect(text.slice(passage.start, passage.end)).toBe(passage.text);
    expect(passage.terms.map(({ concept, text }) => [concept, text])).toEqual([
      ['state', 'Bei\u00adjing'],
      ['ban', 'BANNED'],
      ['chip', 'chips'],
    ]);
    for (const term of passage.terms) expect(text.slice(term.start, term.end)).toBe(term.text);
    expect(match!.version).toMatch(/^[0-9a-f]{16}$/);
  });

  test('has the stance', () => {
    const stance = (text: string) => classify({ title: '', text, language: 'eng' }, topics)[0]?.stance;
    expect(stance('Beijing bans chips.')).toBe('in force');
    expect(stance('Beijing denies that it bans chips.')).toBe('denied');
  });

  test('has offsets into each field, whatever is in it', () => {
    const noise = fc.constantFrom(
      ' ',
      '\u00ad',
      '\u200b',
      '\n',
      '\ud83d\ude00',
      '\ud800',
      'ﬁ',
      'é',
      'e\u0301',
      '. ',
    );
    const strewn = fc.array(noise, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(strewn, strewn, strewn, (a, b, c) => {
        const title = `${a}Beijing bans${c.includes('\n\n') ? ' ' : ' '}chips${b}`;
        const article = {
          title,
          lead: `${b}Washington banned chips${a}`,
          text: `${c} Beijing: a chip ban${a}`,
          language: 'eng',
        };
        for (const { passages } of classify(article, topics)) {
          for (const { field, start, end, text, terms } of passages) {
            expect(article[field].slice(start, end)).toBe(text);
            for (const term of terms) expect(article[field].slice(term.start, term.end)).toBe(term.text);
          }
        }
      }),
    );
  });
});

test('the version changes with rules and terms, not with comments or other topics', () => {
  const version = (...sources: string[]) => compileYaml(...sources).topics[0]!.version;
  const source = topicWith(`  - { id: r, weight: 10, ${BAN} }`);
  expect(version(`# A comment\n\n${source}`)).toBe(version(source));
  const listed = 'concepts:\n  chip:\n    en: |\n      processor*';
  const inBlock = `topic: t\ntitle: T\nthreshold: 1\nrules: [{ id: r, weight: 1, all: [chip] }]\n${listed}`;
  expect(version(`${inBlock}  # reviewed: meant`)).toBe(version(inBlock));
  expect(version(source, 'concepts: { other: { en: other } }')).toBe(version(source));
  expect(version(source.replace('weight: 10', 'weight: 11'))).not.toBe(version(source));
  expect(version(source.replace('processor*', 'processors'))).not.toBe(version(source));
});

test.each([
  ['without spaces', 'Beijingbanschips'],
  ['of terms', 'Beijing bans chips '],
  ['of terms in sentences', 'Beijing bans chips. '],
  ['of exceptions', 'potato chips '],
  ['of combining marks', 'c\u0301\u0323'],
  ['of zero-width characters', 'c\u200b'],
  ['of bidirectional controls', '\u202ebans '],
])('a megabyte %s is read through', (_, piece) => {
  const topics = compileYaml(topicWith(`  - { id: r, weight: 10, ${BAN} }`));
  const text = piece.repeat(1_000_000 / piece.length);
  for (const { passages } of classify({ title: '', text, language: 'eng' }, topics)) {
    for (const passage of passages) expect(text.slice(passage.start, passage.end)).toBe(passage.text);
  }
});
