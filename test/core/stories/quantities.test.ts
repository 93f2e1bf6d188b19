import { describe, expect, test } from 'vitest';
import { quantityAgreement } from '../../../src/core/stories/compare-quantities.ts';
import { parseNumber, quantitiesIn } from '../../../src/core/stories/quantities.ts';
import { readText } from '../../../src/core/stories/words.ts';

const found = (text: string, language = 'eng') => quantitiesIn(readText(text).folded, language);

describe('quantities', () => {
  test.each([
    ['eng', 'worth $160 million', 160e6, 'USD'],
    ['eng', 'a €1.3bn fund', 1.3e9, 'EUR'],
    ['eng', 'NT$989.9 billion', 989.9e9, 'TWD'],
    ['eng', 'about 12 billion won', 12e9, 'KRW'],
    ['eng', 'US$390 million', 390e6, 'USD'],
    ['fra', '160 millions de dollars', 160e6, 'USD'],
    ['fra', 'près de 1,5 milliard d’euros', 1.5e9, 'EUR'],
    ['deu', '1,5 Milliarden Dollar', 1.5e9, 'USD'],
    ['deu', '8,9 Billionen Won', 8.9e12, 'KRW'],
    ['spa', '3,9 millones de dólares', 3.9e6, 'USD'],
    ['spa', '2.600 millones de euros', 2.6e9, 'EUR'],
    ['ita', '1,3 miliardi di euro', 1.3e9, 'EUR'],
    ['por', 'R$ 9 milhões', 9e6, 'BRL'],
    ['rus', '94 млн рублей', 94e6, 'RUB'],
    ['rus', '2,6 млрд долларов', 2.6e9, 'USD'],
    ['cmn', '1.6亿美元', 160e6, 'USD'],
    ['cmn', '3億9000萬美元', 390e6, 'USD'],
    ['cmn', '新台幣3,309億8千萬元', 330.98e9, 'TWD'],
    ['cmn', '17.27亿元', 1.727e9, 'CNY'],
    ['jpn', '10億ドル', 1e9, 'USD'],
    ['jpn', '1兆5000億円', 1.5e12, 'JPY'],
    ['kor', '120억원', 12e9, 'KRW'],
    ['kor', '11조3834억원', 11.3834e12, 'KRW'],
    ['kor', '390억달러', 39e9, 'USD'],
    ['pol', '1,1 mln zł', 1.1e6, 'PLN'],
    ['pol', '22 tysiące złotych', 22e3, 'PLN'],
    ['tur', '60 milyon lira', 60e6, 'TRY'],
    ['arb', 'قيمتها 60 مليون ليرة', 60e6, 'TRY'],
    ['arb', '15 ألف دولار', 15e3, 'USD'],
    ['hin', '2 करोड़ रुपये', 20e6, 'INR'],
    ['zlm', 'bernilai RM95 juta', 95e6, 'MYR'],
    ['ind', 'senilai 3 miliar rupiah', 3e9, 'IDR'],
    ['vie', '3 triệu đồng', 3e6, 'VND'],
    ['ukr', '3 мільйони гривень', 3e6, 'UAH'],
  ])('%s: %s', (language, text, value, unit) => {
    const [first] = found(text, language);
    expect(first?.unit).toBe(unit);
    expect(first?.value).toBeCloseTo(value, -3);
  });

  test.each([
    ['up 31.4 percent', 31.4, '%'],
    ['un plus de 25 pour cent', 25, '%'],
    ['同比增长1332.52%', 1332.52, '%'],
    ['a 28-nanometre process', 28, 'nm'],
    ['メモリー96GB', 96, 'GB'],
    ['six gigawatts, then 10 GW', 10, 'GW'],
    ['306 memory modules', 306, 'n'],
    ['1,234 customers', 1234, 'n'],
    ['a magnitude of 5.9', 5.9, 'x'],
  ])('%s', (text, value, unit) => {
    expect(found(text)).toContainEqual({ value, unit });
  });

  test.each([
    ['eng', '512 AI accelerator cards', 512, 'chips'],
    ['eng', '1,760 of the same processors', 1760, 'chips'],
    ['cmn', '2万顆', 20_000, 'chips'],
    ['cmn', '640名员工放假', 640, 'persons'],
    ['jpn', 'サーバー88台', 88, 'machines'],
    ['kor', '1만2000명 참여', 12_000, 'persons'],
    ['deu', '14 Kisten mit Bauteilen', 14, 'boxes'],
    ['fra', '340 salariés', 340, 'persons'],
    ['rus', '430 видеокарт', 430, 'chips'],
    ['spa', '88 servidores con aceleradores', 88, 'machines'],
    ['cmn', '11家中国公司', 11, 'companies'],
    ['deu', '1.900 nicht angemeldete Grafikchips', 1900, 'chips'],
    ['kor', '그래픽카드 1500장', 1500, 'chips'],
    ['jpn', 'メモリー2600個', 2600, 'pieces'],
    ['cmn', '存储芯片8400枚', 8400, 'pieces'],
  ])('%s: what is counted in %s', (language, text, value, of) => {
    expect(found(text, language)).toContainEqual({ value, unit: 'n', of });
  });

  test('other things counted, and the same in another measure', () => {
    const count = (value: number, of: string) => ({ value, unit: 'n', of });
    expect(quantityAgreement(count(88, 'machines'), count(88, 'boxes'))).toBe(0.5);
    expect(quantityAgreement(count(88, 'machines'), count(87, 'boxes'))).toBe(0);
    expect(quantityAgreement({ value: 2, unit: 't' }, { value: 2000, unit: 'kg' })).toBeGreaterThan(0);
    expect(quantityAgreement({ value: 2, unit: 't' }, { value: 3000, unit: 'kg' })).toBe(0);
  });

  test.each([
    'in 2025',
    '38歲男子',
    '38-летний житель',
    'ein 38-Jähriger',
    'on 14 November',
    'at 17:47',
    '10月9日',
    '46 years old',
    'the H100',
    `${'9'.repeat(400)} dollars`,
    '3 men',
    'le 29 septembre',
  ])('no quantity in %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1.234', 1234],
    ['1.23', 1.23],
    ['0,125', 0.125],
    ['20 000', 20_000],
    ["1'600'000", 1_600_000],
  ])('%s is %d', (digits, value) => {
    expect(parseNumber(digits)).toBe(value);
  });

  test('rounded and converted figures agree, others do not', () => {
    const usd = (value: number) => ({ value, unit: 'USD' });
    expect(quantityAgreement(usd(160e6), usd(160e6))).toBe(1);
    expect(quantityAgreement(usd(1.73e9), usd(1.7e9))).toBe(0.7);
    expect(quantityAgreement(usd(5.63e9), usd(5.6e9))).toBe(0.7);
    expect(quantityAgreement(usd(394.9e6), usd(400e6))).toBe(0.7);
    expect(quantityAgreement(usd(387.8e6), usd(394.9e6))).toBe(0);
    expect(quantityAgreement(usd(5.6e9), usd(5.7e9))).toBe(0);
    expect(quantityAgreement(usd(1e9), { value: 7.1e9, unit: 'CNY' })).toBe(0.5);
    expect(quantityAgreement(usd(160e6), usd(390e6))).toBe(0);
    expect(quantityAgreement({ value: 28, unit: 'nm' }, { value: 28, unit: '%' })).toBe(0);
    expect(quantityAgreement({ value: 7, unit: 'nm' }, { value: 7.2, unit: 'nm' })).toBe(0);
  });
});
