import { expect, test } from 'vitest';
import { compareWithStory } from '../../../src/core/stories/compare-with-story.ts';
import { decideStory } from '../../../src/core/stories/decide-story.ts';
import { INDEX } from '../../../src/core/stories/evidence.ts';
import type { StoryFeatures } from '../../../src/core/stories/story.ts';
import { openStory } from '../../../src/core/stories/story-record.ts';
import { subjectOf } from '../../../src/core/stories/subject.ts';
import { article, DAY, NOW } from './articles.ts';

const TOKYO = {
  title: 'Japan tightens export controls on chipmaking tools to China',
  text: 'Japan tightened export controls on chipmaking tools to China on Wednesday, adding 23 items to its list, the trade ministry said. Licences will be needed from January.',
};

function decide(
  first: { title: string; text: string; language?: string },
  second: { title: string; text: string; language?: string },
) {
  const later = article({ ...second, published: new Date(NOW.getTime() + DAY / 5) });
  return decideStory(later.features, [openStory('story', '1', article(first))]).kind;
}

test('the same act of two states is two events, whatever third country both name', () => {
  const washington = {
    title: 'United States tightens export controls on chipmaking tools to China',
    text: 'The United States tightened export controls on chipmaking tools to China on Wednesday, adding 24 items to its list, the Commerce Department said. Licences will be needed from January.',
  };
  expect(decide(TOKYO, washington)).toBe('new');
  const german = (state: string, verb: string) => ({
    language: 'deu',
    title: `${state} ${verb} Exportregeln für Chipmaschinen nach China`,
    text: `${state} ${verb} die Exportregeln für Chipmaschinen nach China. Die Ausfuhr braucht künftig eine Genehmigung.`,
  });
  expect(decide(german('Niederlande', 'verschärfen'), german('Südkorea', 'verschärft'))).toBe('new');
});

test('a report from a town of a state is not about another state', () => {
  const busan = {
    title: 'Busan finds 12,400 memory modules in old washing machines',
    text: 'Officers in Busan found 12,400 memory modules in 40 used washing machines. Park, 47, is being questioned in South Korea.',
  };
  const arrest = {
    title: 'China was the goal of memory modules in washing machines',
    text: 'A court in Busan ordered the arrest of Park, 47, after 12,400 memory modules were found in 40 washing machines. He named China.',
  };
  const later = article({ ...arrest, published: new Date(NOW.getTime() + 6 * DAY) });
  const subject = subjectOf(later.features, []);
  const story = openStory('story', '1', article(busan));
  expect(compareWithStory(subject, story).values[INDEX.otherActor]).toBe(0);
});

test('what one state does is one event in two languages', () => {
  const berlin = {
    language: 'deu',
    title: 'Tokio verschärft Exportkontrollen für Chipmaschinen',
    text: 'Japan hat am Mittwoch die Ausfuhr von 23 Chipmaschinen nach China verschärft. Das Handelsministerium verlangt ab Januar eine Genehmigung.',
  };
  expect(decide(TOKYO, berlin)).toBe('join');
});

test('a report that agrees with one report of a story is no copy of another with other facts', () => {
  const seized = (port: string, count: string, amount: string) => ({
    title: `Customs in ${port} find ${count} Qualcomm cards`,
    text: `Officers in ${port} opened a container of a freight firm and found ${count} graphics cards without export papers. The goods are valued at $${amount} million. Two people were arrested.`,
  });
  const later = article(seized('Busan', '2,180', '13.9')).features;
  const mould = article(seized('Antwerp', '5,330', '71.2')).features;
  const agreeing = article({
    title: 'Busan seizure',
    text: 'A raid in Busan brought 2,180 processors to light, worth $13.9 million.',
  }).features;
  const member = (features: StoryFeatures) => ({ articleId: '1', features });
  const { values } = compareWithStory(subjectOf(later, []), { members: [agreeing, mould].map(member) });
  expect(values[INDEX.copied]).toBe(0);
  expect(values[INDEX.refilled]).toBeGreaterThan(0);
});

test('a text from the same template about another port is no copy', () => {
  const seized = (port: string, firm: string) => ({
    title: `Port of ${port} seizes chips`,
    text: `Inspectors at the port of ${port} seized smuggled chips from ${firm} that were declared as toys. Two men were arrested. The customs office of ${port} said the chips had no export papers. They will be destroyed.`,
  });
  expect(decide(seized('Antwerp', 'Ostervik'), seized('Busan', 'Ladrona'))).toBe('new');
  expect(decide(seized('Antwerp', 'Ostervik'), seized('Antwerp', 'Ladrona'))).toBe('join');
});

test.each([
  [
    'deu',
    (port: string, count: string, goods: string) => ({
      title: `Zoll am ${port} Hafen stellt Grafikchips sicher`,
      text: `Beamte des Zollamts am ${port} Hafen haben in einem Container ${count} nicht angemeldete Grafikchips entdeckt. Die Ware war als ${goods} deklariert. Gegen den Empfänger wurde ein Strafverfahren eingeleitet.`,
    }),
    ['Hamburger', '1.900', 'Spielzeug'],
    ['Bremer', '740', 'Geschirr'],
  ],
  [
    'jpn',
    (port: string, count: string, goods: string) => ({
      title: `${port}税関、未申告の半導体メモリー${count}個を差し押さえ`,
      text: `${port}税関は15日、${port}港に着いた貨物から未申告の半導体メモリー${count}個を差し押さえたと発表した。${goods}と申告されていた。`,
    }),
    ['門司', '2600', '玩具'],
    ['神戸', '4100', '文具'],
  ],
  [
    'cmn',
    (port: string, count: string, goods: string) => ({
      title: `${port}海关查获未申报存储芯片${count}枚`,
      text: `16日，${port}海关在进口快件渠道查获未申报存储芯片${count}枚，申报品名为${goods}，案件已移交缉私部门处理。`,
    }),
    ['厦门', '8400', '玩具'],
    ['青岛', '2.1万', '茶具'],
  ],
  [
    'spa',
    (port: string, count: string, goods: string) => ({
      title: `${port}: aduanas intervienen procesadores sin declarar`,
      text: `La aduana del puerto de ${port} intervino el viernes ${count} procesadores sin declarar escondidos entre ${goods}.`,
    }),
    ['Valencia', '560', 'baldosas'],
    ['Algeciras', '2.300', 'neumáticos'],
  ],
] as const)(
  '%s: releases of one customs service about two ports are two events',
  (language, release, a, b) => {
    const [first, second] = [a, b].map((words) => ({ language, ...release(words[0], words[1], words[2]) }));
    expect(decide(first!, second!)).toBe('new');
    expect(decide(first!, { ...first!, text: `${first!.text} ` })).toBe('join');
  },
);
