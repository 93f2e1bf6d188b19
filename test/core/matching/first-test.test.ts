import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { FirstTest } from '../../../src/core/matching/first-test.ts';
import { foldUnit, requiredLiterals } from '../../../src/core/matching/required-literals.ts';

test.each<[RegExp, readonly string[] | undefined]>([
  [/cookie|Consent/i, ['cookie', 'consent']],
  [/zgod[ęya]|(?<!\p{L})(?:ja|nein)danke/iu, ['zgod', 'danke']],
  [/(?:your|a|the) (?:device|browser)/i, ['device', 'browser']],
  [/we (?:\S+ ){0,2}?partners?/i, ['partner']],
  [/ab?cde|x{0,2}yz|k+lm|(?:de){2,}f/, ['cde', 'yz', 'lm', 'de']],
  [/(?=x)ab(?!c)\b(?<name>def)/, ['def']],
  [/[\]a]b\.c|\u0041bc|\x41d|\p{Lu}e/u, ['b.c', 'bc', 'd', 'e']],
  [/同意|abcd?/, ['同意', 'abc']],
  [/a|\d/, undefined],
  [/(?:a|b?)?c*/, undefined],
  [/😀+a/u, ['a']],
])('the literals that %s requires', (pattern, literals) => {
  expect(requiredLiterals(pattern)).toEqual(literals);
});

const PATTERNS = [
  /cookie|konsent|(?<!\p{L})(?:sí|straße|σύνθεσις)x?/iu,
  /(?:your|a) (?:device|ǆak)|ſet/iu,
  /zgod[ęya]|同意|\bads\b/i,
];
const PIECES = [
  'cookie', 'COOKIE', 'coo\u212aie', 'kon\u017fent', 'sí', 'SÍ', 'straße', 'STRAẞE', 'σύνθεσις', 'ΣΎΝΘΕΣΙΣ', 'your ', 'A ',
  'device', 'Ǆak', 'ǅAK', 'set', 'SET', 'zgodę', 'ZGODA', '同意', 'ads', ' ', '-', 'x',
]; // biome-ignore format: a table

test('never excludes a pattern that matches', () => {
  const first = new FirstTest(PATTERNS);
  let matches = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      const mask = first.of(text);
      for (const [i, pattern] of PATTERNS.entries()) {
        if (!pattern.test(text)) continue;
        matches++;
        expect(mask & (1 << i), `${pattern} in ${text}`).not.toBe(0);
      }
    }),
    { numRuns: 2_000 },
  );
  expect(matches).toBeGreaterThan(500);
});

test('excludes the patterns of which a text has no literal', () => {
  const first = new FirstTest([...PATTERNS, /\d|x/]);
  expect(first.of('Nothing of the kind.')).toBe(8);
  expect(first.of('A Cookie for you')).toBe(9);
  expect(first.of('your device')).toBe(10);
});

test('folds all letters that patterns take for the same', () => {
  const cased: string[] = [];
  for (let unit = 0; unit < 0xd800; unit++) {
    const letter = String.fromCharCode(unit);
    if (letter.toLowerCase() !== letter || letter.toUpperCase() !== letter) cased.push(letter);
  }
  const all = cased.join('');
  const apart: string[] = [];
  for (const letter of cased)
    for (const flags of ['gi', 'giu'])
      for (const same of all.match(new RegExp(letter, flags)) ?? [])
        if (foldUnit(same.charCodeAt(0)) !== foldUnit(letter.charCodeAt(0))) apart.push(`${letter}${same}`);
  expect(apart).toEqual([]);
});
