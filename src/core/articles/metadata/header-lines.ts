import { FirstTest } from '../../matching/first-test.ts';
import { linkDensity } from '../body/block-value.ts';
import type { Block, Box, PageTree } from '../page/page-tree.ts';
import { titleLines } from '../body/title-lines.ts';
import { isPageFoot } from '../page/page-foot.ts';
import { asianAuthors } from './asian-bylines.ts';
import { splitByline } from './authors.ts';
import { bracketedAuthors } from './bracketed-byline.ts';
import type { PageContext } from '../../dates/date-context.ts';
import { readAge, readDate } from '../../dates/read-date.ts';
import { personsAfterPosition } from './position-byline.ts';
import { isTeaserTime } from './teaser-time.ts';

/** How many lines before and after the headline may hold date and byline. */
const LINES_BEFORE = 4;
const LINES_AFTER = 12;
/** A line of more letters is a sentence. */
const MAX_LINE = 160;

/** The short lines around the headline, where a page without metadata prints its date and byline. */
export function headerLines(tree: PageTree, body: Box, title: string): string[] {
  const titles = titleLines(tree, title);
  let at = -1;
  const last = titles.size === 0 ? 0 : Math.min(tree.blocks.length, body.first + LINES_AFTER);
  for (let i = last - 1; i >= 0 && at < 0; i--) if (titles.has(tree.blocks[i]!)) at = i;
  const from = at < 0 ? Math.max(0, body.first - LINES_BEFORE) : Math.max(0, at - LINES_BEFORE);
  const to = Math.min(tree.blocks.length, (at < 0 ? body.first : at) + LINES_AFTER);
  const lines: string[] = [];
  for (let i = from; i < to; i++) {
    const block = tree.blocks[i]!;
    if (i > at && isSentence(block)) break;
    // On a short page the foot is within reach. A date there is not the article's.
    if (i > at && isPageFoot(block.box)) break;
    if (i < at && isTeaserTime(tree, i, titles)) continue;
    if (block.text.length <= MAX_LINE) lines.push(...block.text.split('\n'));
  }
  return lines;
}

function isSentence(block: Block): boolean {
  return block.weight > MAX_LINE && linkDensity(block) < 0.3;
}

/** Words before the date of a change, at the beginning of a line. */
const CHANGED =
  /^\W{0,3}(?:(?:last |most recently )?(?:updated?|modified|revised|edited|changed)|(?:zuletzt )?(?:aktualisiert|geändert|bearbeitet)|stand|mis à jour|modifié|(?:última )?actualiza|actualizado|modificado|(?:ultimo )?aggiorna|aggiornato|modificato|atualizad|última atualização|bijgewerkt|gewijzigd|laatst|uppdatera|senast|opdateret|oppdatert|sist|päivitetty|zaktualizowan|aktualizacja|ostatnia|aktualizov|upraven|обновлен|изменен|оновлен|змінен|güncelle|son güncelle|تحديث|آخر تحديث|تم التحديث|最終更新|更新|수정|업데이트|最后更新|最後更新)/iu;
/** Words before the date of publication. */
const PUBLISHED =
  /(?<!\p{L})(?:(?:first )?published|posted|created|veröffentlicht|erstveröffentlich|erschienen|publié|paru|publicad|pubblicat|gepubliceerd|geplaatst|publicera|publisere|publicere|julkaistu|opublikowan|publikac|publikován|zveřejněn|vydáno|опубликован|опубліковано|yayın(?:lan|land|lanma|tarih)|نُ?شر|تاريخ النشر)|公開|配信|掲載|发布|發布|发表|입력|등록/iu;

/** A first test of all lines, because the pattern is a long list of words. */
const FIRST = new FirstTest([CHANGED]);

function isChanged(line: string): boolean {
  return FIRST.of(line) !== 0 && CHANGED.test(line);
}

/** Whether a line says when the article was changed, and not when it was published. */
export function isOfChange(line: string): boolean {
  return isChanged(line) && !PUBLISHED.test(line);
}

/** The first date in lines that do not say they are about a change. In a line that has both, the one published. */
export function dateInLines(lines: readonly string[], context: PageContext): Date | undefined {
  for (const line of lines) {
    const at = isChanged(line) ? (PUBLISHED.exec(line)?.index ?? -1) : 0;
    if (at < 0) continue;
    const date = readDate(line.slice(at), context);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** The longest beginning of a text that can be its dateline. */
const MAX_DATELINE = 90;
const AFTER_DATELINE = /\s[–—-]{1,2}\s|\s?[–—]\s|:\s|\)\s|／|】/u;

/** The date at the beginning of a text: `Berlin, 4 March 2026 – The firm …`, `(04.03.2026) …`. */
export function dateOfDateline(text: string, context: PageContext): Date | undefined {
  const start = text.slice(0, MAX_DATELINE).split('\n', 1)[0]!;
  const end = AFTER_DATELINE.exec(start)?.index ?? -1;
  // A sentence before it tells of a date.
  if (end < 0 || /[^\s\d.]{4,}[.!?]\s/.test(start.slice(0, end))) return undefined;
  const date = readDate(start.slice(0, end), context);
  return date === undefined || /\d{4}/.test(start.slice(0, end)) ? date : undefined;
}

/** What separates the parts of a line. `LABEL` is what may precede an age: `Published:`. */
const PARTS = /\s*[|·•–—/]\s*|\s-\s|\s{2,}/u;
const LABEL = /^[^\d:]{0,30}:\s*/u;
const FIRST_WORD = /^[^\s\d]+\s+/u;

/** A day of this year as Japanese sites print it: `11/30(月) 10:12 配信`. */
const JAPANESE_DAY = /(?<![\d/.])(\d{1,2})\/(\d{1,2}) ?[(（][月火水木金土日][)）] ?/u;
const BROADCAST = /\s?(?:配信|公開|掲載)$/u;

/**
 * The first age (`2 hours ago`) or day (`yesterday, 14:07`) that is a whole part of a line, or follows a word such as
 * `Published` in its part.
 */
export function ageInLines(lines: readonly string[], context: PageContext): Date | undefined {
  const withoutAges = { ...context, now: undefined };
  for (const line of lines) {
    if (isOfChange(line)) continue;
    const parts = line.replace(JAPANESE_DAY, '$1月$2日 ').replace(BROADCAST, '').split(PARTS);
    for (const part of new Set([...parts, ...parts.flatMap((one) => one.split(/,\s*/))])) {
      const said = (PUBLISHED.test(part) ? part.replace(FIRST_WORD, '') : part).replace(LABEL, '');
      const date = (said === part ? undefined : readDate(said, context)) ?? readAge(part, context);
      // A part with a whole date is one end of a range, because the line itself was read before.
      if (date !== undefined && readDate(part, withoutAges) === undefined) return date;
    }
  }
  return undefined;
}

/** Between names, or before the last of several. */
const AND = /\s(?:and|und|et|y|e|og|och|en|i|a|ja|ve|и|та|և|és|și|και|sowie|&)\s/iu;
const A_PERSON =
  /^\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Lu}[\p{L}.'’-]*|von|van|de|der|den|al|bin|di|da|dos|la|le|el)){1,4}$/u;
const PICTURED = /foto|photo|bild|image|illustrat|zdjęci|фото|traduc|translat|übersetz/i;

/** Names that a byline has beside the known authors: `By Ada Rivers and Tom Field`, where only the first is a link. */
export function furtherAuthors(lines: readonly string[], authors: readonly string[]): string[] {
  for (const line of lines) {
    if (!AND.test(line) || PICTURED.test(line) || !authors.every((name) => line.includes(name))) continue;
    if (!WESTERN.test(line)) continue;
    const names = splitByline(line.replace(/\s*[|·•–—].*$/, ''));
    if (names.every((name) => A_PERSON.test(name))) return names.filter((name) => !authors.includes(name));
  }
  return [];
}

const WESTERN =
  /^(?:by|von|par|por|di|door|av|af|przez|text|autor(?:in)?|author|auteur)\s*:?\s+(\p{Lu}.{2,80})$/iu;
/** A word for the author, a colon, and names: the languages in which no word such as `by` stands there. */
const LABELLED =
  /^(?:text[oe]?|autor(?:in|ka|a|ica|as|ė|s)?|autorius|autore|auteure?|tekst|författare|forfatter|kirjoittaja|teksti|höfundur|szerző|írta|автор(?:ка|ы)?|текст|yazan|haber|yazar|müəllif|συντ[άα]κτ\S{1,4}|κείμενο|γράφ(?:ει|ουν)|tác giả|penulis|oleh|mwandishi|piše|pripremi(?:o|la)|shkruar nga|लेखक|প্রতিবেদক|লেখক|מאת|ผู้เขียน|เขียนโดย|نویسنده|ავტორი|հեղինակ)\s?[:：]\s*(\p{L}.{2,80})$/iu;
const LABELLED_NAME = /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*(?:\s[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*){1,3}$/u;
const EMBEDDED = /\s(?:par|by|von|por)\s+(\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,3})\s*$/u;
const HAN_BEFORE_DATE = /^([\p{Script=Han}]{2,4})\s*(?=\d{4}[年/-])/u;
const ARABIC = /(?:بقلم|كتب|كتبت|إعداد)\s*[:：]?\s*(\p{Script=Arabic}+(?:\s\p{Script=Arabic}+){1,3})/u;

/** Names in lines that begin like bylines (`Von …`, `記者…`, `… 기자`). */
export function authorsInLines(lines: readonly string[]): string[] {
  for (const line of lines) {
    const persons = personsAfterPosition(line.replace(/\s*[|·•–—].*$/, ''));
    if (persons.length > 0) return persons;
    const western = WESTERN.exec(line.replace(/\s*[|·•–—].*$/, ''));
    if (western !== null)
      return splitByline(western[1]!).filter((name) => /^\p{Lu}/u.test(name) && name.length < 50);
    const labelled = LABELLED.exec(line.replace(/\s*[|·•–—].*$/, ''));
    const labelledNames = splitByline(labelled?.[1] ?? '').filter((name) => LABELLED_NAME.test(name));
    if (labelledNames.length > 0) return labelledNames;
    const asian = asianAuthors(line);
    if (asian.length > 0) return asian;
    const name = HAN_BEFORE_DATE.exec(line) ?? ARABIC.exec(line) ?? EMBEDDED.exec(line);
    if (name !== null) return [name[1]!];
  }
  for (const line of lines) {
    const names = bracketedAuthors(line);
    if (names.length > 0) return names;
  }
  return [];
}
