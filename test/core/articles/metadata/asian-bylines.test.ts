import { expect, test } from 'vitest';
import { asianAuthor, isAsianByline } from '../../../../src/core/articles/metadata/asian-bylines.ts';

test.each([
  ['佐々木亮記者', '佐々木亮'],
  ['文＝石田ゆう子', '石田ゆう子'],
  ['取材・文／岡本理沙　写真：西村悠', '岡本理沙'],
  ['文・写真　藤原蓮', '藤原蓮'],
  ['聞き手・三浦葵', '三浦葵'],
  ['（編集委員・原田慎一）', '原田慎一'],
  ['森下浩（社会部）', '森下浩'],
  ['文｜唐宁 编辑｜邓超', '唐宁'],
  ['■本报记者 何欣 上海报道', '何欣'],
  ['〔記者高子晴／台南報導〕', '高子晴'],
  ['中央社記者許雅婷東京28日電', '許雅婷'],
  ['來源：某報 作者：羅文', '羅文'],
  ['글 서지민', '서지민'],
  ['오현우 선임기자', '오현우'],
  ['लेखक: विकास जोशी', 'विकास जोशी'],
  ['द्वारा नेहा कपूर', 'नेहा कपूर'],
  ['প্রতিবেদক: তানভীর হাসান', 'তানভীর হাসান'],
  ['تحریر: سعدیہ اقبال', 'سعدیہ اقبال'],
  ['گزارش: نرگس صادقی', 'نرگس صادقی'],
  ['โดย ปกรณ์ ศรีสุข', 'ปกรณ์ ศรีสุข'],
  ['Tác giả: Phạm Thu Hà', 'Phạm Thu Hà'],
  ['Penulis: Dewi Lestari, Editor: Agus', 'Dewi Lestari'],
  ['Penulis: Dewi Ayu-Lestari - Tempo', 'Dewi Ayu-Lestari'],
  ['Tác giả: Phạm Thu-Hà–Hà Nội', 'Phạm Thu-Hà'],
])('%s is by %s', (line, name) => {
  expect(asianAuthor(line)).toBe(name);
});

test.each([
  '編集部',
  'デジタル編集部 2026年11月28日',
  '【東京】',
  '编辑：马丽',
  '편집국',
  'नेशनल डेस्क, नई दिल्ली',
  'নিজস্ব প্রতিবেদক',
  'กองบรรณาธิการ',
  'Tim Redaksi',
  '記者会見で社長が語った',
  '记者从海关获悉，一批芯片被查获',
  'Oleh karena itu pemerintah menunda aturan',
  'Bài học từ vụ việc này',
  'Laporan: penjualan cip turun tajam',
])('no person is named in %s', (line) => {
  expect(asianAuthor(line)).toBeUndefined();
});

test('a sentence that names a reporter is no byline', () => {
  expect(isAsianByline('新华社北京11月28日电（记者许诺）海关查获芯片。')).toBe(false);
  expect(isAsianByline('记者：许诺')).toBe(true);
});
