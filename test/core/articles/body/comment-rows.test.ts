import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../../src/core/articles/extract-article.ts';

type Row = readonly [name: string, time: string, text: string];

interface Sample {
  readonly title: string;
  readonly article: string;
  readonly rows: readonly Row[];
}

/** An article and the comments under it, in scripts and calendars of their own. */
const SAMPLES: Readonly<Record<string, Sample>> = {
  english: {
    title: 'Harbour scanner finds crates of accelerators',
    article:
      'A new scanner in the harbour found nine crates of accelerators between bags of cement on Tuesday. The shipper has been asked for an export licence and has not answered yet.',
    rows: [
      [
        'oldsalt',
        '4 hours ago',
        'They bought that scanner two years ago and only now does it find anything at all.',
      ],
      [
        'Mrs. Dunn',
        '3 hours ago',
        'Nine crates is nothing, you should see what leaves on a normal Friday evening.',
      ],
      ['quay_9', '12 minutes ago', 'Does anybody know what happens to the goods after they were taken away?'],
    ],
  },
  hebrew: {
    title: 'סורק חדש בנמל גילה ארגזים של מאיצים',
    article:
      'סורק חדש בנמל גילה ביום שלישי תשעה ארגזים של מאיצים בין שקי מלט. המוביל התבקש להציג רישיון יצוא ועד כה לא השיב לפניות של הרשות.',
    rows: [
      ['יוסי ל.', 'לפני 4 שעות', 'קנו את הסורק לפני שנתיים ורק עכשיו הוא מוצא משהו, יפה מאוד באמת.'],
      ['רותי', 'לפני שעתיים', 'תשעה ארגזים זה כלום, צריך לראות מה יוצא משם בערב רגיל של יום שישי.'],
      ['איש הנמל', 'לפני 12 דקות', 'מישהו יודע מה קורה עם הסחורה אחרי שלוקחים אותה?'],
    ],
  },
  thai: {
    title: 'เครื่องสแกนที่ท่าเรือพบลังการ์ดประมวลผล',
    article:
      'เครื่องสแกนใหม่ที่ท่าเรือพบลังการ์ดประมวลผลเก้าลังอยู่ระหว่างถุงปูนซีเมนต์เมื่อวันอังคาร ผู้ส่งสินค้าถูกขอให้แสดงใบอนุญาตส่งออกแต่ยังไม่ตอบกลับ',
    rows: [
      ['ลุงชาวเรือ', '4 ชั่วโมงที่แล้ว', 'ซื้อเครื่องมาสองปีแล้วเพิ่งจะเจออะไรสักที น่าแปลกใจจริง ๆ'],
      ['นิด', '3 ชั่วโมงที่แล้ว', 'แค่เก้าลังเอง ลองไปดูตอนเย็นวันศุกร์ว่ามีอะไรออกไปบ้าง'],
      ['quay9', '12 นาทีที่แล้ว', 'มีใครรู้บ้างว่าของที่ยึดไปแล้วเอาไปทำอะไรต่อ'],
    ],
  },
  korean: {
    title: '항만 스캐너, 가속기 상자 적발',
    article:
      '항만의 새 스캐너가 화요일 시멘트 포대 사이에서 가속기 상자 아홉 개를 찾아냈다. 화주는 수출 허가증을 제출하라는 요구를 받았지만 아직 답하지 않았다. 세관은 같은 회사가 지난달 보낸 화물도 다시 살펴보기로 했다.',
    rows: [
      ['바다사나이', '2026.11.29 10:12', '스캐너를 산 지 이 년이 됐는데 이제야 뭔가를 찾았네요. 놀랍습니다.'],
      ['김**', '2026.11.29 10:40', '아홉 상자는 아무것도 아닙니다. 금요일 저녁에 나가는 걸 보세요.'],
      ['부두9', '2026.11.29 11:05', '압수한 물건이 나중에 어떻게 되는지 아시는 분 계신가요?'],
    ],
  },
  bengali: {
    title: 'বন্দরের স্ক্যানারে ধরা পড়ল চিপের বাক্স',
    article:
      'বন্দরের নতুন স্ক্যানারে মঙ্গলবার সিমেন্টের বস্তার মধ্যে নয়টি চিপের বাক্স ধরা পড়েছে। প্রেরককে রপ্তানির অনুমতিপত্র দেখাতে বলা হয়েছে, তিনি এখনো উত্তর দেননি।',
    rows: [
      ['নাবিক', '৪ ঘণ্টা আগে', 'দুই বছর আগে স্ক্যানার কেনা হয়েছে, এত দিনে কিছু একটা ধরা পড়ল।'],
      ['রুমা', '৩ ঘণ্টা আগে', 'নয়টি বাক্স কিছুই না, শুক্রবার সন্ধ্যায় কী বের হয় তা দেখুন।'],
      ['ঘাট ৯', '১২ মিনিট আগে', 'জব্দ করা মাল পরে কোথায় যায়, কেউ কি জানেন?'],
    ],
  },
};

const LAYOUTS: Readonly<Record<string, (row: Row) => string>> = {
  'boxes with buttons': ([name, time, text]) =>
    `<div><b>${name}</b> <span>${time}</span><p>${text}</p><button>Reply</button></div>`,
  'rows of a table': ([name, time, text]) => `<tr><td>${name}<br>${time}</td><td>${text}</td></tr>`,
  'lines without boxes': ([name, time, text]) =>
    `<p><b>${name}</b></p><p><small>${time}</small></p><p>${text}</p>`,
  'the name after the text': ([name, time, text]) =>
    `<div><p>${text}</p><div><i>${name}</i>, ${time}</div></div>`,
};

const textOf = (title: string, body: string) =>
  extractArticle(
    `<title>${title}</title><main><div><h1>${title}</h1>${body}</div></main>`,
    'https://o.example/a',
  ).text;

describe.each(Object.entries(LAYOUTS))(
  'comments without names and labels are left out: %s',
  (layout, make) => {
    test.each(Object.entries(SAMPLES))('%s', (_, { title, article, rows }) => {
      const list = rows.map(make).join('');
      const text = textOf(
        title,
        `<p>${article}</p>${layout.includes('table') ? `<table>${list}</table>` : `<div>${list}</div>`}`,
      );
      expect(text).toBe(article);
    });
  },
);

describe('what looks alike and belongs to the article stays', () => {
  const { title, article } = SAMPLES['english']!;
  const more =
    'The harbour office said on Wednesday that the crates had passed three other ports without a look inside them.';

  test.each<[string, readonly Row[]]>([
    [
      'a live blog',
      [
        ['Ann Lee', '10:45', 'first'],
        ['Tom Reed', '10:12', 'second'],
        ['Ann Lee', '09:58', 'third'],
      ],
    ],
    [
      'a chronicle',
      [
        ['March', '12 March 2026', 'first'],
        ['May', '3 May 2026', 'second'],
        ['June', '9 June 2026', 'third'],
      ],
    ],
    [
      'a press review',
      [
        ['Le Monde', '12/03/2026', 'first'],
        ['El País', '13/03/2026', 'second'],
        ['Die Zeit', '14/03/2026', 'third'],
      ],
    ],
  ])('%s', (_, rows) => {
    const list = rows.map(([name, time, text]) =>
      LAYOUTS['boxes with buttons']!([name, time, `The ${text} ${more}`]),
    );
    const text = textOf(title, `<p>${article}</p><p>${more}</p><div>${list.join('')}</div>`);
    for (const [, , said] of rows) expect(text).toContain(`The ${said} ${more}`);
  });

  test('posts that are quoted in the middle', () => {
    const quoted = ['Gov. Hall', 'Sen. Park'].map(
      (name) => `<div><b>${name}</b> 2 hours ago<p>${name} wrote: ${more}</p></div>`,
    );
    const text = textOf(
      title,
      `<p>${article}</p><div>${quoted.join('')}</div><p>${more}</p><p>${article} Again.</p>`,
    );
    expect(text).toContain(`Sen. Park wrote: ${more}`);
  });
});
