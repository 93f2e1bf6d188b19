import { readFileSync } from 'node:fs';
import type { Article } from '../../../src/core/articles/article.ts';
import { extractArticle } from '../../../src/core/articles/extract-article.ts';

const CASES = new URL('../../../fixtures/cases/pages/', import.meta.url);
const URL_OF_PAGES = 'https://www.valleypaper.example/2026/story';

/** A page of `fixtures/cases/pages`, extracted. */
export function readCase(path: string, url: string = URL_OF_PAGES): Article {
  return extractArticle(readFileSync(new URL(path, CASES), 'utf8'), url);
}

/** Extracts a page in which the element under test stands among two or three paragraphs of prose. */
export function readVariant(html: string, url: string = URL_OF_PAGES): Article {
  return extractArticle(html, url);
}

export function paragraphs(article: Article): string[] {
  return article.text.split('\n\n');
}

/** Paragraphs of a report without a relation to the test's subject, by language. */
export const PROSE: Readonly<
  Record<'en' | 'de' | 'fr' | 'es' | 'ja' | 'zh' | 'ar' | 'ru', readonly string[]>
> = {
  en: [
    'The new bridge over the river was opened on Saturday morning, and several hundred people walked across it before the first bus was allowed to pass.',
    'The mayor thanked the engineers and reminded the guests that the old bridge had been closed for four years after the flood had damaged its pillars.',
    'A second lane for bicycles will follow next spring, as soon as the railing on the eastern side has been delivered by the steel works.',
  ],
  de: [
    'Die neue Brücke über den Fluss ist am Samstagmorgen eröffnet worden, und mehrere hundert Menschen gingen hinüber, bevor der erste Bus fahren durfte.',
    'Der Bürgermeister dankte den Ingenieuren und erinnerte daran, dass die alte Brücke nach dem Hochwasser vier Jahre lang gesperrt gewesen war.',
    'Ein zweiter Streifen für Fahrräder folgt im nächsten Frühjahr, sobald das Geländer auf der Ostseite vom Stahlwerk geliefert worden ist.',
  ],
  fr: [
    'Le nouveau pont sur la rivière a été ouvert samedi matin, et plusieurs centaines de personnes l’ont traversé avant le passage du premier autobus.',
    'Le maire a remercié les ingénieurs et rappelé que l’ancien pont était resté fermé pendant quatre ans après la crue qui avait abîmé ses piles.',
    'Une seconde voie pour les vélos suivra au printemps prochain, dès que le garde-corps du côté est aura été livré par l’aciérie.',
  ],
  es: [
    'El nuevo puente sobre el río se abrió el sábado por la mañana, y varios cientos de personas lo cruzaron antes de que pasara el primer autobús.',
    'El alcalde dio las gracias a los ingenieros y recordó que el puente viejo había estado cerrado durante cuatro años después de la riada.',
    'Un segundo carril para bicicletas llegará la próxima primavera, en cuanto la fundición entregue la barandilla del lado este.',
  ],
  ja: [
    '川に架かる新しい橋が土曜日の朝に開通し、最初のバスが通る前に数百人が歩いて渡った。式典には地元の子どもたちも参加した。',
    '市長は技術者たちに感謝を述べ、洪水で橋脚が傷んだため古い橋が四年間閉鎖されていたことを振り返った。',
    '東側の手すりが製鉄所から届き次第、来年の春には自転車用の車線も設けられる予定だという。',
  ],
  zh: [
    '横跨河流的新桥于星期六上午通车，在第一辆公共汽车获准通过之前，已有数百人步行走过这座桥，场面十分热闹。',
    '市长感谢了工程师们，并提到旧桥在洪水损坏桥墩之后已经关闭了四年，居民们只能绕道而行。',
    '一旦东侧的栏杆由钢铁厂交付，明年春天还将增设第二条自行车道，预计工期为两个月。',
  ],
  ar: [
    'افتُتح الجسر الجديد فوق النهر صباح السبت، وعبره مئات الأشخاص سيرا على الأقدام قبل أن يُسمح للحافلة الأولى بالمرور عليه.',
    'وشكر رئيس البلدية المهندسين وذكّر الضيوف بأن الجسر القديم ظل مغلقا أربع سنوات بعد أن أضر الفيضان بأعمدته.',
    'وسيُضاف مسار ثان للدراجات في الربيع المقبل حالما يسلم مصنع الصلب الحاجز الخاص بالجانب الشرقي من الجسر.',
  ],
  ru: [
    'Новый мост через реку открыли в субботу утром, и несколько сотен человек прошли по нему ещё до того, как пустили первый автобус.',
    'Мэр поблагодарил инженеров и напомнил гостям, что старый мост был закрыт четыре года после того, как паводок повредил его опоры.',
    'Вторая полоса для велосипедов появится следующей весной, как только завод поставит ограждение для восточной стороны.',
  ],
};

export function inParagraphs(texts: readonly string[]): string {
  return texts.map((text) => `<p>${text}</p>`).join('\n');
}

/** A page of a site with a head, a menu and a footer around `main`. */
export function pageOf(main: string, { title = 'Bridge opens', lang = 'en', head = '' } = {}): string {
  return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title} | Valley Paper</title>
<meta property="og:site_name" content="Valley Paper"><meta property="og:title" content="${title}">${head}</head><body>
<nav><a href="/">Start</a> <a href="/w">World</a></nav><main>${main}</main><footer><p>Valley Paper, Market Street 1</p></footer></body></html>`;
}
