import { describe, expect } from 'vitest';
import { variantTest } from '../support/cases.ts';
import { inParagraphs, pageOf, PROSE, paragraphs, readVariant } from '../support/pages.ts';

type Language = 'en' | 'de' | 'fr' | 'es' | 'ru' | 'ja' | 'zh' | 'ar';

interface Words {
  readonly label: string;
  readonly reply: string;
  readonly dates: readonly [string, string];
  readonly said: readonly [string, string];
}

const WORDS: Readonly<Partial<Record<Language, Words>>> = {
  en: {
    label: '17 comments',
    reply: 'Reply',
    dates: ['3 March 2026, 14:05', '2 hours ago'],
    said: [
      'I have worked in this business for thirty years and I can tell you that none of this will make any difference to anybody.',
      'That is exactly what they said the last time, and look where we are now, paying twice as much for half of the service.',
    ],
  },
  de: {
    label: 'Leserkommentare',
    reply: 'Antworten',
    dates: ['03.03.2026, 14:05 Uhr', 'vor 2 Stunden'],
    said: [
      'Ich arbeite seit dreißig Jahren in dieser Branche und kann nur sagen, dass sich dadurch für niemanden etwas ändern wird.',
      'Genau das haben sie beim letzten Mal auch behauptet, und jetzt zahlen wir doppelt so viel für die halbe Leistung, danke.',
    ],
  },
  es: {
    label: 'Comentarios (17)',
    reply: 'Responder',
    dates: ['3/3/2026 14:05', 'hace 2 horas'],
    said: [
      'Llevo treinta años trabajando en este sector y puedo decirles que nada de esto va a cambiar la vida de ninguna persona.',
      'Eso mismo dijeron la última vez, y ahora pagamos el doble por la mitad del servicio, así que muchas gracias a todos ellos.',
    ],
  },
  ru: {
    label: 'Комментарии',
    reply: 'Ответить',
    dates: ['3 марта 2026, 14:05', '2 часа назад'],
    said: [
      'Я работаю в этой отрасли тридцать лет и могу сказать, что от этого ни для кого ровным счётом ничего не изменится.',
      'Точно то же самое говорили в прошлый раз, а теперь мы платим вдвое больше за половину услуг, спасибо большое за это.',
    ],
  },
  ja: {
    label: 'コメント（17件）',
    reply: '返信',
    dates: ['2026年3月3日 14:05', '2時間前'],
    said: [
      '私はこの業界で三十年働いていますが、これで何かが変わることは誰にとっても絶対にないと言い切れます。残念ながら。',
      '前回もまったく同じことを言っていましたよね。そして今は半分のサービスに二倍の料金を払わされているわけです。',
    ],
  },
  ar: {
    label: 'التعليقات',
    reply: 'رد',
    dates: ['2026-03-03 14:05', 'منذ 2 ساعات'],
    said: [
      'أعمل في هذا القطاع منذ ثلاثين عاما وأستطيع أن أقول لكم إن شيئا من هذا لن يغير حياة أي إنسان على الإطلاق في المدينة.',
      'هذا بالضبط ما قالوه في المرة السابقة، والآن ندفع ضعف الثمن مقابل نصف الخدمة، فشكرا جزيلا لهم جميعا على ذلك.',
    ],
  },
};

const NAMES = ['chipfan77', 'M. Okafor'] as const;
type Comments = (words: Words) => string;
const both = (one: (name: string, date: string, said: string) => string): Comments => {
  return ({ dates, said }) => NAMES.map((name, i) => one(name, dates[i]!, said[i]!)).join('');
};

const LAYOUTS: Readonly<Record<string, Comments>> = {
  'a section under a heading': (words) =>
    `<section><h2>${words.label}</h2>${both((name, date, said) => `<div class="x1"><p>${name}</p><p>${date}</p><p>${said}</p></div>`)(words)}</section>`,
  'lines after a small heading': (words) =>
    `<h3>${words.label}</h3>${both((name, date, said) => `<p><b>${name}</b> ${date}</p><p>${said}</p>`)(words)}`,
  'a tab that a link opens': (words) =>
    `<ul role="tablist"><li><a href="#t2">${words.label}</a></li></ul><div id="t2" hidden>${both((name, date, said) => `<div><b>${name}</b> <i>${date}</i><p>${said}</p></div>`)(words)}</div>`,
  'a list with links to reply': (words) =>
    `<ul>${both((name, date, said) => `<li><b>${name}</b> <time>${date}</time><p>${said}</p><a href="#r">${words.reply}</a></li>`)(words)}</ul>`,
};

describe('readers’ comments without a telling name', () => {
  for (const [name, layout] of Object.entries(LAYOUTS)) {
    for (const [lang, words] of Object.entries(WORDS) as [Language, Words][]) {
      variantTest(`${name}, ${lang}`, () => {
        const prose = inParagraphs(PROSE[lang]);
        for (const page of [
          `<article><h1>Bridge opens</h1>${prose}${layout(words)}</article>`,
          `<article><h1>Bridge opens</h1>${prose}</article>${layout(words)}`,
        ])
          expect(paragraphs(readVariant(pageOf(page, { lang })))).toEqual(PROSE[lang]);
      });
    }
  }

  variantTest('their number beside the date above the text is no section', () => {
    const page = pageOf(
      `<article><h1>Bridge opens</h1><p>${PROSE.en[0]}</p><p>17 comments</p><p>3 March 2026, 14:05</p>${inParagraphs([...PROSE.en.slice(1), WORDS.en!.said[0]])}</article>`,
    );
    for (const said of PROSE.en) expect(readVariant(page).text).toContain(said);
  });

  variantTest('a report under the heading “Comments” stays', () => {
    const page = pageOf(
      `<article><h1>Bridge opens</h1><p>${PROSE.en[0]}</p><h2>Comments</h2>${inParagraphs(PROSE.en.slice(1))}</article>`,
    );
    expect(readVariant(page).text).toContain(PROSE.en[2]);
  });

  variantTest('the entries of a live blog stay', () => {
    const entry = (said: string, at: number) => `<div class="e"><p>1${at}:05</p><p>${said}</p></div>`;
    const page = pageOf(
      `<article><h1>Brücke eröffnet</h1><p>Der Tag in Kürze: alles zum Nachlesen.</p>${PROSE.de.map(entry).join('')}</article>`,
      { lang: 'de' },
    );
    for (const said of PROSE.de) expect(readVariant(page).text).toContain(said);
  });
});

describe('a summary made by a program, which is open', () => {
  const points = ['Opened on Saturday', 'Closed for four years', 'A lane for bicycles follows in spring'];
  const labels: readonly (readonly [Language, string])[] = [
    ['en', 'AI-generated summary'],
    ['en', 'Key points, summarised by a language model'],
    ['de', 'Zusammenfassung (mit KI erstellt)'],
    ['fr', 'L’essentiel résumé par l’IA'],
    ['es', 'Resumen generado con inteligencia artificial'],
    ['ru', 'Краткий пересказ от ИИ'],
    ['ja', 'AIによる要約'],
    ['zh', '人工智能摘要'],
    ['ar', 'ملخص بالذكاء الاصطناعي'],
  ];
  const list = `<ul>${points.map((point) => `<li>${point} as the mayor has told the guests.</li>`).join('')}</ul>`;
  for (const [lang, label] of labels) {
    variantTest(`${lang}: ${label}`, () => {
      const prose = inParagraphs(PROSE[lang]);
      for (const box of [
        `<div class="q"><h3>${label}</h3>${list}</div>`,
        `<section>${list}<p>${label}</p></section>`,
        `<p><b>${label}</b></p>${list}`,
      ]) {
        const { text } = readVariant(
          pageOf(`<article><h1>Bridge opens</h1>${box}${prose}</article>`, { lang }),
        );
        for (const said of PROSE[lang]) expect(text).toContain(said);
        for (const point of points) expect(text).not.toContain(point);
      }
    });
  }

  for (const label of ['Key points', 'Das Wichtigste in Kürze', '要点']) {
    variantTest(`the newsroom’s own is part of the text: ${label}`, () => {
      const { text } = readVariant(
        pageOf(
          `<article><h1>Bridge opens</h1><div class="q"><h3>${label}</h3>${list}</div>${inParagraphs(PROSE.en)}</article>`,
        ),
      );
      for (const point of points) expect(text).toContain(point);
    });
  }

  variantTest('a report on such summaries stays', () => {
    const said =
      'AI summaries of news were wrong in every second case that the researchers looked at, the broadcaster reported.';
    const page = pageOf(
      `<article><h1>AI summaries mislead readers</h1><p>${said}</p><h2>How AI summaries are made</h2>${inParagraphs(PROSE.en)}</article>`,
      { title: 'AI summaries mislead readers' },
    );
    for (const one of [said, ...PROSE.en]) expect(readVariant(page).text).toContain(one);
  });
});
