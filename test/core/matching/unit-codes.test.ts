import { expect, test } from 'vitest';
import { codeOf, packUnitCodes } from '../../../src/core/matching/unit-codes.ts';

const NUMBERS: readonly (readonly [name: string, of: (unit: number) => number])[] = [
  ['no unit', () => 0],
  ['every unit', (unit) => (unit * 40_503) & 0xffff],
  ['a few units', (unit) => (unit % 4_099 === 7 ? unit : 0)],
  ['the first and the last unit', (unit) => (unit === 0 || unit === 0xffff ? 9 : 0)],
];

test.each(NUMBERS)('packed numbers of %s are as they were', (_, of) => {
  const codes = Uint16Array.from({ length: 0x10000 }, (_, unit) => of(unit));
  const packed = packUnitCodes(codes);
  expect(Uint16Array.from(codes, (_, unit) => codeOf(packed, unit))).toEqual(codes);
});

test('units without a number take hardly any room', () => {
  const codes = new Uint16Array(0x10000).fill(3, 0x400, 0x480);
  const { blocks, codes: packed } = packUnitCodes(codes);
  expect(blocks.byteLength + packed.byteLength).toBeLessThan(3_000);
});
