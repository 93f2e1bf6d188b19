import { describe, expect } from 'vitest';
import { variantTest } from '../support/cases.ts';
import { FORUMS, type Post } from '../support/forum-pages.ts';
import { PROSE, pageOf, readVariant } from '../support/pages.ts';

type Lang = 'en' | 'de' | 'ja' | 'ru';

const REPLIES: Readonly<Record<Lang, readonly string[]>> = {
  en: [
    'I walked across on Sunday and the view is great, but the railing still wobbles near the third pillar.',
    'Does anybody know whether the night bus will use it as well? The old timetable is still online.',
    'They should have built it ten years ago, the ferry was never reliable in winter anyway.',
  ],
  de: [
    'Ich bin am Sonntag drüber gelaufen, die Aussicht ist toll, aber das Geländer wackelt noch am dritten Pfeiler.',
    'Weiß jemand, ob der Nachtbus auch darüber fährt? Der alte Fahrplan steht noch online.',
    'Das hätten sie vor zehn Jahren bauen sollen, die Fähre war im Winter nie zuverlässig.',
  ],
  ja: [
    '日曜日に歩いて渡ったけど景色は最高だった。でも三番目の橋脚のあたりで手すりがまだぐらついている。',
    '夜行バスもこの橋を通るのか知っている人いますか。古い時刻表がまだ掲載されたままです。',
    '十年前に造るべきだった。どうせ冬のフェリーは当てにならなかったし。',
  ],
  ru: [
    'Прошёл в воскресенье, вид отличный, но перила у третьей опоры всё ещё шатаются, осторожнее.',
    'Кто-нибудь знает, пойдёт ли по нему ночной автобус? Старое расписание всё ещё висит на сайте.',
    'Надо было строить десять лет назад, паром зимой всё равно никогда не ходил нормально.',
  ],
};
const NAMES: Readonly<Record<Lang, readonly string[]>> = {
  en: ['alice', 'bob', 'Carol_D', 'dave'],
  de: ['anna', 'Bernd', 'kai_k', 'Mia'],
  ja: ['hanako', 'tanaka', '鈴木', 'mike3'],
  ru: ['Аня', 'borya', 'Виктор', 'gleb'],
};
const TITLES: Readonly<Record<Lang, string>> = {
  en: 'New bridge over the river opens',
  de: 'Neue Brücke über den Fluss ist eröffnet',
  ja: '川に架かる新しい橋が開通した',
  ru: 'Открыт новый мост через реку',
};
const TIMES: readonly (readonly [Lang, ...string[]])[] = [
  ['en', '1d', '1d', '22h', 'Mar 4'],
  ['en', 'Mar 3', 'Mar 3', 'Mar 4', 'Mar 4'],
  ['en', 'Tue Mar 03, 2026 10:00 am', 'Tue Mar 03, 2026 11:00 am', 'Wed Mar 04, 2026 9:12 pm', 'Thu Mar 05, 2026 7:30 am'],
  ['en', "Mar '26", "Mar '26", "Mar '26", "Apr '26"],
  ['de', '1 T.', '1 T.', '22 Std.', '4. März'],
  ['de', '3. März 2026 um 10:00', '3. März 2026 um 11:00', '4. März 2026 um 12:00', '5. März 2026 um 10:30'],
  ['ja', '1日', '1日', '22時間', '3月4日'],
  ['ja', '2026年3月3日 10:00', '2026年3月3日 11:00', '2026年3月4日 10:00', '2026年3月5日 10:00'],
  ['ru', '1д', '1д', '22ч', '4 мар'],
  ['ru', '3 марта', '3 марта', '4 марта', '4 марта'],
]; // biome-ignore format: a table

/** A topic of so many posts. */
function topicOf([lang, ...times]: (typeof TIMES)[number], count: number): Post[] {
  return times.slice(0, count).map((when, i) => ({
    name: NAMES[lang][i]!,
    when,
    text: i === 0 ? PROSE[lang].join('\n') : REPLIES[lang][i - 1]!,
  }));
}

for (const [name, forum] of Object.entries(FORUMS)) {
  describe(`a topic in ${name}: the first post is the article`, () => {
    for (const times of TIMES)
      for (const count of [2, 4]) {
        const [lang] = times;
        // A single reply without any name is not told from a part of the article.
        if (name === 'Lemmy without names' && count === 2) continue;
        variantTest(`${count} posts, ${times[1]}`, () => {
          const posts = topicOf(times, count);
          const page = pageOf(forum(TITLES[lang], posts), { title: TITLES[lang], lang });
          const { text } = readVariant(page, 'https://forum.example/t/bridge/123');
          for (const said of PROSE[lang]) expect(text).toContain(said);
          for (const reply of posts.slice(1)) expect(text).not.toContain(reply.text.slice(4, 40));
        });
      }
  });
}

describe('what looks like posts and is the article stays', () => {
  const [one, two, three] = PROSE.en;
  const rows = (heads: readonly string[], row: (head: string, text: string) => string) =>
    heads.map((head, i) => row(head, PROSE.en[i]!)).join('');
  const STAYS: Readonly<Record<string, string>> = {
    'a live blog with names and hours': rows(
      ['14:05 Anna Muster', '14:20 Ben Beispiel', '14:40 Anna Muster'],
      (head, text) => `<div class="entry"><div>${head}</div><p>${text}</p></div>`,
    ),
    'a live blog with ages and headings': rows(
      ['Anna 5 min ago', 'Ben 9 min ago', 'Cem 12 min ago'],
      (head, text) => `<section><div>${head}</div><h3>The bridge is open</h3><p>${text}</p></section>`,
    ),
    'correspondents of a round-up': rows(
      ['Anna Muster, Berlin, 3 March', 'Ben Beispiel, Rome, 4 March', 'Cem Örnek, Ankara, 5 March'],
      (head, text) => `<div><p>${head}</p><p>${text}</p></div>`,
    ),
    'the days of a chronicle': rows(
      ['Monday, 2 March', 'Tuesday, 3 March', 'Wednesday, 4 March'],
      (head, text) => `<div><p>${head}</p><p>${text}</p></div>`,
    ),
    'a programme with days': rows(
      ['Mon 9. March', 'Tue 10. March', 'Wed 11. March'],
      (head, text) => `<tr><td>${head}</td><td>${text}</td></tr>`,
    ),
    'the dates of an obituary': rows(
      ['1926', 'May 1940', '12 June 1951'],
      (head, text) => `<div><b>${head}</b><p>${text}</p></div>`,
    ),
    'questions and answers': rows(
      ['Paper: Why now?', 'Mayor: Because', 'Paper: And then?'],
      (head, text) => `<div><p>${head}</p><p>${text}</p></div>`,
    ),
  };
  for (const [name, body] of Object.entries(STAYS))
    variantTest(name, () => {
      const page = pageOf(`<h1>Bridge opens</h1>${body}`, { title: 'Bridge opens', lang: 'en' });
      const { text } = readVariant(page);
      for (const said of [one!, two!, three!]) expect(text).toContain(said);
    });
});
