import { describe, expect } from 'vitest';
import { variantTest } from '../support/cases.ts';
import { pageOf, readVariant } from '../support/pages.ts';

interface Report {
  readonly title: string;
  readonly byline: string;
  readonly date: string;
  readonly text: readonly string[];
}

/** A report and a further one, without a word of the first, in each language. */
const REPORTS: Readonly<Record<string, readonly [Report, Report]>> = {
  de: [
    { title: 'Neue Brücke über den Fluss ist eröffnet', byline: 'Von Anna Muster', date: '3. März 2026', text: ['Die neue Brücke über den Fluss ist am Samstagmorgen eröffnet worden, und mehrere hundert Menschen gingen hinüber, bevor der erste Bus fahren durfte.', 'Der Bürgermeister dankte den Ingenieuren und erinnerte daran, dass die alte Brücke lange gesperrt gewesen war.'] },
    { title: 'Frost vernichtet die Apfelernte im Tal', byline: 'Von Ben Beispiel', date: '2. März 2026', text: ['Die Obstbauern im Tal erwarten die kleinste Ernte seit zehn Jahren, weil zwei Frostnächte Ende April fast alle Blüten zerstört haben.', 'Die Genossenschaft bittet das Land um Kredite für neue Setzlinge und Netze.'] },
  ],
  pl: [
    { title: 'Nowy most nad rzeką został otwarty', byline: 'Autor: Anna Nowak', date: '3 marca 2026', text: ['Nowy most nad rzeką otwarto w sobotę rano, a kilkaset osób przeszło po nim, zanim wpuszczono pierwszy autobus.', 'Burmistrz podziękował inżynierom i przypomniał, że stary most był zamknięty przez cztery lata po powodzi.'] },
    { title: 'Przymrozki zniszczyły zbiory jabłek', byline: 'Tekst: Jan Kowalski', date: '2 marca 2026', text: ['Sadownicy spodziewają się najmniejszych plonów od dziesięciu lat, bo dwie mroźne noce zniszczyły prawie wszystkie kwiaty.', 'Spółdzielnia prosi województwo o kredyty na zakup sadzonek.'] },
  ],
  ru: [
    { title: 'Открыт новый мост через реку', byline: 'Автор: Анна Иванова', date: '3 марта 2026', text: ['Новый мост через реку открыли в субботу утром, и несколько сотен человек прошли по нему ещё до того, как пустили первый автобус.', 'Мэр поблагодарил инженеров и напомнил, что старый мост был закрыт четыре года.'] },
    { title: 'Мороз погубил урожай яблок', byline: 'Текст: Борис Петров', date: '2 марта 2026', text: ['Садоводы ждут самого маленького урожая за десять лет: две морозные ночи в конце апреля погубили почти все цветы.', 'Кооператив попросил у области льготные кредиты на закупку саженцев и сетей.'] },
  ],
  tr: [
    { title: 'Nehir üzerindeki yeni köprü açıldı', byline: 'Yazan: Ayşe Demir', date: '3 Mart 2026', text: ['Nehir üzerindeki yeni köprü cumartesi sabahı açıldı ve ilk otobüsün geçmesine izin verilmeden önce birkaç yüz kişi köprüden yürüdü.', 'Belediye başkanı mühendislere teşekkür etti ve eski köprünün kapalı olduğunu hatırlattı.'] },
    { title: 'Don elma hasadını yok etti', byline: 'Haber: Can Kaya', date: '2 Mart 2026', text: ['Meyve üreticileri son on yılın en düşük verimini bekliyor, çünkü nisan sonundaki iki don gecesi çiçeklerin çoğunu yok etti.', 'Kooperatif, fidan alımı için ilden acil kredi istedi ve destek bekliyor.'] },
  ],
  ja: [
    { title: '川に架かる新しい橋が開通した', byline: '文＝佐藤健一', date: '2026年3月3日', text: ['川に架かる新しい橋が土曜日の朝に開通し、最初のバスが通る前に数百人が歩いて渡った。式典には地元の子どもたちも参加した。', '市長は技術者たちに感謝を述べ、古い橋が四年間閉鎖されていたことを振り返った。'] },
    { title: '遅霜でりんごの収穫が激減', byline: '取材・文／田中美咲', date: '2026年3月2日', text: ['果樹園の農家は十年ぶりの凶作を見込んでいる。四月末の二晩の霜で花のほとんどが枯れたためだ。', '農協は県に緊急融資を求め、苗木の購入費も補助してほしいとしている。'] },
  ],
}; // biome-ignore format: a table

const inBox =
  (name: string) =>
  (level: string, { title, byline, text }: Report) =>
    `<${name}><${level}>${title}</${level}><p>${byline}</p>${text.map((said) => `<p>${said}</p>`).join('')}</${name}>`;

const LAYOUTS: Readonly<Record<string, (level: string, report: Report) => string>> = {
  'a box without a name': inBox('div'),
  'a section': inBox('section'),
  'a section, byline and date in one line': (level, { title, byline, date, text }) =>
    `<section><${level}>${title}</${level}><div>${byline} | ${date}</div>${text.map((said) => `<p>${said}</p>`).join('')}</section>`,
  'one box for all': (level, { title, byline, text }) =>
    `<${level}>${title}</${level}><p>${byline}</p>${text.map((said) => `<p>${said}</p>`).join('')}`,
  'one box for all, dates too': (level, { title, byline, date, text }) =>
    `<${level}>${title}</${level}><p>${byline}</p><p>${date}</p>${text.map((said) => `<p>${said}</p>`).join('')}`,
};

for (const [name, layout] of Object.entries(LAYOUTS)) {
  describe(`a further report with its byline, in ${name}, is cut`, () => {
    for (const [lang, [own, further]] of Object.entries(REPORTS))
      for (const level of ['h1', 'h2', 'h3'])
        variantTest(`${lang}, ${level}`, () => {
          const main = `<div>${layout('h1', own)}${layout(level, further)}</div>`;
          const { text } = readVariant(pageOf(main, { title: own.title, lang }));
          for (const said of own.text) expect(text).toContain(said);
          for (const said of further.text) expect(text).not.toContain(said);
        });
  });
}

describe('a part of the article stays, although its heading has a date', () => {
  for (const [lang, [own, part]] of Object.entries(REPORTS))
    variantTest(lang, () => {
      const main = `<div><h1>${own.title}</h1><p>${own.byline}</p><p>${own.text[0]}</p><h2>${part.title}</h2><p>${part.date}</p><p>${own.text[1]}</p></div>`;
      const { text } = readVariant(pageOf(main, { title: own.title, lang }));
      for (const said of own.text) expect(text).toContain(said);
    });
});
