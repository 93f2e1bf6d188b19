import { describe, expect, test } from 'vitest';
import { isConsentNotice } from '../../../src/core/articles/body/consent-notice.ts';
import { caseTest, variantTest } from '../support/cases.ts';
import { inParagraphs, pageOf, paragraphs, PROSE, readCase, readVariant } from '../support/pages.ts';

describe('further articles on the page', () => {
  for (const file of ['a', 'b']) {
    caseTest(`pages/05-appended-articles: ${file}`, () => {
      const article = readCase(`05-appended-articles/${file}.html`);
      expect(paragraphs(article)).toHaveLength(2);
      expect(article.text).toMatch(/^The municipal swimming pool/);
    });
  }

  const story = (tag: string, heading: string, lang: keyof typeof PROSE, head = ''): string =>
    `<${tag}><h1>${heading}</h1>${head}${inParagraphs(PROSE[lang])}</${tag.split(' ')[0]}>`;

  variantTest('the article is the second one, German', () => {
    const page = pageOf(
      `${story('article class="post"', 'Le pont est ouvert', 'fr')}${story('article class="post"', 'Brücke eröffnet', 'de')}`,
      { title: 'Brücke eröffnet', lang: 'de' },
    );
    expect(paragraphs(readVariant(page))).toEqual(PROSE.de);
  });

  variantTest('boxes without <article>, Russian', () => {
    const page = pageOf(
      `${story('div class="story"', 'Открыт новый мост через реку', 'ru')}<div class="next">${story('div class="story"', 'Bridge opens', 'en')}</div>`,
      { title: 'Открыт новый мост через реку', lang: 'ru' },
    );
    expect(readVariant(page).text).not.toContain(PROSE.en[1]);
    expect(readVariant(page).text).toContain(PROSE.ru[2]);
  });

  variantTest('all in one box, each with its byline', () => {
    const page = pageOf(
      `<div id="c"><h1>Puente abierto al tráfico</h1><p class="byline">Por Ana Ruiz</p>${inParagraphs(PROSE.es)}<h1>Le pont est ouvert</h1><p class="byline">Par Anne Leduc</p>${inParagraphs(PROSE.fr)}</div>`,
      { title: 'Puente abierto al tráfico', lang: 'es' },
    );
    expect(paragraphs(readVariant(page))).toEqual(PROSE.es);
  });

  variantTest('subheadings of one text stay', () => {
    const page = pageOf(
      `<article><h1>Bridge opens</h1><p>${PROSE.en[0]}</p><h2>Four years</h2><p>${PROSE.en[1]}</p><h2>What follows</h2><p>${PROSE.en[2]}</p></article>`,
    );
    for (const text of PROSE.en) expect(readVariant(page).text).toContain(text);
  });
});

describe('notes on the author', () => {
  for (const file of ['a', 'b', 'c']) {
    caseTest(`pages/08-author-note: ${file}`, () => {
      const article = readCase(`08-author-note/${file}.html`);
      expect(paragraphs(article)).toHaveLength(3);
      expect(article.text).not.toContain('covers US export controls');
    });
  }

  const notes: readonly (readonly ['de' | 'fr' | 'es' | 'ja' | 'ru' | 'en', string, string])[] = [
    ['de', 'Anna Muster', '<h3>Über die Autorin</h3><p>Anna Muster schreibt über Exportkontrollen für Chips und den Zoll.</p>'],
    ['fr', 'Anne Leduc', '<p><em>Anne Leduc est journaliste à Bruxelles et couvre les contrôles à l’exportation des puces.</em></p>'],
    ['es', 'Ana Ruiz', '<div class="firma"><p>Ana Ruiz cubre la prohibición de exportar chips a China. Vive en Taipéi.</p></div>'],
    ['ja', '山田太郎', '<p>山田太郎：半導体の輸出規制を担当する記者。</p>'],
    ['ru', 'Анна Иванова', '<h4>Об авторе</h4><p>Анна Иванова пишет о запрете экспорта чипов в Китай.</p>'],
    ['en', '', '<p>The author is a correspondent who covers export controls on chips.</p>'],
    ['en', '', '<p>Jane Doe is a senior reporter covering chip bans for Valley Paper.</p>'],
  ]; // biome-ignore format: a table
  for (const [lang, author, note] of notes) {
    variantTest(
      `${lang}: ${note
        .replace(/<[^>]+>/g, ' ')
        .trim()
        .slice(0, 40)}`,
      () => {
        const head = author === '' ? '' : `<meta name="author" content="${author}">`;
        const page = pageOf(`<article><h1>Bridge opens</h1>${inParagraphs(PROSE[lang])}${note}</article>`, {
          lang,
          head,
        });
        expect(paragraphs(readVariant(page))).toEqual(PROSE[lang]);
      },
    );
  }

  variantTest('a last paragraph that names somebody else stays', () => {
    const last =
      'Ann Lee, who led the works, said that the railing would be painted in green before the winter begins.';
    const page = pageOf(`<article><h1>Bridge opens</h1>${inParagraphs([...PROSE.en, last])}</article>`, {
      head: '<meta name="author" content="Bob Ray">',
    });
    expect(paragraphs(readVariant(page)).at(-1)).toBe(last);
  });
});

describe('the author is a person', () => {
  caseTest('pages/15-author-is-the-site: a person with the site’s name', () => {
    expect(readCase('15-author-is-the-site/person.html').authors).toEqual(['Ann Lee']);
  });
  caseTest('pages/15-author-is-the-site: an organisation', () => {
    expect(readCase('15-author-is-the-site/org.html').authors).toEqual(['Ann Lee']);
  });

  const withHead = (head: string, byline: string): string =>
    pageOf(`<article><h1>Bridge opens</h1>${byline}${inParagraphs(PROSE.en)}</article>`, { head });
  const ld = (author: unknown): string =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': ['NewsArticle'], headline: 'Bridge opens', author })}</script>`;
  const byline = '<p class="byline">By <a rel="author" href="/a">Ann Lee</a></p>';

  for (const name of ['Valley Paper Staff', 'Redaktion', 'The Valley Paper', 'Редакция', '編集部', 'Valley Paper Online', 'La Redacción']) {
    variantTest(`not ${name}`, () => {
      expect(readVariant(withHead(ld({ '@type': 'Person', name }), byline)).authors).toEqual(['Ann Lee']);
      expect(readVariant(withHead(`<meta name="author" content="${name}">`, '')).authors).toEqual([]);
    });
  } // biome-ignore format: a list

  variantTest('types in a list', () => {
    expect(
      readVariant(withHead(ld([{ '@type': ['Organization', 'Brand'], name: 'Valley Media Group' }]), byline))
        .authors,
    ).toEqual(['Ann Lee']);
  });

  variantTest('not the authors of the teasers beside it', () => {
    const page = pageOf(
      `<article><h1>Bridge opens</h1>${byline}${inParagraphs(PROSE.en)}</article><section class="related"><article><h3><a href="/x">Other story of the day</a></h3><a rel="author" href="/b">Bob Ray</a></article></section>`,
    );
    expect(readVariant(page).authors).toEqual(['Ann Lee']);
  });
});

describe('dates', () => {
  variantTest('a teaser’s bare <time> never beats the line beside the headline', () => {
    const page = pageOf(
      `<div class="top"><a href="/x"><time datetime="2026-05-20T10:00:00Z">20 May</time> Another story of the day</a></div><article><h1>Brücke eröffnet</h1><p>18. Mai 2026, 12:30 Uhr</p>${inParagraphs(PROSE.de)}</article>`,
      { title: 'Brücke eröffnet', lang: 'de' },
    );
    expect(readVariant(page).published?.toISOString().slice(0, 10)).toBe('2026-05-18');
  });
});

describe('notices on cookies and consent', () => {
  const notices = [
    'We and our 214 partners store and access information on your device and process personal data for personalised ads.',
    'Wir und unsere 214 Partner verwenden Cookies, um Informationen auf Ihrem Endgerät zu speichern.',
    'Nous et nos 214 partenaires stockons des données personnelles sur votre terminal afin de mesurer l’audience.',
    'Nosotros y nuestros 214 socios usamos cookies para guardar información en su dispositivo y mostrar publicidad.',
    'Noi e i nostri 214 partner utilizziamo cookie per archiviare informazioni sul tuo dispositivo.',
    'Nós e os nossos 214 parceiros usamos cookies para guardar informações no seu dispositivo e medir a publicidade.',
    'Wij en onze 214 partners gebruiken cookies om informatie op uw apparaat op te slaan.',
    'Vi och våra 214 partner använder cookies för att lagra information på din enhet.',
    'Vi og våre 214 partnere bruker informasjonskapsler (cookies) for å lagre opplysninger på din enhet.',
    'My i nasi 214 partnerzy przechowujemy pliki cookie na Twoim urządzeniu, aby wyświetlać reklamy.',
    'My a naši partneři používáme soubory cookie k ukládání informací ve vašem zařízení.',
    'Мы и наши 214 партнёров храним файлы cookie на вашем устройстве, чтобы показывать рекламу.',
    'Ми та наші 214 партнерів зберігаємо файли cookie на вашому пристрої для реклами.',
    'Biz ve 214 ortağımız, cihazınızda bilgi saklamak için çerezleri kullanıyoruz.',
    'نحن وشركاؤنا نستخدم ملفات تعريف الارتباط لتخزين المعلومات على جهازك.',
    '我们和我们的214个合作伙伴使用 cookie 在您的设备上存储信息。',
    '当社と214のパートナーは、お客様の端末に情報を保存するためにクッキーを使用します。',
    '저희와 214개 파트너는 귀하의 기기에 정보를 저장하기 위해 쿠키를 사용합니다.',
    'By clicking “Accept all” you agree to the storing of cookies on your device.',
  ];
  for (const notice of notices) {
    variantTest(notice.slice(0, 40), () => {
      expect(isConsentNotice(notice, 'Bridge opens')).toBe(true);
      const page = pageOf(
        `<article><h1>Bridge opens</h1><p>${PROSE.en[0]}</p><p>${notice}</p><p>${PROSE.en[1]}</p></article>`,
        {
          head: `<meta name="description" content="${notice.replaceAll('"', '')}">`,
        },
      );
      const article = readVariant(page);
      expect(article.text).toBe(`${PROSE.en[0]}\n\n${PROSE.en[1]}`);
      expect(article.lead).toBeUndefined();
    });
  }

  test.each([
    [
      'The regulator fined the shop because its site stored cookies before its visitors had agreed.',
      'Shop fined over cookies',
    ],
    [
      '“We and our partners store cookies on your device”, the banner said until last week.',
      'Banner changed',
    ],
    [
      'Publishers and their partners use cookies to store information on a device and to show personalised ads.',
      'How cookies work',
    ],
    [
      'Die Aufsicht verlangt eine Einwilligung, bevor Cookies gesetzt werden, teilte die Behörde mit.',
      'Streit um Cookies',
    ],
    [
      'Le consentement du ministre est nécessaire, et notre pays attend sa décision depuis un an.',
      'Le ministre hésite',
    ],
    ['Washington gab seine Zustimmung zur Ausfuhr der Chips, wie wir berichteten.', 'Ausfuhr erlaubt'],
    ['The company needs the consent of the ministry before it ships our chips abroad.', 'Export licence'],
  ])('a report keeps: %s', (text, title) => {
    expect(isConsentNotice(text, title)).toBe(false);
  });
});
