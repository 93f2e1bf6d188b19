import { MAX_NAME } from './name-roles.ts';
import { isSummaryName } from './summary-name.ts';
import type { Block, Box } from './page-tree.ts';

/** What the label of a closed part says. */
const WORDS =
  /\b(?:ai|ki|llm|chatgpt)[- ](?:generated|assisted|generiert|erzeugt|erstellt|summary|overview|zusammenfassung)|(?:generated|summari[sz]ed|written|created) (?:by|with|using) (?:an? )?(?:ai\b|artificial intelligence|language model)|(?:mit|von|durch) (?:ki|künstlicher intelligenz) (?:erstellt|generiert|erzeugt|zusammengefasst)|(?:généré|résumé|rédigé)e? par (?:l[’']|une )?(?:ia\b|intelligence artificielle)|(?:generad|resumid|elaborad|gerad|resumid)[oa] (?:por|con|com) (?:la |a )?(?:ia\b|inteligencia artificial|inteligência artificial)|generat[oa] (?:da|dall[’'])\s?(?:ia\b|intelligenza artificiale)|gegenereerd door ai\b|wygenerowan[eya] przez (?:ai\b|sztuczną)|(?:создан|сгенерирован)[оаы]? (?:ии(?!\p{L})|искусственным|нейросетью)|yapay zek[aâ] (?:ile|tarafından)|AI ?(?:生成|要約|摘要|总结|總結|요약)|(?:生成|作成)AI|AI(?:が|による|로|가)\s?(?:生成|要約|作成|요약|생성)|(?:بواسطة|باستخدام) الذكاء الاصطناعي/iu;
/** Longer lines are not checked. Characters. */
const MAX_LINE = 120;

/** Words for a program that writes, and words for a summary. A label has one of each. */
const MACHINE =
  /(?<!\p{sc=Latin})(?:ai|ki|ia|ii|llm|gpt|chatgpt|gemini|copilot|language model|sprachmodell|modèle de langage|modelo de lenguaje|artificial intelligence|künstliche[rn]? intelligenz|intelligence artificielle|inteligencia artificial|inteligência artificial|intelligenza artificiale|kunstmatige intelligentie|sztuczn[^\s\d]{1,15} inteligencj[^\s\d]{1,15}|uměl[^\s\d]{1,15} inteligenc[^\s\d]{1,15}|artificiell intelligens|kunstig intelligens|tekoäly[^\s\d]{0,9}|yapay zek[^\s\d]{1,15}|trí tuệ nhân tạo|kecerdasan buatan)(?!\p{sc=Latin})|(?<!\p{L})(?:ии|ші)(?!\p{L})|нейросет|искусственн[^\s\d]{1,15} интеллект|штучн[^\s\d]{1,15} інтелект|人工知能|人工智能|人工智慧|인공지능|الذكاء الاصطناعي|ذكاء اصطناعي|एआई|कृत्रिम बुद्धि/iu;
const SUMMARY =
  /summar|overview|key (?:points|takeaways|facts)|highlights|in brief|tl;?dr|zusammenfass|zusammengefass|überblick|kurzfassung|das wichtigste|kernpunkte|résumé|résumée|en bref|l[’']essentiel|points clés|resum[eio]|claves|riassunt|sintesi|in breve|punti chiave|samenvat|samengevat|streszcz|podsumowan|w skrócie|shrnut|souhrn|zhrnut|sammanfatt|sammendrag|opsummer|oppsummer|yhteenveto|tiivistel|összefoglal|кратк|пересказ|резюме|саммари|главное|стисл|підсум|коротко|özet|ملخص|خلاصة|सारांश|संक्षेप|tóm tắt|ringkas|rangkum|要約|まとめ|要点|摘要|总结|總結|概要|速读|速覽|요약|핵심/iu;

/** Whether a closed part is a summary made by a program, by its name, its button, or its first or last line. */
export function isMachineSummary(box: Box, id: string | undefined, blocks: readonly Block[]): boolean {
  if (isNamedSummary(box, id)) return true;
  return [box.first - 1, box.first, box.end - 1].some((at) => {
    const text = blocks[at]?.text;
    return text !== undefined && text.length <= MAX_LINE && WORDS.test(text);
  });
}

/** Whether class or id say that a box holds such a summary. */
export function isNamedSummary(box: Box, id: string | undefined = box.id): boolean {
  if (box.isSummary) return true;
  return id !== undefined && id.length <= MAX_NAME && isSummaryName(id);
}

/** Whether a line says that a summary is made by a program: `AI summary`, `Zusammengefasst von KI`. */
export function isSummaryLabel(text: string): boolean {
  return text.length <= MAX_LINE && MACHINE.test(text) && SUMMARY.test(text);
}
