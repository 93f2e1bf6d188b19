import { linkDensity } from '../body/block-value.ts';
import type { Block, Box, PageTree } from '../page/page-tree.ts';
import { titleLines } from '../body/title-lines.ts';
import { splitByline } from './authors.ts';
import type { PageContext } from '../../dates/date-context.ts';
import { readDate } from '../../dates/read-date.ts';

/** How many lines before and after the headline may hold date and byline. */
const LINES_BEFORE = 4;
const LINES_AFTER = 12;
/** A line of more letters is a sentence. */
const MAX_LINE = 160;

/** The short lines around the headline, where a page without metadata prints its date and byline. */
export function headerLines(tree: PageTree, body: Box, title: string): string[] {
  const titles = titleLines(tree, title);
  let at = -1;
  for (let i = 0; i < tree.blocks.length && i < body.first + LINES_AFTER; i++) {
    if (titles.has(tree.blocks[i]!)) at = i;
  }
  const from = at < 0 ? Math.max(0, body.first - LINES_BEFORE) : Math.max(0, at - LINES_BEFORE);
  const to = Math.min(tree.blocks.length, (at < 0 ? body.first : at) + LINES_AFTER);
  const lines: string[] = [];
  for (let i = from; i < to; i++) {
    const block = tree.blocks[i]!;
    if (i > at && isSentence(block)) break;
    if (block.text.length <= MAX_LINE) lines.push(...block.text.split('\n'));
  }
  return lines;
}

function isSentence(block: Block): boolean {
  return block.weight > MAX_LINE && linkDensity(block) < 0.3;
}

/** The first date in lines that do not say they are about a change. */
export function dateInLines(lines: readonly string[], context: PageContext): Date | undefined {
  for (const line of lines) {
    if (
      /^\s*(?:updated|last (?:updated|modified)|aktualisiert|mis à jour|actualizado|aggiornato|обновлено|更新|수정)/i.test(
        line,
      )
    ) {
      continue;
    }
    const date = readDate(line, context);
    if (date !== undefined) return date;
  }
  return undefined;
}

const WESTERN =
  /^(?:by|von|par|por|di|door|av|af|przez|text|autor(?:in)?|author|auteur)\s*:?\s+(\p{Lu}.{2,80})$/iu;
const EMBEDDED = /\s(?:par|by|von|por)\s+(\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,3})\s*$/u;
const HAN =
  /(?:記者|记者|作者|撰文|文)\s*[:：/]?\s*([\p{Script=Han}·]{2,6}?)(?=[\s/／|【(（,，、]|報導|报道|$)/u;
const HAN_BEFORE_DATE = /^([\p{Script=Han}]{2,4})\s*(?=\d{4}[年/-])/u;
const HANGUL = /([\p{Script=Hangul}]{2,4})\s*(?:기자|특파원)/u;
const ARABIC = /(?:بقلم|كتب|كتبت|إعداد)\s*[:：]?\s*(\p{Script=Arabic}+(?:\s\p{Script=Arabic}+){1,3})/u;

/** Names in lines that begin like bylines (`Von …`, `記者…`, `… 기자`). */
export function authorsInLines(lines: readonly string[]): string[] {
  for (const line of lines) {
    const western = WESTERN.exec(line.replace(/\s*[|·•–—].*$/, ''));
    if (western !== null)
      return splitByline(western[1]!).filter((name) => /^\p{Lu}/u.test(name) && name.length < 50);
    const name =
      HAN.exec(line) ??
      HAN_BEFORE_DATE.exec(line) ??
      HANGUL.exec(line) ??
      ARABIC.exec(line) ??
      EMBEDDED.exec(line);
    if (name !== null) return [name[1]!];
  }
  return [];
}
