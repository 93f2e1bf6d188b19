import { describe, expect } from 'vitest';
import { variantTest } from '../support/cases.ts';
import { inParagraphs, pageOf, PROSE, readVariant } from '../support/pages.ts';

type Lang = 'de' | 'fr' | 'es' | 'ru';

const TITLES: Readonly<Record<Lang, string>> = {
  de: 'Neue Brücke über den Fluss ist eröffnet',
  fr: 'Le nouveau pont sur la rivière a été ouvert',
  es: 'Se abre el nuevo puente sobre el río',
  ru: 'Новый мост через реку открыли в субботу',
};
/** Short reports about something else, with their headlines. */
const REPORTS: Readonly<Record<Lang, readonly (readonly [string, string])[]>> = {
  de: [
    ['Frost vernichtet die Apfelernte', 'Die Obstbauern erwarten nach zwei Nächten mit starkem Frost die kleinste Apfelernte seit zehn Jahren.'],
    ['Museum zeigt vergessene Fotografien', 'Im Museum hängen ab Freitag zweihundert Fotografien, die ein Sammler in Leipzig entdeckt hatte.'],
  ],
  fr: [
    ['Le gel ruine la récolte de pommes', 'Les arboriculteurs attendent leur plus petite récolte depuis dix ans, le gel ayant détruit presque toutes les fleurs.'],
    ['Des photographies oubliées au musée', 'Le musée expose dès vendredi deux cents photographies qu’un collectionneur avait découvertes à Lille.'],
  ],
  es: [
    ['La helada arruina la cosecha de manzanas', 'Los agricultores esperan la menor cosecha en diez años tras dos noches de helada a finales de abril.'],
    ['El museo enseña fotografías olvidadas', 'La exposición reúne desde el viernes doscientas fotografías que un coleccionista halló en Murcia.'],
  ],
  ru: [
    ['Мороз погубил урожай яблок', 'Садоводы ждут самого маленького урожая яблок за десять лет из-за двух морозных ночей в конце апреля.'],
    ['Музей покажет забытые фотографии', 'Выставка откроется в пятницу: двести фотографий, которые коллекционер нашёл на чердаке в Самаре.'],
  ],
}; // biome-ignore format: a table

/** A report whose text has the words of its headline. */
const ALONE: Readonly<Record<Lang, readonly [string, string]>> = {
  de: ['Frost vernichtet Apfelernte im Alten Land', 'Zwei Nächte mit starkem Frost haben fast die ganze Apfelernte vernichtet, teilten Obstbauern am Montag mit.'],
  fr: ['Le gel ruine la récolte de pommes', 'Deux nuits de gel ont détruit presque toute la récolte de pommes, selon les arboriculteurs de la région.'],
  es: ['La helada arruina la cosecha de manzanas', 'Dos noches de helada destruyeron casi toda la cosecha de manzanas, según los agricultores de la comarca.'],
  ru: ['Мороз погубил урожай яблок', 'Две ночи сильного мороза уничтожили почти весь урожай яблок, сообщили садоводы.'],
}; // biome-ignore format: a table
/** A part of the article that has few of its words. */
const LAST_PART: Readonly<Record<Lang, readonly [string, string]>> = {
  de: ['Wie es mit dem Verkehr weitergeht', 'Ab Montag fahren die Busse der Linie 7 wieder durch die Altstadt, und die Brücke ist für Lastwagen gesperrt.'],
  fr: ['Ce qui change pour la circulation', 'Dès lundi, les autobus de la ligne 7 passeront de nouveau par le centre, et le pont sera interdit aux camions.'],
  es: ['Qué cambia para el tráfico', 'Desde el lunes, los autobuses de la línea 7 pasan otra vez por el centro, y el puente queda cerrado a los camiones.'],
  ru: ['Что изменится для транспорта', 'С понедельника автобусы седьмого маршрута снова пойдут через центр, а мост закроют для грузовиков.'],
}; // biome-ignore format: a table

const link = (text: string) => `<a href="/2026/03/other-report">${text}</a>`;
const REPORT_FORMS: Readonly<Record<string, (headline: string, text: string) => string>> = {
  'under headings': (headline, text) => `<h3>${headline}</h3><p>${text}</p>`,
  'under headings in boxes': (headline, text) => `<div><h2>${headline}</h2><div><p>${text}</p></div></div>`,
  'under bold links': (headline, text) => `<p><b>${link(headline)}</b></p><p>${text}</p>`,
  'behind bold links and a break': (headline, text) => `<p><strong>${link(headline)}</strong><br>${text}</p>`,
  'under bold lines': (headline, text) => `<p><b>${headline}</b></p><p>${text}</p>`,
  'behind bold lines and a break': (headline, text) => `<p><strong>${headline}</strong><br>${text}</p>`,
  'under bold lines in boxes': (headline, text) => `<div><b>${headline}</b></div><div>${text}</div>`,
  'under links in boxes': (headline, text) =>
    `<div>${link(`<strong>${headline}</strong>`)}<p>${text}</p></div>`,
};

describe.each(['de', 'fr', 'es', 'ru'] as const)('short further reports without dates, in %s', (lang) => {
  const read = (further: string, isInside = true) => {
    const own = `<h1>${TITLES[lang]}</h1>${inParagraphs(PROSE[lang])}`;
    const body = isInside
      ? `<article>${own}${further}</article>`
      : `<main><div>${own}</div>${further}</main>`;
    return readVariant(pageOf(body, { title: TITLES[lang], lang })).text.split('\n\n');
  };
  for (const [name, form] of Object.entries(REPORT_FORMS))
    variantTest(`${name}, are cut`, () => {
      const further = REPORTS[lang].map(([headline, text]) => form(headline, text)).join('');
      expect(read(further)).toEqual(PROSE[lang]);
      expect(read(further, false)).toEqual(PROSE[lang]);
    });

  variantTest('one under a bold link of whose words it has some is cut', () => {
    const [[headline, text]] = REPORTS[lang] as [readonly [string, string]];
    expect(read(REPORT_FORMS['under bold links']!(headline, text))).toEqual(PROSE[lang]);
  });

  variantTest('one under a heading that its text tells again is cut', () => {
    const [headline, text] = ALONE[lang];
    for (const level of ['h2', 'h3', 'h4']) {
      const further = `<${level}>${headline}</${level}><p>${text}</p>`;
      expect(read(further)).toEqual(PROSE[lang]);
      expect(read(further, false)).toEqual(PROSE[lang]);
    }
  });

  variantTest('the last part of the article under a heading stays', () => {
    const [headline, text] = LAST_PART[lang];
    for (const heading of [`<h3>${headline}</h3>`, `<p><b>${headline}</b></p>`])
      expect(read(`${heading}<p>${text}</p>`).at(-1)).toBe(text);
  });

  variantTest('after a pointer to another article the article goes on', () => {
    const [first = '', ...rest] = PROSE[lang];
    const [[headline]] = REPORTS[lang] as [readonly [string, string]];
    const html = `<article><h1>${TITLES[lang]}</h1><p>${first}</p><p><b>${link(headline)}</b></p>${inParagraphs(rest)}</article>`;
    const { text } = readVariant(pageOf(html, { title: TITLES[lang], lang }));
    for (const said of PROSE[lang]) expect(text).toContain(said);
  });

  variantTest('the parts of a digest stay', () => {
    const [[one], [two]] = REPORTS[lang] as [readonly [string, string], readonly [string, string]];
    const html = `<article><h1>${one}; ${two}</h1><p>${PROSE[lang][0]}</p>${REPORTS[lang].map(([headline, text]) => `<h2>${headline}</h2><p>${text} ${text}</p>`).join('')}</article>`;
    const { text } = readVariant(pageOf(html, { title: `${one}; ${two}`, lang }));
    for (const [, said] of REPORTS[lang]) expect(text).toContain(said);
  });
});

const REPLIES: Readonly<Record<Lang, readonly string[]>> = {
  de: ['Ich bin am Sonntag drüber gelaufen, die Aussicht ist toll, aber das Geländer wackelt noch.', 'Weiß jemand, ob der Nachtbus auch darüber fährt? Der alte Fahrplan steht noch online.', 'Das hätten sie vor zehn Jahren bauen sollen, die Fähre war im Winter nie zuverlässig.'],
  fr: ['J’y suis passé dimanche, la vue est superbe, mais la rambarde bouge encore un peu.', 'Quelqu’un sait-il si le bus de nuit y passera aussi ? L’ancien horaire est encore en ligne.', 'Il fallait le construire il y a dix ans, le bac n’a jamais été fiable en hiver.'],
  es: ['Pasé el domingo y la vista es preciosa, pero la barandilla todavía se mueve un poco.', '¿Alguien sabe si el autobús nocturno también pasará? El horario antiguo sigue en la web.', 'Tendrían que haberlo hecho hace diez años, el transbordador nunca fue fiable en invierno.'],
  ru: ['Прошёл в воскресенье, вид отличный, но перила у третьей опоры всё ещё шатаются.', 'Кто-нибудь знает, пойдёт ли по нему ночной автобус? Старое расписание всё ещё на сайте.', 'Надо было строить десять лет назад, паром зимой всё равно никогда не ходил нормально.'],
}; // biome-ignore format: a table
const NAMES = ['walter_h', 'nina77', 'Igor M.'];
const SAYS = { de: 'schreibt', fr: 'a écrit', es: 'dice', ru: 'пишет' };
const REPLY = { de: 'Antworten', fr: 'Répondre', es: 'Responder', ru: 'Ответить' };
const REPLY_FORMS: Readonly<Record<string, (name: string, text: string, lang: Lang) => string>> = {
  'names of readers': (name, text) => `<div><img alt=""><b>${name}</b><p>${text}</p></div>`,
  'a word for saying': (name, text, lang) => `<li><cite>${name.replace(/[_\d]/g, ' ')} ${SAYS[lang]}:</cite><div>${text}</div></li>`,
  votes: (name, text) => `<section><p><span>${name}</span> <i>👍 12</i></p><p>${text}</p></section>`,
  'a link to reply': (name, text, lang) => `<div><b>${name}</b><p>${text}</p><p><a href="#r">${REPLY[lang]}</a></p></div>`,
}; // biome-ignore format: a table

const HOURS = ['14:05', '14:31', '17:50'];
const IN_ONE_BLOCK: Readonly<Record<string, (name: string, text: string, lang: Lang) => string>> = {
  'names and colons': (name, text) => `<b>${name}</b>: ${text}`,
  'a word for saying': (name, text, lang) => `${name.replace(/[_\d]/g, ' ').trim()} ${SAYS[lang]}: ${text}`,
  'times before the colon': (name, text) => `<b>${name.replace(/[_\d]/g, '')}</b> (12.03.2026 ${HOURS[NAMES.indexOf(name)]}): ${text}`,
}; // biome-ignore format: a table

describe.each(['de', 'fr', 'es', 'ru'] as const)('replies without a time, in %s', (lang) => {
  for (const [name, form] of Object.entries(REPLY_FORMS))
    variantTest(`with ${name}, are cut`, () => {
      const replies = REPLIES[lang].map((text, i) => form(NAMES[i]!, text, lang)).join('');
      const html = `<article><h1>${TITLES[lang]}</h1>${inParagraphs(PROSE[lang])}</article><div>${replies}</div>`;
      const { text } = readVariant(pageOf(html, { title: TITLES[lang], lang }));
      expect(text.split('\n\n')).toEqual(PROSE[lang]);
    });

  for (const [name, form] of Object.entries(IN_ONE_BLOCK))
    variantTest(`${name}, in one block, are cut`, () => {
      const lines = REPLIES[lang].map((text, i) => form(NAMES[i]!, text, lang));
      for (const block of [
        `<div>${lines.join('<br>')}</div>`,
        `<p>${lines.join('<br><br>')}</p>`,
        `<div>${lines.map((line) => `<p>${line}</p>`).join('')}</div>`,
        `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`,
      ]) {
        const html = `<article><h1>${TITLES[lang]}</h1>${inParagraphs(PROSE[lang])}${block}</article>`;
        const { text } = readVariant(pageOf(html, { title: TITLES[lang], lang }));
        expect(text.split('\n\n')).toEqual(PROSE[lang]);
      }
    });

  variantTest('an interview stays', () => {
    const said = REPLIES[lang].map((text, i) => `<b>${i % 2 ? 'Anna Berg' : 'Redaktion'}:</b> ${text}`);
    const html = `<article><h1>${TITLES[lang]}</h1>${inParagraphs(PROSE[lang])}<p>${said.join('<br>')}</p></article>`;
    const { text } = readVariant(pageOf(html, { title: TITLES[lang], lang }));
    for (const one of REPLIES[lang]) expect(text).toContain(one);
  });

  variantTest('voices of an article stay', () => {
    const said = REPLIES[lang].map(
      (text, i) => `<div><b>${['Anna Berg', 'Louis Petit', 'Vera Sokol'][i]}</b><p>${text}</p></div>`,
    );
    const html = `<article><h1>${TITLES[lang]}</h1>${inParagraphs(PROSE[lang])}<div>${said.join('')}</div></article>`;
    const { text } = readVariant(pageOf(html, { title: TITLES[lang], lang }));
    for (const one of REPLIES[lang]) expect(text).toContain(one);
  });
});
