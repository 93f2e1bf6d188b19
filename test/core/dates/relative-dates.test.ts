import { describe, expect, test } from 'vitest';
import { readDate } from '../../../src/core/dates/read-date.ts';

const NOW = new Date('2026-03-05T14:07:09Z');
const FEED = { source: 'feed', now: NOW } as const;
const SEOUL = { source: 'feed', now: NOW, zone: 'Asia/Seoul' } as const;

/** Each age in the sixteen languages: English, German, French … Korean. */
const AGES: readonly [expected: string, written: readonly string[]][] = [
  [
    '2026-03-05T12:07:09Z',
    [
      '2 hours ago', 'vor 2 Stunden', 'il y a 2 heures', 'hace 2 horas', '2 ore fa', 'há 2 horas', '2 uur geleden',
      '2 godziny temu', '2 saat önce', '2 часа назад', 'منذ ساعتين', '2 घंटे पहले', '2 giờ trước', '2小时前',
      '2 小時前', '2時間前', '2시간 전', '2h ago', '2 hrs ago', 'vor 2 Std.', 'il y a 2 h', '2 ч. назад', '2 godz. temu', 'two hours ago',
    ],
  ],
  [
    '2026-03-05T13:07:09Z',
    [
      'an hour ago', 'vor einer Stunde', 'il y a une heure', 'hace una hora', 'un’ora fa', 'há uma hora', 'een uur geleden',
      'godzinę temu', 'bir saat önce', 'час назад', 'منذ ساعة', 'एक घंटे पहले', 'một giờ trước', '一小时前', '1時間前',
      '한 시간 전', 'about 1 hour ago',
    ],
  ],
  ['2026-03-05T13:22:09Z', ['45 minutes ago', '45 minutes ago.', 'vor 45 Min.', 'il y a 45 min', '45分钟前', '45 分鐘前', '45分前', '45분 전', '45 мин. назад', 'قبل 45 دقيقة', '٤٥ دقيقة مضت'.replace('٤٥ دقيقة مضت', 'قبل ٤٥ دقيقة'), '45m ago']],
  ['2026-03-05T14:07:09Z', ['just now', 'gerade eben', 'à l’instant', 'ahora mismo', 'adesso', 'agora mesmo', 'zojuist', 'przed chwilą', 'az önce', 'только что', 'الآن', 'अभी', 'vừa xong', '刚刚', '剛剛', 'たった今', '방금 전']],
  ['2026-03-02T00:00:00Z', ['3 days ago', 'vor 3 Tagen', 'il y a 3 jours', 'hace 3 días', '3 giorni fa', 'há 3 dias', '3 dagen geleden', '3 dni temu', '3 gün önce', '3 дня назад', 'منذ 3 أيام', '3 दिन पहले', '3 ngày trước', '3天前', '3 天前', '3日前', '3일 전', '3 days 4 hours ago']],
  ['2026-03-04T00:00:00Z', ['yesterday', 'gestern', 'hier', 'ayer', 'ieri', 'ontem', 'gisteren', 'wczoraj', 'dün', 'вчера', 'أمس', 'कल', 'hôm qua', '昨天', '昨日', '어제', '1 day ago', 'a day ago']],
  ['2026-03-04T09:30:00Z', ['yesterday at 09:30', 'Yesterday, 9:30 am', 'gestern, 09:30 Uhr', 'hier à 9h30', 'ayer a las 9:30', 'ieri alle 9:30', 'ontem às 09h30', 'gisteren om 09:30', 'wczoraj o 9:30', 'dün 09:30', 'вчера в 09:30', 'hôm qua, 09:30', '昨天 09:30', '昨日 9時30分', '어제 오전 9시 30분', '昨天 上午9:30']],
  ['2026-03-05T00:00:00Z', ['today', 'heute', 'aujourd’hui', "aujourd'hui", 'hoy', 'oggi', 'hoje', 'vandaag', 'dzisiaj', 'bugün', 'сегодня', 'اليوم', 'आज', 'hôm nay', '今天', '今日', '오늘']],
  ['2026-03-03T00:00:00Z', ['vorgestern', 'avant-hier', 'anteayer', 'позавчера', '前天', '一昨日', '그저께']],
  ['2026-02-19T00:00:00Z', ['2 weeks ago', 'vor 2 Wochen', 'il y a 2 semaines', '2 недели назад', '2周前', '2週間前', '2주 전']],
  ['2025-05-05T00:00:00Z', ['10 months ago', 'vor 10 Monaten', 'il y a 10 mois', 'hace 10 meses', '10 maanden geleden', '10 ay önce', '10 месяцев назад', 'منذ 10 أشهر', '10 tháng trước', '10个月前', '10か月前', '10ヶ月前', '10개월 전']],
  ['2024-03-05T00:00:00Z', ['2 years ago', 'vor 2 Jahren', 'il y a 2 ans', '2 lata temu', '2 года назад', '2年前', '2년 전']],
]; // biome-ignore format: a table

describe('relative dates', () => {
  test.each(AGES)('%s', (expected, written) => {
    expect(Object.fromEntries(written.map((text) => [text, readDate(text, FEED)?.toISOString()]))).toEqual(
      Object.fromEntries(written.map((text) => [text, new Date(expected).toISOString()])),
    );
  });

  test.each([
    '2 hours', 'vor Gericht', '5 min read', '3 days', 'in 2 hours', 'tomorrow', 'founded 3 years ago', 'hier encore',
    '10 000 years ago', 'il y a 2', '今', 'now', '2', 'heute journal', 'USA Today', '-2 hours ago', '2 hours ago 3',
  ])('%s is none', (text) => {
    expect(readDate(text, FEED)).toBeUndefined();
  }); // biome-ignore format: a list

  test('an age in words is no date if the time of the fetch is unknown', () => {
    expect(readDate('2 hours ago', { source: 'feed' })).toBeUndefined();
  });

  test('“today” and “yesterday” are days in the publisher’s zone', () => {
    // In Seoul it is already 23:07, and then the sixth.
    expect(readDate('오늘 08:00', SEOUL)).toEqual(new Date('2026-03-04T23:00:00Z'));
    expect(readDate('어제', { ...SEOUL, now: new Date('2026-03-05T15:30:00Z') })).toEqual(
      new Date('2026-03-05'),
    );
  });
});
