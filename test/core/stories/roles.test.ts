import { expect, test } from 'vitest';
import { actingState, destinationsIn } from '../../../src/core/stories/roles.ts';
import type { StoryArticle, StoryEntity } from '../../../src/core/stories/story.ts';

/** An article whose entities are located at the given words. */
function articleNaming(
  title: string,
  text: string,
  named: readonly [id: string, kind: StoryEntity['kind'], word: string][],
) {
  const entities = named.map(([id, kind, word]) => ({
    id,
    kind,
    places: (['title', 'text'] as const).flatMap((field) => {
      const start = (field === 'title' ? title : text).indexOf(word);
      return start < 0 ? [] : [{ field, start, end: start + word.length }];
    }),
  }));
  return { title, text, entities } as unknown as StoryArticle;
}

test.each([
  ['sales to China and Macau', 'China', 'Macau'],
  ['Lieferungen nach China und Macau', 'China', 'Macau'],
  ['exportations vers la Chine et Macau', 'Chine', 'Macau'],
  ['中国・マカオへの輸出', '中国', 'マカオ'],
  ['출하가 중국·마카오로 간다', '중국', '마카오'],
  ['运往中国、澳门的货物', '中国', '澳门'],
])('countries that are named together are all destinations: %s', (text, first, second) => {
  const found = destinationsIn(
    articleNaming('', text, [
      ['country:cn', 'country', first],
      ['country:mo', 'country', second],
    ]),
  );
  expect(found.toSorted()).toEqual(['country:cn', 'country:mo']);
});

test.each([
  ['대표는 “중국행”이라고 진술했다', '중국'],
  ['목적지는 중국으로.', '중국'],
  ['Ciężarówka jechała do Chin', 'Chin'],
  ['containers op weg naar China', 'China'],
])('a destination before a quotation mark, a stop or the end: %s', (text, word) => {
  expect(destinationsIn(articleNaming('', text, [['country:cn', 'country', word]]))).toEqual(['country:cn']);
});

test('a country in another clause is no destination', () => {
  const text = 'Exports to China fell. Macau is silent.';
  expect(
    destinationsIn(
      articleNaming('', text, [
        ['country:cn', 'country', 'China'],
        ['country:mo', 'country', 'Macau'],
      ]),
    ),
  ).toEqual(['country:cn']);
});

test.each([
  ['US blacklists 11 Chinese chip makers', 'us'],
  ['Chip makers on a black list', undefined],
])('the state that acts by the first country of the title: %s', (title, state) => {
  expect(
    actingState(
      articleNaming(title, 'Nothing more is known.', [
        ['country:us', 'country', 'US'],
        ['country:cn', 'country', 'Chinese'],
      ]),
    ),
  ).toBe(state);
});

test('an authority says more than a country', () => {
  const title = 'China hit by new rules of the Commerce Department';
  const named = [
    ['country:cn', 'country', 'China'],
    ['us-commerce', 'agency', 'Commerce Department'],
  ] as const;
  expect(actingState(articleNaming(title, '', [...named] as never))).toBe('us');
  expect(
    actingState(articleNaming('New rules', 'The Commerce Department said so.', [named[1]] as never)),
  ).toBe('us');
});
