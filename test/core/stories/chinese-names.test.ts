import { describe, expect, test } from 'vitest';
import { chineseNamesIn } from '../../../src/core/stories/chinese-names.ts';
import { readText } from '../../../src/core/stories/words.ts';

const keys = (text: string) => chineseNamesIn(readText(text).words).map(([key]) => key);

describe('names in Chinese characters', () => {
  test.each([
    ['an age', '被告为林志豪（39岁）和郑国强（44岁）。', ['py:linzhihao', 'py:zhengguoqiang']],
    ['an act', '魏兆伦获准保释，云国杰继续还押。', ['py:weizhaolun']],
    ['an office', '轮值董事长徐直军17日在深圳亮相', ['py:xuzhijun']],
    ['traditional characters', '執行長陳立武說，訂單已恢復。', ['py:chenliwu']],
    ['a surname of two characters', '欧阳国强表示不满', ['py:ouyangguoqiang']],
    ['a word that joins two names', '于国杰（42岁）和李明（52岁）被控', ['py:yuguojie', 'py:liming']],
  ])('beside %s', (_, text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  test.each([
    '高通表示订单已恢复',
    '商务部称将审查',
    '华为表示',
    '分析人士指出',
    '双方表示',
    '白宫称',
    '时任部长出席',
  ])('none in %s', (text) => {
    expect(keys(text)).toEqual([]);
  });
});

describe('names as the Mandarin reading writes them', () => {
  test.each([
    ['Alan Wei Zhaolun, 50, was charged.', 'py:weizhaolun'],
    ['Nach Angaben von Li Ming fehlen Papiere.', 'py:liming'],
    ['La juge a entendu Zheng Guoqiang mardi.', 'py:zhengguoqiang'],
  ])('%s', (text, expected) => {
    expect(keys(text)).toContain(expected);
  });

  test.each(['The Commerce Department said so.', 'Long Beach, Can Tho and Sun Valley', 'he ran to li ming'])(
    'none in %s',
    (text) => {
      expect(keys(text)).toEqual([]);
    },
  );
});
