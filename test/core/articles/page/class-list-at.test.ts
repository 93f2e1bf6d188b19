import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { classListAt, saidBy } from '../../../../src/core/articles/page/class-list.ts';
import { NAMED } from '../../../../src/core/articles/metadata/is-metadata.ts';
import { isDropCap } from '../../../../src/core/articles/page/drop-cap.ts';
import { isSummaryName } from '../../../../src/core/articles/page/summary-name.ts';

const NAMES = [
  'a', 'article', 'author', 'byline', 'hidden', 'sr-only', 'topic-post', 'drop-cap', 'ai-summary', 'Ärger', 'col-md-4', 'col-md-6',
  'x'.repeat(170), 'entry-date', 'entry-data', 'related', 'KI_Zusammenfassung', 'initial', '',
]; // biome-ignore format: a table

test('a list is the one at its place in the page, whichever lists were found before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.array(fc.constantFrom(...NAMES), { maxLength: 4 }), fc.string())),
      (all) => {
        let html = '';
        for (const [names, between] of all) {
          const list = names.join(' ');
          const start = html.length + between.length;
          html += `${between}${list}`;
          const found = classListAt(`${html}é…`, start, start + list.length);
          expect(found.list).toBe(list);
          expect(found.said.role).toBe(saidBy(list).role);
          expect(found.mayName).toBe(NAMED.test(list));
          expect(found.isDropCap).toBe(isDropCap(list));
          expect(found.isSummary).toBe(isSummaryName(list));
          expect(found.isPost).toBe(names.includes('topic-post'));
        }
      },
    ),
  );
});

test('many lists that differ in one letter are told apart', () => {
  const lists = Array.from({ length: 20_000 }, (_, i) => `story__box--${i} is-${i % 7}`);
  const html = lists.join('"');
  for (let round = 0, at = 0; round < 2; round++, at = 0)
    for (const list of lists) {
      expect(classListAt(html, at, at + list.length).list).toBe(list);
      at += list.length + 1;
    }
});
