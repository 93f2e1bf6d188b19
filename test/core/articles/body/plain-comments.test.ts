import { describe, expect, test } from 'vitest';
import { PROSE, readVariant } from '../../../cases/support/pages.ts';

interface Said {
  readonly language: keyof typeof PROSE;
  readonly title: string;
  readonly reply: string;
  readonly rows: readonly (readonly [name: string, day: string, text: string])[];
}

const SAID: readonly Said[] = [
  {
    language: 'en',
    title: 'New bridge opened',
    reply: 'Reply',
    rows: [
      [
        'Walter H.',
        '3 March 2026',
        'They could have built three schools for that money, and nobody asked us once.',
      ],
      [
        'river_rat',
        '4 March 2026',
        'I crossed it on Sunday with the children and it is far too narrow for two prams.',
      ],
      ['Mae', '4 March 2026', 'Best thing that has happened to this town since the cinema was opened again.'],
    ],
  },
  {
    language: 'de',
    title: 'Neue Brücke eröffnet',
    reply: 'Antworten',
    rows: [
      [
        'Karlheinz',
        '03.03.2026',
        'Dafür hätte man drei Schulen bauen können, aber uns fragt ja wieder keiner.',
      ],
      [
        'Uschi M.',
        '04.03.2026',
        'Wir sind am Sonntag mit den Enkeln hinüber, für zwei Kinderwagen zu schmal.',
      ],
      [
        'fluss-ratte',
        '04.03.2026',
        'Das Beste, was dieser Stadt seit der Wiedereröffnung des Kinos passiert ist.',
      ],
    ],
  },
  {
    language: 'ru',
    title: 'Открыт новый мост',
    reply: 'Ответить',
    rows: [
      [
        'Степаныч',
        '3 марта 2026',
        'На эти деньги можно было построить три школы, но нас опять никто не спросил.',
      ],
      [
        'Ольга К.',
        '4 марта 2026',
        'Ходили в воскресенье с детьми, для двух колясок он слишком узкий, к сожалению.',
      ],
      [
        'rechnoy',
        '4 марта 2026',
        'Лучшее, что случилось с городом с тех пор, как снова открыли кинотеатр на площади.',
      ],
    ],
  },
  {
    language: 'zh',
    title: '新桥通车',
    reply: '回复',
    rows: [
      ['老王', '2026-03-03', '这笔钱可以盖三所学校，可是从来没有人问过我们这些住在河边的人。'],
      ['河边人', '2026-03-04', '星期天带孩子走了一趟，两辆婴儿车并排就过不去了，设计得太窄。'],
      ['小林', '2026-03-04', '自从电影院重新开张以来，这是本市发生的最好的一件事，支持一下。'],
    ],
  },
];

const page = ({ language, title }: Said, end: string) =>
  readVariant(
    `<html lang="${language}"><title>${title}</title><body><div class="c1"><h1>${title}</h1>${PROSE[language].map((text) => `<p>${text}</p>`).join('')}</div>${end}</body></html>`,
  ).text;

describe.each(SAID)('in $language', (said) => {
  const own = PROSE[said.language].join('\n\n');

  test('comments with a day and no hour are left out', () => {
    const rows = said.rows
      .map(([name, day, text]) => `<div class="x"><b>${name}</b> <i>${day}</i><p>${text}</p></div>`)
      .join('');
    expect(page(said, `<div>${rows}</div>`)).toBe(own);
  });

  test('comments with the day under the name are left out', () => {
    const rows = said.rows
      .map(([name, day, text]) => `<li><div>${name}</div><div>${day}</div><p>${text}</p></li>`)
      .join('');
    expect(page(said, `<ul>${rows}</ul>`)).toBe(own);
  });

  test('a page’s only comment is left out, if it can be replied to', () => {
    const [[name, day, text]] = said.rows as [Said['rows'][0]];
    expect(
      page(
        said,
        `<div><div class="q"><p>${name} ${day}</p><p>${text}</p><a href="#r">${said.reply}</a></div></div>`,
      ),
    ).toBe(own);
  });

  test('two sections with a place and a day are parts of the text', () => {
    const [a, b, c] = said.rows.map(
      ([name, day, text]) => `<div class="x"><p>${name}, ${day}</p><p>${text}</p></div>`,
    );
    const text = page(said, `<div class="c1">${a}${b}${c}</div>`);
    for (const [, , part] of said.rows) expect(text).toContain(part);
  });
});
