import type { Evidence } from './evidence.ts';
import { hanMisfit } from './han.ts';

/** What is weighed: Chinese by orthography, since the choice between them is the same kind of question. */
export type EastAsian = 'zh-Hans' | 'zh-Hant' | 'jpn' | 'kor';

const CHARACTER_NATS = 1.5;
const WORD_NATS = 1;
const MOST_WORDS = 6;

/**
 * Words in Han characters alone that one of the languages does not have. Needed for headlines without kana;
 * characters common to all three (半, 出, 中, 車 …) decide nothing.
 */
const JAPANESE_WORDS =
  /米国|米中|米政府|米企業|米大統領|対中|対米|中国製|日本製|国産化|輸出|輸入|規制|半導体|発表|開発|検討|導入|販売|発売|製造|株価|東証|首相|決算|速報|会見|大手|人気|無料|今年|来年|昨年|前年|年度|億円|兆円|万円|税関|摘発|押収|経済|産業|省庁|経産省|財務省|工場|量産|稼働|買収|提携|支援|補助金|見通|取引|通信|電池|自動車|運転|対策|対象|選手|監督/gu;
const CHINESE_WORDS =
  /[的了是在这這那们們也就都吗嗎呢吧把让讓向被从從与與将將该該其已并並仍或但后對对为為于於及称稱获獲]|出口|进口|進口|芯片|晶片|美国|美國|海关|海關|公司|企业|管制|国产|國產|宣布|曝光|推出|发布|發布|亿美元|億美元|亿元|億元|不是|没有|沒有|可以|我们|我們|什么|什麼|怎么|怎麼|如何|为何|為何|首款|首次|正式|全球|最新|今日|目前|自主|替代|半导体|半導體/gu;
const CHINESE_COMMA = /[，；：“”]/gu;

/** Weighs a text that is mostly in Han characters, kana or Hangul; nats for each of the four. */
export function weighEastAsian(text: string, kana: number, hangul: number): Evidence {
  const misfit = hanMisfit(text);
  const japanese = count(text, JAPANESE_WORDS) * WORD_NATS;
  const chinese = count(text, CHINESE_WORDS) * WORD_NATS + Math.min(3, count(text, CHINESE_COMMA)) * 0.5;
  // A lone の is fashionable in Chinese brand names.
  const foreignKana = kana === 1 && text.includes('の') ? 0.3 : kana;
  const notChinese = CHARACTER_NATS * (foreignKana + hangul) + japanese * 0.5;
  return new Map<EastAsian, number>([
    ['zh-Hans', chinese - notChinese - CHARACTER_NATS * misfit.simplified + 0.5],
    ['zh-Hant', chinese - notChinese - CHARACTER_NATS * misfit.traditional],
    ['jpn', japanese + 0.5 * foreignKana - CHARACTER_NATS * (misfit.japanese + hangul) - 0.5 * chinese],
    // Korean headlines write 美, 中 and 日 in Han; whole words in it are rare since the 1990s.
    ['kor', CHARACTER_NATS * (hangul - kana) - 0.7 * hanCount(text)],
  ]) as Evidence;
}

function count(text: string, pattern: RegExp): number {
  return Math.min(MOST_WORDS, text.match(pattern)?.length ?? 0);
}

function hanCount(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}
