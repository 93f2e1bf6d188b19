import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildAutomaton, scan } from '../../../src/core/matching/automaton.ts';
import { compileMatcher, findPatterns, originalSpan } from '../../../src/core/matching/matcher.ts';
import { normalise } from '../../../src/core/matching/normalise.ts';
import { TermError, parseTerm } from '../../../src/core/matching/term.ts';

/** The parts of a text that a term matches, as they are written there. */
function find(term: string, text: string, accentsOptional = false): string[] {
  const normal = normalise(text);
  const found: string[] = [];
  findPatterns(compileMatcher(parseTerm(term, { accentsOptional })), normal, (_, start, end) => {
    const span = originalSpan(normal, start, end);
    found.push(text.slice(span.start, span.end));
  });
  return found;
}

describe('edges of words', () => {
  test.each<[term: string, text: string, found: string[]]>([
    ['chip', 'A chip, chips and microchip.', ['chip']],
    ['chip*', 'chips chipmaker microchips', ['chips', 'chipmaker']],
    ['*chip', 'KI-Chip Speicherchip Chipkarte', ['Chip', 'Speicherchip']],
    ['*verbot*', 'Chip-Exportverbots', ['Exportverbots']],
    ['interdi*', "l'interdiction", ['interdiction']],
    ['export control', 'EXPORT\u00a0CONTROL export-control', ['EXPORT\u00a0CONTROL', 'export-control']],
    ['export control', 'export\n\ncontrol', []],
    ['export (ban|curb)(s|)', 'an export ban, export curbs', ['export ban', 'export curbs']],
    ['=US', 'US us Us', ['US']],
    ['=AI Act', 'AI Act, ai act', ['AI Act']],
    ['H20', 'H20芯片 H200 SH20', ['H20']],
    ['CPU', 'CPU500個 GCPU', ['CPU']],
    ['芯片', '国产芯片出口', ['芯片']],
    ['出口管制', '出口管制', ['出口管制']],
    ['半导体', '半導體', ['半導體']],
    ['チップ', 'ポテトチップス AIチップ', ['チップ']],
    ['반도체', '반도체를 AI반도체', ['반도체', '반도체']],
    ['칩', '칩을 칩거 감자칩', ['칩']],
    ['*칩', '국산칩', ['국산칩']],
    ['رقائق', 'بالرقائق والرقائق رقائقنا', ['رقائق', 'رقائق']],
    ['заврет', 'забвение', []],
  ])('%s in %s', (term, text, found) => {
    expect(find(term, text)).toEqual(found);
  });

  test('accents may be left out only where a language allows it', () => {
    expect(find('contrôle', 'CONTROLE contrôle', true)).toEqual(['CONTROLE', 'contrôle']);
    expect(find('cấm vận', 'cam van', false)).toEqual([]);
  });
});

test.each([
  ['', 'nothing to match'],
  ['(a|b', 'parentheses'],
  ['a)b', 'parentheses'],
  ['ba*n', 'beginning or the end'],
  ['(a|b|c)'.repeat(8), 'too many alternatives'],
  ['x'.repeat(201), 'longer than'],
])('the term %j is refused', (term, reason) => {
  expect(() => parseTerm(term)).toThrow(TermError);
  expect(() => parseTerm(term)).toThrow(reason);
});

test('the automaton finds what a search for each pattern finds', () => {
  const word = fc.stringMatching(/^[abc]{1,5}$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 12 }),
      fc.stringMatching(/^[abcd]{0,60}$/),
      (words, text) => {
        const units = (value: string) => Uint16Array.from(value, (character) => character.charCodeAt(0));
        const found: string[] = [];
        scan(buildAutomaton(words.map(units)), units(text), text.length, (pattern, end) =>
          found.push(`${words[pattern]}@${end}`),
        );
        const expected = words.flatMap((value) =>
          Array.from({ length: text.length + 1 }, (_, end) => end)
            .filter((end) => text.slice(0, end).endsWith(value))
            .map((end) => `${value}@${end}`),
        );
        expect(found.sort()).toEqual(expected.sort());
      },
    ),
  );
});

test('an automaton has hardly more cells than states, and is read to its last one', () => {
  // So many that the index of an output needs all its bits.
  const words = Array.from({ length: 40_000 }, (_, n) => (n * 7_919).toString(36).padStart(6, 'q'));
  const units = (value: string) => Uint16Array.from(value, (character) => character.charCodeAt(0));
  const automaton = buildAutomaton(words.map(units));
  const states = new Set(words.flatMap((word) => Array.from(word, (_, at) => word.slice(0, at)))).size;
  // Three numbers for each cell.
  expect(automaton.cells.length / 3).toBeLessThan(1.2 * (states + words.length));
  const text = units(words.join('\u0000'));
  const found = new Set<number>();
  scan(automaton, text, text.length, (pattern) => found.add(pattern));
  expect(found.size).toBe(words.length);
});

test('spans of the original fold to the pattern, whatever invisible characters are between the letters', () => {
  const noise = fc.constantFrom('', '\u00ad', '\u200b', '\u2060', '\u202e', '\u0336');
  fc.assert(
    fc.property(
      fc.array(noise, { minLength: 6, maxLength: 6 }),
      fc.string({ maxLength: 20 }),
      (strewn, around) => {
        const hidden = Array.from('export', (letter, index) => letter + strewn[index]).join('');
        const text = `${around} ${hidden} ${around}`;
        const spans = find('export', text);
        expect(spans.length).toBeGreaterThan(0);
        for (const span of spans) {
          expect(span.replaceAll(/\P{L}/gu, '').toLowerCase()).toBe('export');
        }
      },
    ),
  );
});
