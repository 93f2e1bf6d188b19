import { describe, expect, test } from 'vitest';
import { readDate } from '../../../src/core/dates/read-date.ts';

const FEED = { source: 'feed', zone: 'UTC' } as const;
const PAGE = { source: 'page', zone: 'UTC', dayFirst: true } as const;
const day = (text = '', context: typeof FEED | typeof PAGE) =>
  readDate(text, context)?.toISOString().slice(0, 10);

/** Each is the fourth of May, or another day that follows it. */
const WRITTEN: readonly (readonly [text: string, expected?: string])[] = [
  ['the fourth of May 2026'],
  ['Monday, the fourth of May, two thousand and twenty-six'],
  ['May the fourth, twenty twenty-six'],
  ['May Fourth, 2026'],
  ['Twenty-fifth of November 2025', '2025-11-25'],
  ['vierter Mai 2026'],
  ['Montag, den vierten Mai zweitausendsechsundzwanzig'],
  ['am einunddreißigsten Oktober 2025', '2025-10-31'],
  ['le quatre mai deux mille vingt-six'],
  ['lundi premier juin 2026', '2026-06-01'],
  ['le sept mai 2026', '2026-05-07'],
  ['le vingt et un septembre 2025', '2025-09-21'],
  ['cuatro de mayo de dos mil veintiséis'],
  ['lunes, treinta y uno de marzo de 2025', '2025-03-31'],
  ['quatro de maio de dois mil e vinte e seis'],
  ['vinte e cinco de novembro de 2025', '2025-11-25'],
  ['quattro maggio duemilaventisei'],
  ['lunedì ventitré novembre 2026', '2026-11-23'],
  ['vier mei tweeduizend zesentwintig'],
  ['de vijfentwintigste november 2025', '2025-11-25'],
  ['czwartego maja dwa tysiące dwudziestego szóstego roku'],
  ['dwudziestego piątego listopada 2025 r.', '2025-11-25'],
  ['čtvrtého května dva tisíce dvacet šest'],
  ['štvrtého mája 2026'],
  ['четвёртого мая две тысячи двадцать шестого года'],
  ['двадцать пятое ноября 2025 года', '2025-11-25'],
  ['четвертого травня дві тисячі двадцять шостого року'],
  ['п’ятого травня 2026 року', '2026-05-05'],
  ['dört Mayıs iki bin yirmi altı'],
  ['Yirmi Beş Kasım 2025', '2025-11-25'],
  ['الرابع من أيار 2026'],
  ['الرابع من مايو عام ألفين وستة وعشرين'],
  ['الخامس والعشرون من تشرين الثاني 2025', '2025-11-25'],
  ['चार मई दो हज़ार छब्बीस'],
  ['पच्चीस नवंबर 2025', '2025-11-25'],
  ['ngày bốn tháng năm năm hai nghìn không trăm hai mươi sáu'],
  ['Ngày hai mươi lăm tháng mười một năm 2025', '2025-11-25'],
  ['fjärde maj tjugohundratjugosex'],
  ['den tjugofemte november 2025', '2025-11-25'],
  ['den fjerde maj 2026'],
  ['femogtyvende november 2025', '2025-11-25'],
  ['tjuefemte november totusenogtjuefem', '2025-11-25'],
  ['neljäs toukokuuta 2026'],
  ['2026. május negyedike'],
  ['kétezer-huszonhat május negyedikén'],
  ['patru mai două mii douăzeci și șase'],
  ['τέσσερις Μαΐου δύο χιλιάδες είκοσι έξι'],
  ['empat Mei dua ribu dua puluh enam'],
  ['dua puluh lima November 2025', '2025-11-25'],
  ['ארבעה במאי 2026'],
  ['הרביעי במאי אלפיים עשרים ושש'],
  ['چهارم مه ۲۰۲۶'],
  ['چهاردهم اردیبهشت ۱۴۰۵'],
  ['چار مئی 2026'],
  ['চার মে ২০২৬'],
  ['วันที่สี่ พฤษภาคม 2569'],
  ['четвърти май 2026 г.'],
  ['이천이십육년 오월 사일'],
  ['2026년 유월 십일', '2026-06-10'],
  ['二〇二六年五月四日'],
  ['二零二六年十一月三十日', '2026-11-30'],
  ['الرابع من رمضان 1447', '2026-02-21'],
];

describe.each([
  ['a feed', FEED],
  ['a page', PAGE],
])('a date in words, in %s', (_, context) => {
  test.each([...WRITTEN])('%s', (text, expected = '2026-05-04') => {
    expect(day(text, context)).toBe(expected);
  });
});

test('a time beside it counts', () => {
  expect(readDate('the fourth of May 2026, 14:05', PAGE)?.toISOString()).toBe('2026-05-04T14:05:00.000Z');
  expect(readDate('quatre mai 2026 à 14h05', FEED)?.toISOString()).toBe('2026-05-04T14:05:00.000Z');
});

test('on a page it may be among other words', () => {
  expect(day('Published on the fourth of May 2026 by the editors', PAGE)).toBe('2026-05-04');
  expect(day('Опубликовано четвёртого мая 2026 года в рубрике «Техника»', PAGE)).toBe('2026-05-04');
});

test.each([
  'from the second to the fourth of May 2026',
  'the first two weeks of May 2026',
  'a dozen of May 2026',
  'May the force be with you',
  'two thousand and twenty-six',
  'the fortieth of May 2026',
])('is no date: %s', (text) => {
  expect(day(text, PAGE)).toBeUndefined();
});

test.each([
  'الاثنين 30 تشرين الثاني/نوفمبر 2026',
  '30 تشرين الثاني (نوفمبر) 2026',
  '30 تشرين الثاني - نوفمبر 2026',
  'الاثنين 30 نوفمبر/تشرين الثاني 2026',
])('a month with both of its Arabic names is one month: %s', (text) => {
  expect(day(text, FEED)).toBe('2026-11-30');
  expect(day(`نُشر في ${text} - 10:12`, PAGE)).toBe('2026-11-30');
});
