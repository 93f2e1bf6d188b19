import type { LanguageEvidence } from './evidence.ts';
import { hanMisfit } from './han.ts';

/** The candidates. Chinese is split by orthography, because the two are decided in the same way. */
type EastAsian = 'zh-Hans' | 'zh-Hant' | 'jpn' | 'kor';

const CHARACTER_NATS = 1.5;
const WORD_NATS = 1;
const MOST_WORDS = 6;

/**
 * Words in Han characters that only one of the languages has, for headlines without kana. Characters common to all
 * three (半, 出, 中, 車 …) decide nothing.
 */
const JAPANESE_WORDS =
  /米国|米中|米政府|米企業|米大統領|対中|対米|中国製|日本製|国産|輸出|規制|半導体|発表|開発|検討|販売|発売|株価|東証|会見|大手|人気|無料|昨年|前年|億円|兆円|万円|税関|摘発|押収|経済|産業|省庁|経産省|財務省|工場|量産|稼働|買収|提携|見通|取引|自動車|運転|対策|対象|予算|閣議|国会|与党|野党|選挙|大統領|会社|円安|円高|増収|減益|反落|続伸|急落|猛暑|合意|新製品|時価総額|再編|向け|初の/gu;
const CHINESE_WORDS =
  /[的了是在这這那们們也就都吗嗎呢吧把让讓向被从從与與将將该該其已并並仍或但后對对为為于於及称稱获獲]|出口|进口|進口|芯片|晶片|美国|美國|海关|海關|公司|企业|管制|国产|國產|宣布|曝光|推出|发布|發布|亿美元|億美元|亿元|億元|不是|没有|沒有|可以|我们|我們|什么|什麼|怎么|怎麼|如何|为何|為何|首款|首次|正式|全球|最新|今日|目前|自主|替代|半导体|半導體|涨停|漲停|收涨|收跌|净利|淨利|召回|访华|訪中|厂商|廠商|国足|铁路|鐵路|预警|預警/gu;
/** Words of Taiwan and Hong Kong whose characters are the same in both orthographies. */
const TRADITIONAL_WORDS = /台股|收黑|台北|台中|台南|立委|中央社/gu;
const CHINESE_COMMA = /[，；：“”]/gu;

/** Evidence for a text that is mostly Han characters, kana or Hangul; nats for each candidate. */
export function weighEastAsian(text: string, kana: number, hangul: number): LanguageEvidence {
  const misfit = hanMisfit(text);
  const japanese = count(text, JAPANESE_WORDS) * WORD_NATS;
  const chinese = count(text, CHINESE_WORDS) * WORD_NATS + Math.min(3, count(text, CHINESE_COMMA)) * 0.5;
  // Chinese brand names may contain a single の; the rest of such a text has characters that Japanese lacks.
  const foreignKana = kana === 1 && text.includes('の') && misfit.japanese > 0 ? 0.3 : kana;
  const notChinese = CHARACTER_NATS * (foreignKana + hangul) + japanese * 0.5;
  return new Map<EastAsian, number>([
    ['zh-Hans', chinese - notChinese - CHARACTER_NATS * misfit.simplified + 0.5],
    [
      'zh-Hant',
      chinese - notChinese - CHARACTER_NATS * misfit.traditional + count(text, TRADITIONAL_WORDS) * WORD_NATS,
    ],
    ['jpn', japanese + 0.5 * foreignKana - CHARACTER_NATS * (misfit.japanese + hangul) - 0.5 * chinese],
    // Korean headlines write 美, 中 and 日 in Han. Whole words in Han are rare since the 1990s.
    ['kor', CHARACTER_NATS * (hangul - kana) - 0.7 * hanCount(text)],
  ]) as LanguageEvidence;
}

function count(text: string, pattern: RegExp): number {
  return Math.min(MOST_WORDS, text.match(pattern)?.length ?? 0);
}

function hanCount(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}
