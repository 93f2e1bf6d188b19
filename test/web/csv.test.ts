import { expect, test } from 'vitest';
import { csvField } from '../../src/web/csv.ts';

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u00a0=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
])('a spreadsheet reads %j as text', (text) => {
  expect(csvField(text)).toBe(`"'${text}"`);
});

test('other fields stay as they are, with quotes doubled', () => {
  expect(csvField('a "b", c')).toBe('"a ""b"", c"');
  expect(csvField('海关 = 1')).toBe('"海关 = 1"');
});
