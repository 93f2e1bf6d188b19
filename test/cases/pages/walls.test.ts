import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type PollBench, pollBench } from '../../support/poll-step.ts';
import { caseTest, variantTest } from '../support/cases.ts';
import { caseFile, feedOf, html, type OutletEntry, readOutlet, redirect } from '../support/page-outlet.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

const wall = caseFile('feeds/03-consent-wall/wall.html');
const four = (base: string) =>
  caseFile('feeds/03-consent-wall/feed.xml').replaceAll('https://outlet.example', base);
const TITLES = [
  'Customs officers in Rotterdam seize smuggled graphics processors bound for Russia',
  'Hefei start-up presents home-grown alternative to foreign memory chips',
  'Japan tightens export controls on photoresist for chipmaking',
  'United States bans exports of Kestrel AI chips to China',
];

describe('a wall with status 200', () => {
  caseTest('feeds/03-consent-wall a) behind a redirect', async () => {
    const { alerts, articles, outcomes } = await readOutlet(bench, four, (path, _base, other) =>
      path === '/wall' ? html(wall) : redirect(`${other}/wall`),
    );
    expect(alerts).toEqual(TITLES);
    expect(articles.map(({ title }) => title).sort()).toEqual(TITLES);
    expect(
      articles.every(({ via, via_reason }) => via === 'feed' && via_reason === 'is a consent page'),
    ).toBe(true);
    expect(outcomes[0]).toBe('read from the feed: the page is a consent page');
  });

  caseTest('feeds/03-consent-wall b) in place', async () => {
    expect((await readOutlet(bench, four, () => html(wall))).alerts).toEqual(TITLES);
  });

  caseTest('feeds/03-consent-wall c) the home page behind a redirect', async () => {
    const home = `<html lang="en"><title>Outlet</title><main>${TITLES.map((title) => `<h2><a href="/x">${title}</a></h2><p>${'What the outlet has to say of it, in a sentence of some length. '.repeat(4)}</p>`).join('')}</main></html>`;
    const { alerts, articles } = await readOutlet(bench, four, (path) =>
      path === '/' ? html(home) : redirect('/'),
    );
    expect(alerts).toEqual(TITLES);
    expect(articles[0]?.via_reason).toMatch(/home page/);
  });

  caseTest('pages/01-consent-wall-same-url', async () => {
    const feed = (base: string) =>
      caseFile('pages/01-consent-wall-same-url/feed.xml')
        .replaceAll('http://127.0.0.1:18990', base)
        .replaceAll(/<pubDate>[^<]*/g, '<pubDate>Mon, 02 Mar 2026 08:00:00 GMT');
    const page = html(caseFile('pages/01-consent-wall-same-url/a1.html'));
    expect((await readOutlet(bench, feed, () => page)).alerts).toEqual([
      'Douane houdt partij Nvidia-chips tegen op Schiphol',
      'Nederland verbiedt onderhoud van chipmachines in China',
    ]);
  });

  caseTest('pages/02-consent-after-redirect', async () => {
    const feed = (base: string) =>
      caseFile('pages/02-consent-after-redirect/feed.xml')
        .replaceAll('http://127.0.0.1:18990', base)
        .replaceAll(/<pubDate>[^<]*/g, '<pubDate>Mon, 02 Mar 2026 08:00:00 GMT');
    const page = html(caseFile('pages/02-consent-after-redirect/consent.html'));
    const { alerts } = await readOutlet(bench, feed, (path, base) =>
      path.startsWith('/m?') ? page : redirect(`/m?continue=${encodeURIComponent(base + path)}&gl=NL`),
    );
    expect(alerts).toEqual(['US bars Nvidia H20 sales to China without licence - Wire Example']);
  });

  caseTest('pages/03-bot-check-answers-200', async () => {
    const feed = (base: string) =>
      caseFile('pages/03-bot-check-answers-200/feed.xml')
        .replaceAll('http://127.0.0.1:18990', base)
        .replaceAll(/<pubDate>[^<]*/g, '<pubDate>Mon, 02 Mar 2026 08:00:00 GMT');
    const page = html(caseFile('pages/03-bot-check-answers-200/check.html'));
    // The database of the earlier tests already has a story about another seizure in Rotterdam.
    await using own = await pollBench();
    const { alerts, articles } = await readOutlet(own, feed, () => page);
    expect(alerts).toEqual(['Customs in Rotterdam seize 500 smuggled Nvidia GPUs bound for China']);
    expect(articles[0]?.text).toBe('The boxes were declared as coffee machines, the service said.');
  });

  describe('without text', () => {
    const feed = (base: string) =>
      caseFile('feeds/04-interstitial-page/gnews.xml').replaceAll('https://news.google.com', base);
    const titles = TITLES.map((title) => `${title} - Example Post`);
    const google = html(caseFile('feeds/04-interstitial-page/gnews-article.html'));
    caseTest('feeds/04-interstitial-page of an aggregator', async () => {
      await using own = await pollBench();
      expect((await readOutlet(own, feed, () => google)).alerts).toEqual(titles);
    });
    const bare = (base: string) => feed(base).replaceAll(/<description>.*?<\/description>/g, '');
    const challenge = html(caseFile('feeds/04-interstitial-page/challenge.html'));
    caseTest('feeds/04-interstitial-page of a bot check, titles alone', async () => {
      await using own = await pollBench();
      expect((await readOutlet(own, bare, () => challenge)).alerts).toEqual(titles);
    });
  });

  const page = (title: string, ...paragraphs: string[]) =>
    html(
      `<html><head><title>${title}</title></head><body><main><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</main></body></html>`,
    );
  const VARIANTS: readonly [
    name: string,
    entry: OutletEntry,
    answer: ReturnType<typeof html>,
    reason: RegExp,
  ][] = [
    [
      'a consent page in German with a subscription to buy',
      {
        title: 'USA verbieten Ausfuhr von Kestrel-Chips nach China',
        path: '/a',
        description:
          'Das Handelsministerium in Washington untersagt die Lieferung der Beschleuniger an chinesische Kunden.',
      },
      page(
        'Mit Werbung weiterlesen',
        'Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Ihre Zustimmung können Sie jederzeit widerrufen.',
        'Oder lesen Sie ohne Werbetracking für 3,99 Euro im Monat. Wir und unsere Partner verarbeiten personenbezogene Daten.',
      ),
      /consent/,
    ],
    [
      'a login in Japanese',
      {
        title: '米、先端半導体の対中輸出を禁止',
        path: '/a',
        description: '米商務省は先端AI半導体の中国への輸出を禁止すると発表した。',
      },
      page(
        '会員ログイン',
        'この先をお読みいただくにはログインが必要です。パスワードを忘れた方はこちら。',
        'アカウントをお持ちでない方は会員登録してください。',
      ),
      /login/,
    ],
    [
      'a bot check in Russian, beside an English title',
      {
        title: 'Россия запрещает ввоз иностранных серверных процессоров',
        path: '/a',
        description: 'Правительство запретило госорганам покупать иностранные процессоры.',
      },
      page('Just a moment...', 'Проверяем ваш браузер. Это займёт несколько секунд.'),
      /person reads/,
    ],
    [
      'an error in Polish',
      {
        title: 'USA zakazują eksportu chipów do Chin',
        path: '/a',
        description: 'Departament Handlu zakazał sprzedaży zaawansowanych układów chińskim klientom.',
      },
      page(
        'Ups!',
        'Nie znaleziono strony, której szukasz. Wróć na stronę główną albo spróbuj ponownie później.',
      ),
      /error page/,
    ],
    [
      'a script that is missing, in Korean',
      {
        title: '미국, 첨단 AI 반도체 대중 수출 금지',
        path: '/a',
        description: '미 상무부는 첨단 반도체의 중국 수출을 금지했다.',
      },
      page('뉴스', '이 사이트를 보려면 자바스크립트를 활성화해 주세요.'),
      /JavaScript/,
    ],
    [
      'a wall in no words that are known, in Portuguese',
      {
        title: 'Estados Unidos proíbem exportação de chips avançados para a China',
        path: '/a',
        description: 'O Departamento de Comércio proibiu a venda de aceleradores a clientes chineses.',
      },
      page(
        'Um instante, leitor',
        'Precisamos conversar sobre a forma como este portal se sustenta. Escolha abaixo se prefere apoiar ou seguir com anúncios.',
      ),
      /none of the entry’s words/,
    ],
    [
      'a consent page in Arabic',
      {
        title: 'الولايات المتحدة تحظر تصدير رقائق الذكاء الاصطناعي إلى الصين',
        path: '/a',
        description: 'حظرت وزارة التجارة الأمريكية بيع الرقائق المتقدمة للعملاء الصينيين.',
      },
      page(
        'خصوصيتك',
        'نحن وشركاؤنا نستخدم ملفات تعريف الارتباط لقياس الجمهور. يمكنك سحب موافقتك في أي وقت.',
        'قبول الكل',
      ),
      /consent/,
    ],
  ];
  for (const [name, entry, answer, reason] of VARIANTS)
    variantTest(name, async () => {
      const { articles } = await readOutlet(bench, feedOf([entry]), () => answer);
      expect(articles[0]).toMatchObject({ title: entry.title, text: entry.description, via: 'feed' });
      expect(articles[0]?.via_reason).toMatch(reason);
    });
});
