import { describe, expect, test } from 'vitest';
import { detectGap, type KeyedEntry } from '../../../src/core/scheduling/detect-gap.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 4, hour));
const item = (id: string, hour?: number, link = `https://news.example/${id}`): KeyedEntry => ({
  keys: [id, link],
  published: hour === undefined ? undefined : at(hour),
});
const KNOWN = [item('c', 9), item('b', 8), item('a', 7)];

describe('a gap', () => {
  test.each<[string, KeyedEntry[], KeyedEntry[]]>([
    ['is none at the first poll', [], [item('x', 10)]],
    ['is none in an empty feed', KNOWN, []],
    ['is none while the newest known is there', KNOWN, [item('d', 10), item('c', 9)]],
    ['is none where the newest known was withdrawn', KNOWN, [item('d', 10), item('b', 8)]],
    [
      'is none where ids changed and links did not',
      KNOWN,
      [item('d', 10), item('c2', 9, 'https://news.example/c')],
    ],
    [
      'is none where links changed and ids did not',
      KNOWN,
      [item('d', 10), item('c', 9, 'https://news.example/new')],
    ],
    ['is none in a feed that was cut back to older items', KNOWN, [item('z', 3), item('y', 2)]],
    ['is none where nothing changed', KNOWN, KNOWN],
  ])('%s', (_, known, window) => {
    expect(detectGap(known, window)).toBeUndefined();
  });

  test('is found when the feed has only new items', () => {
    expect(detectGap(KNOWN, [item('f', 12), item('e', 11)])).toEqual({ from: at(9), to: at(11) });
  });

  test('is found in spite of an old entry that is pinned', () => {
    expect(detectGap(KNOWN, [item('pinned', 1), item('f', 12), item('e', 11)])).toEqual({
      from: at(9),
      to: at(11),
    });
  });

  test('is found without dates, too', () => {
    expect(detectGap([item('a')], [item('x'), item('y')])).toEqual({ from: undefined, to: undefined });
  });
});
