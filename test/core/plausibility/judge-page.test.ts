import { describe, expect, test } from 'vitest';
import { judgePage } from '../../../src/core/plausibility/judge-page.ts';
import { pageHabits } from '../../../src/core/plausibility/page-habits.ts';
import { pageSigns } from '../../../src/core/plausibility/page-signs.ts';

interface Sample {
  readonly entry: string;
  readonly summary?: string;
  readonly title: string;
  readonly text: string;
  readonly requested?: string;
  readonly url?: string;
}

function refusalOf({
  entry,
  summary = '',
  title,
  text,
  requested = 'https://o.example/a/story-1',
  url = requested,
}: Sample) {
  const page = { requested, url, title, lead: undefined, text, visible: text };
  return judgePage(page, { title: entry, text: summary }).refusal;
}

/** Neutral sentences, so that only what a test adds decides. */
const filler = (sentence: string, times: number) =>
  Array.from({ length: times }, () => sentence).join('\n\n');

describe('a page is taken', () => {
  test.each<[string, Sample]>([
    [
      'with a rewritten headline',
      {
        entry: 'Washington pulls the plug on Kestrel sales',
        title: 'US bans chip exports',
        text: 'The United States banned sales of the Kestrel accelerator on Monday. Officials in Washington said licences would be denied.',
      },
    ],
    [
      'in another script than the headline',
      {
        entry: 'US bans exports of AI chips to China',
        title: '美国禁止向中国出口人工智能芯片',
        text: filler('美国商务部周一禁止向中国出口先进人工智能芯片，新规定于午夜生效。', 6),
      },
    ],
    [
      'in another language than the headline',
      {
        entry: 'Dutch government withdraws licences for machine maintenance',
        title: 'Den Haag trekt vergunningen in',
        text: filler(
          'De overheid heeft besloten dat het onderhoud van de apparatuur voortaan niet meer is toegestaan zonder nieuwe toestemming.',
          16,
        ),
      },
    ],
    [
      'for a headline of one word',
      {
        entry: 'Live',
        title: 'Chip export controls: what we know',
        text: filler('Officials met in the capital to discuss the measure.', 8),
      },
    ],
    [
      'for an entry without a title',
      {
        entry: '',
        title: 'Chip export controls',
        text: filler('Officials met in the capital to discuss the measure.', 8),
      },
    ],
    [
      'though it is a teaser before a paywall',
      {
        entry: 'Customs seize smuggled processors in Rotterdam',
        title: 'Customs seize processors',
        text: 'Customs officers in Rotterdam seized 4,100 smuggled processors on Tuesday.\n\nSubscribe to continue reading. Already a subscriber? Log in to read.',
      },
    ],
    [
      'about cookies and consent',
      {
        entry: 'EU court rules on cookie consent banners',
        title: 'Court: cookie consent banners must offer refusal',
        text: 'The court ruled that websites which use cookies must let visitors reject all cookies as easily as accept all cookies.\n\nPublishers and our partners in the industry criticised the judges in Luxembourg.',
      },
    ],
    [
      'about captchas',
      {
        entry: 'Cloudflare replaces its captcha',
        title: 'Cloudflare drops the captcha',
        text: 'Cloudflare will no longer ask visitors to solve the captcha, the firm said. To verify you are human its new test needs no puzzle.',
      },
    ],
    [
      'about 403 errors',
      {
        entry: 'Why Russian users see 403 errors on chip makers’ sites',
        title: '403 Forbidden: chip makers lock out Russia',
        text: 'Access denied: visitors from Russia see 403 errors at the sites of Intel and AMD, users said. The chip makers had left the country.',
      },
    ],
    [
      'about a login leak in German',
      {
        entry: 'Passwörter von Millionen Nutzern im Netz',
        title: 'Passwörter im Netz',
        text: 'Millionen Passwörter von Nutzern sind im Netz aufgetaucht. Wer sein Passwort vergessen hat oder sich jetzt anmelden will, soll es ändern.',
      },
    ],
    [
      'with an article under the query of the home page',
      {
        entry: 'Chips held at the border',
        title: 'Site',
        text: 'Chips were held at the border by customs officers.',
        requested: 'https://o.example/chips-held',
        url: 'https://o.example/?p=1742',
      },
    ],
    [
      'where a redirect led to a microsite of its own',
      {
        entry: 'The chip war explained in maps',
        title: 'The chip war, explained in maps',
        text: 'Where chips are made.',
        requested: 'https://o.example/chip-war',
        url: 'https://chipwar.example/',
      },
    ],
  ])('%s', (_, sample) => {
    expect(refusalOf(sample)).toBeUndefined();
  });
});

describe('a page is refused', () => {
  const entry = {
    entry: 'US bans exports of Kestrel AI chips to China',
    summary: 'The Commerce Department said on Monday that sales need a licence.',
  };
  test.each<[string, string, string, string]>([
    [
      'consent',
      'fr',
      'Avant de continuer',
      'Nos partenaires et nous utilisons des cookies. Vous pouvez tout accepter ou continuer sans accepter.',
    ],
    [
      'consent',
      'es',
      'Tu privacidad',
      'Nosotros y nuestros socios utilizamos cookies para publicidad personalizada.',
    ],
    [
      'consent',
      'it',
      'La tua privacy',
      'Noi e i nostri partner utilizziamo i cookie per annunci personalizzati.',
    ],
    [
      'consent',
      'pl',
      'Szanujemy Twoją prywatność',
      'Nasi partnerzy i my używamy plików cookies. Akceptuję i przejdź do serwisu.',
    ],
    [
      'consent',
      'ja',
      'プライバシー設定',
      '当サイトではCookieを使用しています。同意して続けるを押してください。',
    ],
    ['login', 'tr', 'Üye Girişi', 'Okumaya devam etmek için giriş yapın. Şifremi unuttum.'],
    ['login', 'pt', 'Entrar', 'Faça login para continuar. Esqueceu a senha? Crie uma conta.'],
    ['login', 'zh-Hant', '會員登入', '請先登入。忘記密碼？立即註冊'],
    [
      'bot-check',
      'de',
      'Einen LocalDateTime bitte',
      'Ihr Browser wird überprüft. Bestätigen Sie, dass Sie ein Mensch sind.',
    ],
    ['bot-check', 'vi', 'Vui lòng chờ', 'Đang kiểm tra trình duyệt. Xác minh bạn là con người.'],
    [
      'bot-check',
      'en',
      'Attention Required! | Cloudflare',
      'Please complete the security check. Ray ID: 8f3a',
    ],
    ['javascript', 'nl', 'Krant', 'Schakel JavaScript in om deze pagina te bekijken.'],
    ['error', 'ru', 'Страница не найдена', 'Запрашиваемая страница не существует. Вернуться на главную.'],
    ['error', 'hi', 'पेज नहीं मिला', 'जिस पेज को आप ढूंढ रहे हैं वह अब उपलब्ध नहीं है।'],
    ['error', 'ar', 'الصفحة غير موجودة', 'الصفحة التي تبحث عنها لم تعد متاحة.'],
    ['error', 'ko', '오류', '요청하신 페이지를 찾을 수 없습니다.'],
    ['moved', 'zh-Hans', '页面跳转', '页面跳转中，如果没有自动跳转请点击这里。'],
    ['moved', 'en', 'Redirecting…', 'You are being redirected.'],
  ])('%s, %s', (kind, _language, title, text) => {
    expect(refusalOf({ ...entry, title, text })).toBe(kind);
  });

  test('a login that repeats the headline', () => {
    const text = `${entry.entry}\n\nSign in to continue reading. Forgot your password?`;
    expect(refusalOf({ ...entry, title: entry.entry, text })).toBe('login');
  });

  test('another article in the same language', () => {
    const text = filler('The football club won the derby after extra time before a sold-out crowd.', 30);
    expect(refusalOf({ ...entry, title: 'Derby won', text })).toBe('unrelated');
  });

  test.each([
    ['https://o.example/news/2026/chips-held', 'https://o.example/news/'],
    ['https://o.example/story?id=17', 'https://o.example/en/'],
    ['https://o.example/a/story-17', 'https://www.o.example/index.html?ref=gone'],
    ['https://o.example/a/story-17', 'https://o.example/archives'],
  ])('%s that led to %s', (requested, url) => {
    const text = filler('US bans exports of Kestrel AI chips to China. The Commerce Department said so.', 3);
    expect(refusalOf({ ...entry, title: 'O News', text, requested, url })).toBe('home');
  });
});

describe('signs', () => {
  const page = {
    requested: 'https://o.example/a',
    url: 'https://o.example/a',
    title: 'One moment',
    text: 'Your browser is checked. Ray ID 8f3a2b11c0de, 14:05:11 UTC.',
  };
  test('are the same whatever number and address the page names', () => {
    const other = {
      ...page,
      requested: 'https://o.example/b',
      url: 'https://o.example/b',
      text: 'Your browser is checked. Ray ID 77aa90ffee12, 15:59:01 UTC.',
    };
    expect(pageSigns(other)).toEqual(pageSigns(page));
  });
  test('differ by host and by text', () => {
    expect(pageSigns({ ...page, requested: 'https://p.example/a', url: 'https://p.example/a' })).not.toEqual(
      pageSigns(page),
    );
    expect(pageSigns({ ...page, text: 'Chips were held at the port of Rotterdam.' })).not.toEqual(
      pageSigns(page),
    );
  });
  test('record where a redirect led to', () => {
    const landed = { ...page, url: 'https://o.example/list', text: 'x', title: '' };
    expect(pageSigns(landed)).toEqual(pageSigns({ ...landed, requested: 'https://o.example/b' }));
    expect(pageSigns(landed)).toHaveLength(1);
  });
});

test('a habit is reported once it is one', () => {
  const host = 'o.example';
  expect(pageHabits([{ host, refusal: 'consent', pages: 1 }])).toEqual([]);
  expect(
    pageHabits([
      { host, refusal: null, pages: 9 },
      { host, refusal: 'error', pages: 2 },
    ]),
  ).toEqual([]);
  expect(
    pageHabits([
      { host, refusal: null, pages: 1 },
      { host, refusal: 'consent', pages: 3 },
      { host, refusal: 'error', pages: 1 },
    ]),
  ).toEqual([
    '4 of the last 5 pages of o.example were not taken for their entries, mostly because it is a consent page: the feed’s own words are read instead',
  ]);
});

test('forwarding pages and pages of an archive are separate habits', () => {
  const host = 'o.example';
  expect(
    pageHabits([
      { host, refusal: null, pages: 5 },
      { host, refusal: 'led-on', pages: 4 },
      { host, refusal: 'archive', pages: 2 },
    ]),
  ).toEqual([
    '4 of the last pages of o.example only lead on to the article: followed',
    '2 of the last pages of o.example are far older than the feed says: kept, and not told as news',
  ]);
  expect(pageHabits([{ host, refusal: 'archive', pages: 1 }])).toEqual([]);
});
