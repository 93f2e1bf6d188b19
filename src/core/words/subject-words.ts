import { commonTerms } from './common-terms.ts';
import { contentWords, STEM } from './content-words.ts';
import { foldWords } from './fold-words.ts';
import type { Share } from './shared-words.ts';

/**
 * Words for chips, their makers, customs and trade, also in languages for which no common terms of stories are counted.
 * Two reports on our subjects share them although they report different events.
 */
const SUBJECT: readonly string[] = [
  'chips semiconductors processors accelerators customs exports imports licences company ministry',
  'Chips Halbleiter Prozessoren Zoll Ausfuhr Einfuhr Export Import Unternehmen Hersteller',
  'puces semi-conducteurs processeurs douane exportation importation entreprise fabricant',
  '芯片 半导体 处理器 海关 出口 进口 公司 企业 晶片 半導體 海關 出口 進口',
  '半導体 チップ 税関 輸出 輸入 工場 企業',
  '반도체 프로세서 세관 관세청 수출 수입 공장 양산 기업',
  'чип чипы микросхемы полупроводники процессоры таможня таможенники экспорт импорт санкции компания производство',
  'чипи мікросхеми напівпровідники процесори митниця митники експорт імпорт санкції компанія виробництво',
  'układy scalone półprzewodniki chipy procesory celnicy celny eksport import firma produkcja zakaz',
  'čipy polovodiče procesory celníci celní vývoz dovoz firma výroba',
  'halvledare halvledere kretsar chip tullen toldvesenet processorer export import företag',
  'halfgeleiders chips processors douane uitvoer invoer bedrijf ministerie',
  'semiconduttori microchip processori dogana doganieri esportazione importazione azienda governo',
  'semicondutores semiconductores chips microchips processadores procesadores alfândega aduana receita exportação exportación importação importación governo gobierno empresa compañía',
  'yarı iletken çip çipler işlemci işlemcisi gümrük ihracat ithalat şirket bakanlığı',
  'semikonduktor chip prosesor cukai petugas ekspor impor perusahaan pabrik pemerintah',
  'puolijohde puolijohteet siru sirut prosessori tulli vienti tuonti',
  'الرقائق رقائق أشباه الموصلات معالجات الجمارك جمارك تصدير استيراد شركة',
  'चिप सेमीकंडक्टर प्रोसेसर सीमा शुल्क निर्यात आयात कंपनी सरकार',
  'bán dẫn; vi xử lý; hải quan; xuất khẩu; nhập khẩu; công ty; nhà máy; sản xuất',
];
/** How much such a word counts; the same as a term that a twentieth of a language's reports have. */
const COMMON = 0.4;

/** The weights of common words by their stems. Made when first needed, because most pages are under the entry's headline. */
let weights: ReadonlyMap<string, number> | undefined;

function commonWords(): ReadonlyMap<string, number> {
  const common = new Map<string, number>();
  const add = (word: string, weight: number) =>
    void common.set(word, Math.min(weight, common.get(word) ?? 1));
  for (const [term, rarity] of commonTerms) add(foldWords(term).slice(0, STEM), rarity);
  for (const words of SUBJECT) for (const word of contentWords(words)) add(word, COMMON);
  return common;
}

/** How many of `words` are among `found`, where words that most reports on our subjects have count for less. */
export function weighedShare(words: ReadonlySet<string>, found: ReadonlySet<string>): Share {
  weights ??= commonWords();
  let [matched, of] = [0, 0];
  for (const word of words) {
    const weight = weights.get(word) ?? 1;
    of += weight;
    if (found.has(word)) matched += weight;
  }
  return { matched, of };
}
