import { describe, expect, test } from 'vitest';
import { decideStory } from '../../../src/core/stories/decide-story.ts';
import type { FeaturedArticle, StoryDecision } from '../../../src/core/stories/story.ts';
import { joinStory, openStory } from '../../../src/core/stories/story-record.ts';
import { article, DAY, match, NOW, sourceDocument } from './articles.ts';

const SEIZURE = `Customs officers in Rotterdam have intercepted a container holding spare parts for chip-making machines that were on their way to Russia, the public prosecutor said on Friday.

The 14 crates, declared as packaging equipment for Kyrgyzstan, contained modules for older ASML scanners worth roughly 2.6 million euros. A 38-year-old man from Eindhoven was detained, and a warehouse in Venlo was searched. Investigators do not rule out further arrests in the coming weeks.`;
const seizure = article({
  title: 'Rotterdam customs stop lithography parts bound for Russia',
  text: SEIZURE,
});

const REVENUE = (month: string, total: string, growth: string, sum: string, share: string) =>
  article({
    title: `Foundry's ${month} revenue up ${growth}%`,
    text: `Island Foundry on Thursday reported revenue of NT$${total} billion for ${month}, ${growth} percent more than a year earlier. For the year to date sales came to NT$${sum} billion. Demand for advanced chips made up ${share} percent of the total, the company said in its regular statement to the exchange.`,
  });

function decide(newcomer: FeaturedArticle, ...stories: FeaturedArticle[]): StoryDecision {
  return decideStory(
    newcomer.features,
    stories.map((story, index) => openStory(`s${index}`, `a${index}`, story)),
  );
}

describe('copies', () => {
  test.each([
    ['with another title', { title: 'Chip machine parts for Russia found in port' }],
    ['with an agency line', { text: `ROTTERDAM (Newswire One) - ${SEIZURE} Reporting by the Hague bureau.` }],
    ['without its end', { text: SEIZURE.split('\n')[0]! }],
    [
      'edited',
      { text: SEIZURE.replace('have intercepted', 'stopped').replace('was detained', 'is in custody') },
    ],
    ['a week later', { published: new Date(NOW.getTime() + 7 * DAY) }],
  ])('%s', (_, change) => {
    const copy = article({
      title: 'Rotterdam customs stop lithography parts bound for Russia',
      text: SEIZURE,
      ...change,
    });
    expect(decide(copy, seizure)).toMatchObject({ kind: 'join', storyId: 's0' });
  });

  test("next month's report in the same words as this month's is another event", () => {
    const september = REVENUE('September', '330.98', '31.4', '2,760', '74');
    const october = REVENUE('October', '367.47', '16.9', '3,130', '77');
    expect(decide(october, september).kind).toBe('new');
    expect(decide(REVENUE('September', '330.98', '31.4', '2,760', '74'), september).kind).toBe('join');
  });
});

describe('several stories that fit alike', () => {
  const weak = article({
    title: 'ASML parts found',
    text: 'Parts of ASML scanners for Russia were found in a container.',
  });
  const times = (count: number) => Array.from({ length: count }, () => seizure);

  test('a report with little evidence joins one story, but none of many', () => {
    expect(decide(weak, ...times(1)).kind).toBe('join');
    const decision = decide(weak, ...times(5));
    if (decision.kind !== 'new' || decision.nearest === undefined) throw new Error('joined one of five');
    const { score, reasons } = decision.nearest;
    expect(reasons.map(({ says }) => says)).toContain('other stories fit nearly as well');
    expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score);
  });

  test('a copy joins one of many', () => {
    const copy = article({ title: 'Chip machine parts for Russia found in port', text: SEIZURE });
    expect(decide(copy, ...times(5)).kind).toBe('join');
  });
});

describe('own reports', () => {
  test.each([
    [
      'deu',
      'Rotterdam: Zoll fängt ASML-Ersatzteile für Russland ab',
      'Im Hafen von Rotterdam haben niederländische Zöllner 14 Kisten mit Bauteilen für ältere ASML-Anlagen sichergestellt. Sie waren nach Kirgisistan deklariert, sollten aber nach Russland gehen. Der Wert liegt bei etwa 2,6 Millionen Euro. Ein 38-Jähriger aus Eindhoven wurde festgenommen.',
    ],
    [
      'rus',
      'В Роттердаме задержаны запчасти ASML, которые везли в Россию',
      'Таможня Нидерландов изъяла в порту Роттердама 14 ящиков с модулями для старых литографических машин ASML. Груз стоимостью около 2,6 млн евро предназначался заказчику в России. Задержан 38-летний житель Эйндховена.',
    ],
    [
      'cmn',
      '荷兰海关在鹿特丹港截获运往俄罗斯的阿斯麦光刻机零件',
      '荷兰海关在鹿特丹港查获14箱阿斯麦旧款光刻机零件，申报目的地为吉尔吉斯斯坦，实际运往俄罗斯，价值约260万欧元。一名埃因霍温男子被捕。',
    ],
  ])('in %s', (language, title, text) => {
    expect(decide(article({ language, title, text }), seizure)).toMatchObject({ kind: 'join' });
  });

  test.each([
    [
      'the same kind of event at another place',
      'Busan customs refer four over H100 servers disguised as used PC parts',
      'Korean customs officers have sent four people to prosecutors on suspicion of exporting servers with Nvidia H100 cards to China without permission. The Busan Main Customs said 248 GPUs worth 12 billion won left the port between February and August.',
    ],
    [
      'the same company, another event',
      'ASML bookings beat forecasts, but China sales to drop in 2026',
      'ASML reported third-quarter orders of 5.4 billion euros on Wednesday, above expectations, and net sales of 7.5 billion, while warning that demand from Chinese customers would fall significantly next year.',
    ],
    [
      'the same port and country, another event',
      'Rotterdam port strike delays ships bound for Russia',
      'Dock workers in Rotterdam walked out on Friday over pay, and a dozen vessels on the way to Saint Petersburg were waiting at anchor. The union FNV said 3,000 members had joined the strike.',
    ],
  ])('%s is new', (_, title, text) => {
    expect(decide(article({ title, text }), seizure).kind).toBe('new');
  });
});

test('the two source documents are two stories, whichever comes first and even on one day', () => {
  const ban = article({
    ...sourceDocument('000_c0b3dfb5e8aea5a1'),
    language: 'fra',
    topics: [match('chip_ban', 'proposed')],
  });
  const customs = article({
    ...sourceDocument('004_b01ec693ecf27e75'),
    language: 'fra',
    topics: [match('chip_ban', 'in force'), match('customs_check')],
  });
  expect(decide(ban, customs).kind).toBe('new');
  expect(decide(customs, ban).kind).toBe('new');
});

describe('the decision', () => {
  test('takes the best candidate, whatever their order', () => {
    const other = article({
      title: 'Foundry opens in Dresden',
      text: 'A plant was opened in Dresden by the minister.',
    });
    const copy = article({ title: 'Parts for Russia', text: SEIZURE });
    expect(decide(copy, other, seizure)).toMatchObject({ kind: 'join', storyId: 's1' });
    expect(decide(copy, seizure, other)).toMatchObject({ kind: 'join', storyId: 's0' });
  });

  test('without candidates it is new, with nothing near', () => {
    expect(decide(seizure)).toEqual({ kind: 'new', nearest: undefined });
  });

  test('a copy of one member joins, however unlike the others are', () => {
    const others = ['Busan', 'Tampa', 'Dresden', 'Hanoi'].map((place, index) =>
      article({
        title: `Fire at a plant in ${place}`,
        text: `A fire broke out at a plant in ${place}. ${index + 20} people were led to safety, officials said.`,
      }),
    );
    let story = openStory('mixed', 'a', seizure);
    for (const [index, other] of others.entries()) story = joinStory(story, `o${index}`, other);
    const copy = article({ title: 'Chip machine parts for Russia found', text: SEIZURE.split('\n')[0]! });
    expect(decideStory(copy.features, [story])).toMatchObject({ kind: 'join', storyId: 'mixed' });
  });

  test('a report that resembles only one of many members does not join', () => {
    const report = article({
      title: 'ASML parts for Russia: man from Eindhoven held in Rotterdam',
      text: 'Parts for ASML scanners worth 2.6 million euros were on their way to Russia.',
    });
    const alone = openStory('alone', 'a', seizure);
    let crowd = openStory('crowd', 'a', seizure);
    for (const place of ['Busan', 'Tampa', 'Hanoi']) {
      crowd = joinStory(
        crowd,
        place,
        article({ title: `Fire in ${place}`, text: `A plant in ${place} burnt down.` }),
      );
    }
    const [one, many] = [decideStory(report.features, [alone]), decideStory(report.features, [crowd])];
    const score = (decision: StoryDecision) =>
      decision.kind === 'join' ? decision.score : decision.nearest!.score;
    expect(score(many)).toBeLessThan(score(one) - 1);
  });

  test('its reasons add up to its score, strongest first', () => {
    const decision = decide(article({ title: 'Parts for Russia', text: SEIZURE }), seizure);
    if (decision.kind !== 'join') throw new Error('expected a join');
    const sum = decision.reasons.reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeCloseTo(decision.score, 1);
    const sizes = decision.reasons.map(({ weight }) => Math.abs(weight));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(decision.reasons.map(({ says }) => says).join('; ')).toMatch(
      /of the shorter text stands in the other/,
    );
  });

  test('a story is less likely the longer ago its reports are', () => {
    const later = (days: number) =>
      decide(
        article({ title: 'x', text: SEIZURE, published: new Date(NOW.getTime() + days * DAY) }),
        seizure,
      );
    const [now, week] = [later(0), later(7)];
    if (now.kind !== 'join' || week.kind !== 'join') throw new Error('expected joins');
    expect(week.score).toBeLessThan(now.score - 1);
  });
});
