import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgePage } from '../../../src/core/plausibility/judge-page.ts';

interface Report {
  readonly event: string;
  readonly lang: string;
  readonly title: string;
  readonly text: string;
}

const reports = ['stories', 'stories-own', 'stories-briefs', 'stories-follow-ups'].flatMap((set) =>
  readFileSync(new URL(`../../../fixtures/${set}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ set, ...(JSON.parse(line) as Report) })),
);

/** The first sentence, as a feed has it. */
function leadOf(text: string): string {
  return /^[\s\S]{40,260}?[.!?。！？؟।](?=\s|$|[^\s.])/.exec(text)?.[0] ?? text.slice(0, 160);
}

function isAccepted(entry: Report, { title, text }: Report, summary = leadOf(entry.text)): boolean {
  const url = 'https://courier.example/a/1';
  const page = { requested: url, url, title, lead: undefined, text, visible: text };
  return judgePage(page, { title: entry.title, text: summary }).refusal === undefined;
}

/** How many pairs of reports in one language are taken for one article, by whether they are about one event. */
function accepted(isSameEvent: boolean, summary?: string): { of: number; accepted: number } {
  const pairs = reports.flatMap((one, i) =>
    reports
      .filter(
        (other, k) =>
          other !== one &&
          other.set === one.set &&
          other.lang === one.lang &&
          (summary === undefined || other.text.length >= 200) &&
          (other.event === one.event) === isSameEvent &&
          // All pairs would take half a minute.
          (isSameEvent || (i + k) % 7 === 0),
      )
      .map((other) => isAccepted(one, other, summary)),
  );
  return { of: pairs.length, accepted: pairs.filter(Boolean).length };
}

// Other work on the machine may take most of the time.
describe('a page with another report on the same subject', { timeout: 120_000 }, () => {
  test('is mostly refused: reports of other events about chips, customs and bans', () => {
    const other = accepted(false);
    expect(other.of).toBeGreaterThan(3_000);
    expect(other.accepted / other.of).toBeLessThan(0.13);
  });

  test('is accepted where it is about the same event, though in other words', () => {
    const same = accepted(true);
    expect(same.of).toBeGreaterThan(200);
    expect(same.accepted / same.of).toBeGreaterThan(0.92);
  });

  test('is mostly refused for an entry that is only a headline too', () => {
    const other = accepted(false, '');
    expect(other.of).toBeGreaterThan(1_000);
    expect(other.accepted / other.of).toBeLessThan(0.08);
    const same = accepted(true, '');
    expect(same.accepted / same.of).toBeGreaterThan(0.85);
  });
});

interface Pair {
  readonly link: string;
  readonly entry: string;
  readonly summary: string;
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  readonly titles?: readonly string[];
  /** Dates of the entry and of the page. */
  readonly dates?: readonly [string, string];
}

function judged({ link, entry, summary, title, text, url = link, titles, dates }: Pair) {
  const [said, printed] = dates?.map((date) => new Date(date)) ?? [];
  return judgePage(
    { requested: link, url, title, titles, lead: undefined, text, visible: text, published: printed },
    { title: entry, text: summary, published: said },
  ).refusal;
}

const SEIZURE: Pair = {
  link: 'https://o.example/artikel/839201',
  entry: 'Zoll beschlagnahmt 4100 Prozessoren in Rotterdam',
  summary: 'Die Ware war als Spielzeug deklariert.',
  title: 'Zoll sucht Schmuggler von Speicherchips',
  text: 'Nach dem Verschwinden von 900 Speicherchips aus einem Lager in Hamburg fahndet der Zoll nach drei Männern.',
};
const INVESTIGATION: Pair = {
  link: 'https://o.example/a/20261114/001.html',
  entry: '商务部对美国模拟芯片发起反倾销调查',
  summary: '调查涉及德州仪器等四家企业。',
  title: '中芯国际第三季度营收增长',
  text: '中芯国际公布第三季度业绩，营收同比增长百分之十，公司称国产替代需求推动芯片订单增加。',
};
const LICENCES: Pair = {
  link: 'https://o.example/2026/11/20/kestrel-licences-denied',
  entry: 'Commerce denies nine licences for Kestrel accelerators',
  summary: '',
  title: 'Kestrel chips turn up in Bangkok data centre',
  text: 'A data centre in Bangkok runs hundreds of Kestrel accelerators without a licence, its operator admitted.',
};
const PROCESSORS: Pair = {
  link: 'https://o.example/news/2026/11/15/mikron-novye-protsessory',
  entry: '«Микрон» начал выпуск процессоров по техпроцессу 65 нм',
  summary: '',
  title: 'Разработчик процессоров «Байкал» подал на банкротство',
  text: 'Компания подала в суд Москвы заявление о банкротстве, потому что выпуск процессоров за рубежом стал невозможен.',
};
const SMUGGLERS: Pair = {
  link: 'https://o.example/haber/yeni-islemci-yasagi',
  entry: 'ABD’den yapay zekâ işlemcilerine yeni ihracat yasağı',
  summary: '',
  title: 'Yerli işlemci Çakıl tanıtıldı',
  text: 'ASELSAN’ın geliştirdiği yerli işlemci Çakıl, Ankara’daki yeni fuarda gösterildi; ihracat da planlanıyor.',
};
const CANON: Pair = {
  link: 'https://o.example/economie/douane-saisie-puces-roissy',
  entry: 'La douane saisit 600 puces Kestrel à Roissy',
  summary: '',
  title: 'Kestrel lève 200 millions d’euros',
  text: 'La start-up Kestrel annonce une levée de fonds pour produire ses puces en France dès le printemps.',
};

describe('a page of a sentence', () => {
  test.each<[string, Pair]>([
    ['German', SEIZURE],
    ['Chinese', INVESTIGATION],
    [
      'Korean',
      {
        link: 'https://o.example/view/20261112000145',
        entry: '관세청, AI 반도체 밀수출 일당 적발',
        summary: '시가 300억원어치를 홍콩으로 빼돌린 혐의다.',
        title: '삼성전자, HBM4 양산 시작',
        text: '삼성전자가 평택 공장에서 고대역폭 메모리 반도체 양산을 시작했다고 밝혔다.',
      },
    ],
    [
      'Spanish',
      {
        link: 'https://o.example/noticia-55120.html',
        entry: 'Países Bajos retira la licencia de mantenimiento a ASML',
        summary: 'La medida afecta a los equipos de litografía instalados en China.',
        title: 'ASML abrirá una fábrica en Eindhoven',
        text: 'La compañía invertirá 2.000 millones de euros en una planta junto al aeropuerto y creará 20.000 empleos.',
      },
    ],
  ])('about something else is refused, in %s', (_, pair) => {
    expect(judged(pair)).toBe('unrelated');
  });

  test.each<[string, Pair]>([
    [
      'German',
      {
        ...SEIZURE,
        title: 'Chips im Spielzeug: Fund im Hafen',
        text: 'In Rotterdam haben Zöllner am Freitag 4.100 Prozessoren sichergestellt, die als Spielzeug deklariert waren.',
      },
    ],
    [
      'Chinese',
      {
        ...INVESTIGATION,
        title: '德州仪器等四家美企遭中国调查',
        text: '商务部周六宣布，对原产于美国的进口模拟芯片进行反倾销立案调查，涉及四家企业。',
      },
    ],
    [
      'Arabic',
      {
        link: 'https://o.example/news/118822',
        entry: 'جمارك دبي تضبط شحنة رقائق إلكترونية مهربة',
        summary: '',
        title: 'إحباط تهريب معالجات عبر مطار دبي',
        text: 'ضبطت جمارك دبي شحنة من الرقائق الإلكترونية المهربة كانت مخبأة في أجهزة تلفاز.',
      },
    ],
  ])('about the entry is taken under another headline, in %s', (_, pair) => {
    expect(judged(pair)).toBeUndefined();
  });
});

describe('a page that shares a few words with an entry’s headline', () => {
  const landed = {
    LICENCES: 'https://o.example/2026/03/02/kestrel-chips-bangkok',
    PROCESSORS: 'https://o.example/news/2026/11/12/baikal-podal-bankrotstvo',
    SMUGGLERS: 'https://o.example/haber/yerli-cakil-tanitildi',
  };
  test.each<[string, Pair]>([
    ['a redirect led to another address', { ...PROCESSORS, url: landed.PROCESSORS }],
    ['a redirect led to another address, in Turkish', { ...SMUGGLERS, url: landed.SMUGGLERS }],
    [
      'a redirect led to another address and another date',
      { ...LICENCES, url: landed.LICENCES, dates: ['2026-11-20T09:00:00Z', '2026-03-02T10:00:00Z'] },
    ],
    [
      'the date is another',
      { ...CANON, link: 'https://o.example/?p=7', dates: ['2026-11-20T09:00:00Z', '2026-11-02T10:00:00Z'] },
    ],
    ['the link names it', { ...CANON, link: 'https://o.example/start-up-kestrel-leve-200-millions' }],
  ])('is refused if %s', (_, pair) => {
    expect(judged(pair)).toBe('unrelated');
  });

  test('is refused if it calls another address its own', () => {
    const { link, entry, title, text } = CANON;
    const page = { requested: link, url: link, title, lead: undefined, text, visible: text };
    const canonical = 'https://o.example/economie/start-up-leve-millions-euros';
    expect(judgePage({ ...page, canonical }, { title: entry, text: '' }).refusal).toBe('unrelated');
    expect(judgePage({ ...page, canonical: link }, { title: entry, text: '' }).refusal).toBeUndefined();
  });

  test.each<[string, Pair]>([
    ['its date is the entry’s', { ...PROCESSORS, dates: ['2026-11-15T08:00:00Z', '2026-11-15T07:55:00Z'] }],
    [
      'it gives the entry’s headline for sharing',
      { ...SMUGGLERS, url: landed.SMUGGLERS, titles: [`${SMUGGLERS.entry} | Haber`] },
    ],
    [
      'it was only renamed',
      {
        ...LICENCES,
        url: 'https://o.example/2026/11/20/kestrel-licences-refused-by-commerce',
        title: 'Washington says no to Kestrel',
      },
    ],
  ])('is taken if %s', (_, pair) => {
    expect(judged(pair)).toBeUndefined();
  });
});
