import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../../src/core/articles/extract-article.ts';

interface Report {
  readonly title: string;
  readonly text: string;
}

/** Two reports of one language on different events. */
const REPORTS: Readonly<Record<string, readonly [Report, Report]>> = {
  english: [
    {
      title: 'Kestrel delays its Dresden plant until spring',
      text: 'Kestrel will open its plant in Dresden six months late because pumps from a supplier failed their acceptance. The chairman told shareholders that cleaning the basins takes longer than planned and that nobody will be dismissed. Saxony pays its subsidy only when the first wafers leave the hall, according to the contract with Kestrel. Engineers rebuilt two lines during summer, exchanged valves and measured vibration below the clean room floor. Kestrel had promised first samples to car makers near Stuttgart, who now order memory elsewhere and demand compensation before winter. Analysts lowered their forecast for revenue by eleven percent, citing penalties, idle staff and rising interest.',
    },
    {
      title: 'Fishermen protest against harbour fees in Vigo',
      text: 'Some two hundred fishermen blocked the entrance of Vigo with their boats on Sunday morning. They want the port authority to withdraw higher fees for diesel and ice, which took effect without notice. A spokeswoman promised talks, while two ferries to the Cíes islands were cancelled and tourists waited on the quay. Mussel farmers joined them with tractors and blocked the avenue that leads from the market hall toward the railway station. Bakeries nearby sold coffee to both camps, police counted ninety vehicles, and nobody was injured before evening. Galician deputies want Madrid to help families whose catch of sardines shrank by half since January.',
    },
  ],
  russian: [
    {
      title: 'Завод «Кречет» откроется в Казани только весной',
      text: 'Предприятие «Кречет» запустит производство в Казани на полгода позже, поскольку насосы поставщика не прошли приёмку. Директор сообщил акционерам, что очистка резервуаров займёт больше времени и увольнений не будет. Республика выплатит субсидию лишь после выпуска первых пластин, как записано в договоре. Инженеры летом перестроили две линии, заменили клапаны и измерили вибрацию под полом чистого цеха. Первые образцы обещали автозаводам Поволжья, которые теперь заказывают память за границей и требуют компенсации до зимы. Аналитики снизили прогноз выручки на одиннадцать процентов, ссылаясь на штрафы, простаивающих сотрудников и дорогие кредиты банков Татарстана.',
    },
    {
      title: 'Рыбаки Мурманска протестуют против портовых сборов',
      text: 'Около двухсот рыбаков в воскресенье утром перекрыли катерами вход в гавань. Они требуют отменить повышение платы за топливо и лёд, введённое без предупреждения. Представительница администрации пообещала переговоры, два паромных рейса отменили, туристы остались ждать на причале. К ним присоединились фермеры с тракторами и закрыли проспект, ведущий от рынка к железнодорожному вокзалу. Пекарни рядом продавали кофе обеим сторонам, полиция насчитала девяносто машин, до вечера никто не пострадал. Депутаты области просят столицу помочь семьям, чей улов сельди с января сократился вдвое из-за холодной воды и сильных штормов.',
    },
  ],
};

const LAYOUTS: Readonly<Record<string, (reports: readonly Report[]) => string>> = {
  'headings of one box': (all) =>
    `<div>${all.map(({ title, text }) => `<h2>${title}</h2><p>${text}</p>`).join('')}</div>`,
  'headings with boxes of their own': (all) =>
    `<div>${all.map(({ title, text }) => `<header><h1>${title}</h1></header><div><p>${text}</p></div>`).join('')}</div>`,
  'boxes without names': (all) =>
    `<main>${all.map(({ title, text }) => `<div><h1>${title}</h1><p>${text}</p></div>`).join('')}</main>`,
};

const textOf = (title: string, body: string) =>
  extractArticle(`<title>${title}</title>${body}`, 'https://o.example/a/b').text;

describe.each(Object.entries(LAYOUTS))('a further article without byline is cut: %s', (_, make) => {
  test.each(Object.entries(REPORTS))('%s', (_language, [own, other]) => {
    expect(textOf(own.title, make([own, other]))).toBe(own.text);
    expect(textOf(other.title, make([own, other]))).toBe(other.text);
  });

  test('a part of the same article is not', () => {
    const [own] = REPORTS['english']!;
    const part = {
      title: 'What the contract says about late wafers',
      text: 'The contract between Saxony and Kestrel gives the company until the end of next year. If no wafers have left the plant in Dresden by then, the subsidy falls by a tenth for each quarter, and Kestrel must explain every delay to the parliament. Shareholders knew of that clause, the chairman said, since they had voted on it. Lawyers in Dresden doubt that the pumps excuse everything: the supplier had warned Kestrel twice, and its letters lie in the files. Should the plant stay closed beyond spring, Saxony may take back the land, the hall and the wafers in it, which would be the first case of its kind since the subsidy began. Kestrel did not comment on the letters, but named a new head of acceptance on Monday.',
    };
    expect(textOf(own.title, make([own, part]))).toContain(part.text);
  });
});
