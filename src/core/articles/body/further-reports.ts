import { contentWords } from '../../words/content-words.ts';
import { shareOf } from '../../words/shared-words.ts';
import type { Block, Box, PageTree } from '../page/page-tree.ts';
import { isAnotherTopic } from './another-topic.ts';
import { endsSentence, linkDensity } from './block-value.ts';
import type { BlockRange } from './block-range.ts';

/** The least prose of an article before further reports, and of one of them. Letters. */
const MIN_OWN = 300;
const MIN_REPORT = 60;
/** The share of the article's prose that a further report may have at most. */
const MAX_PART = 0.5;
/** The longest line that can be a headline. Letters. */
const MAX_HEADLINE = 150;
const MIN_HEADLINE = 15;
/** Sections from the end of the body that are looked at. */
const MAX_SECTIONS = 12;

interface Section extends BlockRange {
  /** Whether its headline is a link to a page of its own. */
  readonly isLinked: boolean;
}

/**
 * Finds short further reports at the end of the body that neither a date nor a box marks: the text under a line that is a link
 * and has a word of it; or two or more sections under headings, such lines or lines that are no sentences, each about something else
 * than the article, its headline, and each other; or one under the only heading (`isReportAlone`). The sections of a digest are longer
 * than what is before them.
 *
 * @param own the index of the headline's block; -1 where the page has none
 */
export function findFurtherReports(tree: PageTree, body: Box, own: number): BlockRange | undefined {
  if (own < 0 || own >= body.end) return undefined;
  const kept: number[] = [];
  for (let i = Math.max(body.first, own + 1); i < body.end; i++)
    if (tree.blocks[i]!.dropped === undefined) kept.push(i);
  return (
    reportsUnder(tree, own, lastSections(tree, kept, body.end, false), body.end) ??
    reportsUnder(tree, own, lastSections(tree, kept, body.end, true), body.end)
  );
}

/** The sections that are further reports, from the last one on. */
function reportsUnder(
  tree: PageTree,
  own: number,
  sections: readonly Section[],
  bodyEnd: number,
): BlockRange | undefined {
  // Most bodies end with no such section, or with one that is no link. Words are compared only behind these cheap tests.
  const [final, previous] = sections;
  if (final === undefined || !hasSize(tree, own, final)) return undefined;
  if (previous === undefined || !hasSize(tree, own, previous)) {
    if (!final.isLinked && !isReportAlone(tree, own, sections)) return undefined;
  }
  let from: number | undefined;
  let count = 0;
  for (const [i, section] of sections.entries()) {
    if (i > 0 && !hasSize(tree, own, section)) break;
    const after = sections[i - 1];
    if (after !== undefined && sharesWords(tree, section, after)) break;
    if (!isAnotherTopic(tree, { first: own, end: section.first }, section, 'of several')) break;
    from = section.first;
    count++;
  }
  if (from === undefined) return undefined;
  if (count < 2 && !isReportAlone(tree, own, sections) && !(final.isLinked && namesItself(tree, final) > 0))
    return undefined;
  return { first: from, end: bodyEnd };
}

/** The words of its headline that the text of a single report has at least, and the share of its words that the article may have. */
const OWN_WORDS = 2;
const MAX_COMMON = 0.05;

/**
 * Whether the last section is a report of its own without a sibling: its heading, the article's only one, is told by its text, and hardly any of
 * its words are the article's.
 */
function isReportAlone(tree: PageTree, own: number, [final, ...others]: readonly Section[]): boolean {
  if (final === undefined || others.length > 0 || tree.blocks[final.first]!.kind !== 'heading') return false;
  if (namesItself(tree, final) < OWN_WORDS) return false;
  const article = { first: own, end: final.first };
  if (!isAnotherTopic(tree, article, final, 'of several')) return false;
  const { matched, of } = shareOf(contentWords(textOf(tree, final)), contentWords(textOf(tree, article)));
  return matched <= MAX_COMMON * of;
}

/** The sections of a body, the last first, up to one that has no headline. */
function lastSections(
  tree: PageTree,
  kept: readonly number[],
  bodyEnd: number,
  withPlain: boolean,
): Section[] {
  const found: Section[] = [];
  let end = bodyEnd;
  for (let k = kept.length - 1; k >= 0 && found.length < MAX_SECTIONS; k--) {
    const block = tree.blocks[kept[k]!]!;
    const isLinked = isLinkedLine(block);
    if (!isLinked && block.kind !== 'heading' && !(withPlain && isPlainHeadline(block))) continue;
    found.push({ first: kept[k]!, end, isLinked });
    end = kept[k]!;
  }
  return found;
}

/** Whether a line is a link, or begins with a line that is one. */
function isLinkedLine(block: Block): boolean {
  if (block.links !== 1 || block.linkWeight < MIN_HEADLINE || block.linkWeight > MAX_HEADLINE) return false;
  if (linkDensity(block) > 0.8) return !endsSentence(block.text);
  const line = block.text.indexOf('\n');
  return (
    line >= 0 && Math.abs(block.text.slice(0, line).replace(/\s/g, '').length - block.linkWeight) <= line / 5
  );
}

/** Whether a line, or the first line of a block, is no sentence and long enough for a headline, as bold ones are. */
function isPlainHeadline({ text, kind, links }: Block): boolean {
  if (kind !== 'paragraph' && kind !== 'bare') return false;
  if (links > 0) return false;
  const end = text.indexOf('\n');
  const line = end < 0 ? text : text.slice(0, end);
  return line.length >= MIN_HEADLINE / 2 && line.length <= MAX_HEADLINE && !endsSentence(line);
}

/** Whether a section is short in comparison with the article before it. */
function hasSize(tree: PageTree, own: number, section: BlockRange): boolean {
  const before = proseOf(tree, { first: own + 1, end: section.first });
  const said = proseOf(tree, section);
  return before >= MIN_OWN && said >= MIN_REPORT && said <= MAX_PART * before;
}

function proseOf({ blocks }: PageTree, { first, end }: BlockRange): number {
  let prose = 0;
  for (let i = first; i < end; i++) {
    const { dropped, kind, weight, linkWeight } = blocks[i]!;
    if (dropped === undefined && kind !== 'heading') prose += Math.max(0, weight - linkWeight);
  }
  return prose;
}

/** How many words of a headline its text has. After a pointer to another article the article goes on, without any. */
function namesItself(tree: PageTree, { first, end }: BlockRange): number {
  const [line = '', ...rest] = textOf(tree, { first, end }).split('\n');
  return shareOf(contentWords(line), contentWords(rest.join('\n'))).matched;
}

function sharesWords(tree: PageTree, one: BlockRange, other: BlockRange): boolean {
  const { matched, of } = shareOf(contentWords(textOf(tree, one)), contentWords(textOf(tree, other)));
  return matched > 0.15 * of;
}

function textOf({ blocks }: PageTree, { first, end }: BlockRange): string {
  return blocks
    .slice(first, end)
    .filter(({ dropped }) => dropped === undefined)
    .map(({ text }) => text)
    .join('\n')
    .slice(0, 2_000);
}
