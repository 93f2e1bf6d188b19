import { describe, expect } from 'vitest';
import { variantTest } from '../support/cases.ts';
import { pageOf, readVariant } from '../support/pages.ts';

/** A report, and a further one without a word of the first, in each language. */
const OWN: Readonly<Record<string, readonly [title: string, text: readonly string[]]>>={
 en:['New bridge over the river opens',['The new bridge over the river was opened on Saturday morning, and several hundred people walked across it before the first bus was allowed to pass.','The mayor thanked the engineers and reminded the guests that the old bridge had been closed for four years after the flood had damaged its pillars.']],
 de:['Neue Brücke über den Fluss ist eröffnet',['Die neue Brücke über den Fluss ist am Samstagmorgen eröffnet worden, und mehrere hundert Menschen gingen hinüber, bevor der erste Bus fahren durfte.','Der Bürgermeister dankte den Ingenieuren und erinnerte daran, dass die alte Brücke lange gesperrt gewesen war.']],
 pl:['Nowy most nad rzeką został otwarty',['Nowy most nad rzeką otwarto w sobotę rano, a kilkaset osób przeszło po nim, zanim wpuszczono pierwszy autobus.','Burmistrz podziękował inżynierom i przypomniał, że stary most był zamknięty przez cztery lata po powodzi.']],
 ru:['Открыт новый мост через реку',['Новый мост через реку открыли в субботу утром, и несколько сотен человек прошли по нему ещё до того, как пустили первый автобус.','Мэр поблагодарил инженеров и напомнил, что старый мост был закрыт четыре года.']],
 tr:['Nehir üzerindeki yeni köprü açıldı',['Nehir üzerindeki yeni köprü cumartesi sabahı açıldı ve ilk otobüsün geçmesine izin verilmeden önce birkaç yüz kişi köprüden yürüdü.','Belediye başkanı mühendislere teşekkür etti ve eski köprünün kapalı olduğunu hatırlattı.']],
 it:['Aperto il nuovo ponte sul fiume',['Il nuovo ponte sul fiume è stato aperto sabato mattina, e diverse centinaia di persone lo hanno attraversato prima del passaggio del primo autobus.','Il sindaco ha ringraziato gli ingegneri e ricordato che il vecchio ponte era rimasto chiuso per quattro anni.']],
 ar:['افتتاح الجسر الجديد فوق النهر',['افتُتح الجسر الجديد فوق النهر صباح السبت، وعبره مئات الأشخاص سيرا على الأقدام قبل أن يُسمح للحافلة الأولى بالمرور عليه.','وشكر رئيس البلدية المهندسين وذكّر الضيوف بأن الجسر القديم ظل مغلقا أربع سنوات بعد أن أضر الفيضان بأعمدته.']],
 ja:['新しい橋が河川に開通、市長が技術者に感謝',['川に架かる新しい橋が土曜日の朝に開通し、最初のバスが通る前に数百人が歩いて渡った。式典には地元の子どもたちも参加した。','市長は技術者たちに感謝を述べ、古い橋が四年間閉鎖されていたことを振り返った。']],
}; // biome-ignore format: a table
const FURTHER: Readonly<Record<string, readonly [title: string, date: string, text: readonly string[]]>>={
 en:['Frost ruins the apple harvest in the valley','2 March 2026',['Growers in the orchards expect the smallest yield for a decade, because two nights of frost in late April destroyed most of the blossom.','The cooperative asked the province for emergency loans.']],
 de:['Frost vernichtet die Apfelernte im Tal','2. März 2026',['Die Obstbauern im Tal erwarten die kleinste Ernte seit zehn Jahren, weil zwei Frostnächte Ende April fast alle Blüten zerstört haben.','Die Genossenschaft bittet das Land um Kredite für neue Setzlinge und Netze.']],
 pl:['Przymrozki zniszczyły zbiory jabłek','2 marca 2026',['Sadownicy spodziewają się najmniejszych plonów od dziesięciu lat, bo dwie mroźne noce zniszczyły prawie wszystkie kwiaty.','Spółdzielnia prosi województwo o kredyty na zakup sadzonek.']],
 ru:['Мороз погубил урожай яблок','2 марта 2026',['Садоводы ждут самого маленького урожая за десять лет: две морозные ночи в конце апреля погубили почти все цветы.','Кооператив попросил у области льготные кредиты на закупку саженцев и сетей.']],
 tr:['Don elma hasadını yok etti','2 Mart 2026',['Meyve üreticileri son on yılın en düşük verimini bekliyor, çünkü nisan sonundaki iki don gecesi çiçeklerin çoğunu yok etti.','Kooperatif, fidan alımı için ilden acil kredi istedi ve destek bekliyor.']],
 it:['Il gelo rovina il raccolto delle mele','2 marzo 2026',['I frutticoltori si aspettano il raccolto più piccolo da dieci anni, perché due notti di gelo a fine aprile hanno distrutto quasi tutti i fiori.','La cooperativa chiede alla provincia prestiti urgenti.']],
 ar:['الصقيع يتلف محصول التفاح','2 مارس 2026',['يتوقع المزارعون أصغر محصول منذ عشر سنوات لأن ليلتين من الصقيع في أواخر أبريل أتلفتا معظم الأزهار في البساتين.','وطلبت التعاونية من الإقليم قروضا عاجلة لشراء الشتلات والشباك.']],
 ja:['遅霜でりんごの収穫が激減','2026年3月2日',['果樹園の農家は十年ぶりの凶作を見込んでいる。四月末の二晩の霜で花のほとんどが枯れたためだ。','農協は県に緊急融資を求め、苗木の購入費も補助してほしいとしている。']],
}; // biome-ignore format: a table
const DATES: Readonly<Record<string, string>>={en:'3 March 2026',de:'3. März 2026',pl:'3 marca 2026',ru:'3 марта 2026',tr:'3 Mart 2026',it:'3 marzo 2026',ar:'3 مارس 2026',ja:'2026年3月3日'}; // biome-ignore format: a table

const inParagraphs = (texts: readonly string[]) => texts.map((said) => `<p>${said}</p>`).join('');

/** One report: headline's element, title, date, text. */
type Layout = (level: string, title: string, date: string, text: readonly string[]) => string;
const DATED: Readonly<Record<string, Layout>> = {
  'a box': (h, title, date, text) => `<div><${h}>${title}</${h}><p>${date}</p>${inParagraphs(text)}</div>`,
  'a section with <time>': (h, title, date, text) =>
    `<section><${h}>${title}</${h}><time>${date}</time>${inParagraphs(text)}</section>`,
  'a box, the date above': (h, title, date, text) =>
    `<div><span>${date}</span><${h}>${title}</${h}>${inParagraphs(text)}</div>`,
  'one box for all': (h, title, date, text) => `<${h}>${title}</${h}><p>${date}</p>${inParagraphs(text)}`,
};
const UNDATED: Readonly<Record<string, Layout>> = {
  'a box under a linked heading': (h, title, _, text) =>
    h === 'h1'
      ? `<${h}>${title}</${h}>${inParagraphs(text)}`
      : `<div><${h}><a href="/2026/frost">${title}</a></${h}>${inParagraphs(text)}</div>`,
  'one box for all, under a linked heading': (h, title, _, text) =>
    h === 'h1'
      ? `<${h}>${title}</${h}>${inParagraphs(text)}`
      : `<${h}><a href="/2026/frost">${title}</a></${h}>${inParagraphs(text)}`,
  'an <article> of its own': (h, title, _, text) =>
    `<article><${h}>${title}</${h}>${inParagraphs(text)}</article>`,
};

/** What is read of a page with both reports. */
function bothOf(lang: string, layout: Layout, level: string): { own: boolean; further: boolean } {
  const [title, text] = OWN[lang]!;
  const [other, date, more] = FURTHER[lang]!;
  const main = `<div>${layout('h1', title, DATES[lang]!, text)}${layout(level, other, date, more)}</div>`;
  const read = readVariant(pageOf(main, { title, lang })).text;
  return {
    own: text.every((said) => read.includes(said)),
    further: more.some((said) => read.includes(said)),
  };
}

describe('a short further report without a byline is cut', () => {
  for (const lang of Object.keys(OWN)) {
    for (const [name, layout] of Object.entries(DATED))
      for (const level of ['h1', 'h2', 'h3'])
        variantTest(`${lang}, dated, in ${name}, ${level}`, () => {
          expect(bothOf(lang, layout, level)).toEqual({ own: true, further: false });
        });
    for (const [name, layout] of Object.entries(UNDATED))
      variantTest(`${lang}, in ${name}`, () => {
        expect(bothOf(lang, layout, 'h2')).toEqual({ own: true, further: false });
      });
    variantTest(`${lang}, in a box of its own under a second <h1>`, () => {
      const layout: Layout = (h, title, _, text) => `<div><${h}>${title}</${h}>${inParagraphs(text)}</div>`;
      expect(bothOf(lang, layout, 'h1')).toEqual({ own: true, further: false });
    });
  }
});

describe('what looks like a further report and is the article stays', () => {
  const [bridge, [first = '', second = '']] = OWN['en']!;
  const LATER =
    'Ferries stopped in the evening, and the bus company said that its drivers had practised the way over the bridge for a week.';
  const STAYS: Readonly<Record<string, string>> = {
    'a chronicle with days': `<div><h1>${bridge}</h1><p>3 March 2026</p><p>${first}</p><h2>How the bridge was built</h2><p>2 March 2022</p><p>${second} ${LATER}</p></div>`,
    'a part with the year of its picture': `<div><div><h1>${bridge}</h1><p>3 March 2026</p><p>${first}</p><p>${second}</p></div><div><h2>What the ferry leaves behind</h2><p>The landing stage in 1962</p><p>${LATER}</p></div></div>`,
    'a list with links to what it names': `<div><h1>Five bridges to see this spring</h1><p>${first}</p><p>${second}</p><h2><a href="https://old.example/">The old bridge</a></h2><p>${LATER}</p></div>`,
    'parts in boxes of one kind': `<div><div><h1>${bridge}</h1><p>${first}</p><p>${second}</p></div><div><h2>What it means for buses</h2><p>${LATER}</p></div></div>`,
    'an update below the article': `<div><h1>${bridge}</h1><p>3 March 2026, 10:00</p><p>${first}</p><p>${second}</p><h3>Update, 14:30</h3><p>${LATER}</p></div>`,
  };
  for (const [name, main] of Object.entries(STAYS))
    variantTest(name, () => {
      const title = /<h1>([^<]*)/.exec(main)?.[1] ?? '';
      const { text } = readVariant(pageOf(main, { title, lang: 'en' }));
      for (const said of [first, second, LATER]) expect(text).toContain(said);
    });
});
