import { foldLetters } from '../fold-text.ts';
import type { Block } from '../page/page-tree.ts';
import { linkDensity } from './block-value.ts';

/** Letters beside the headline. With more, the line is a sentence. */
const MOST_OTHER = 90;
/** The shortest headline that a sentence does not contain by chance. Letters: with links, and without. */
const SHORTEST_LINKED = 8;
const SHORTEST_PLAIN = 25;
const LEAST_LINKED = 0.25;

/**
 * Drops the line with which software ends the text of an entry, in any language: `The post HEADLINE appeared first on
 * SITE`. It is the last line, has the whole headline in it, and little else.
 */
export function dropFeedClosingLine(blocks: readonly Block[], title: string): void {
  const kept = blocks.filter((block) => block.dropped === undefined);
  const last = kept.at(-1);
  const headline = foldLetters(title);
  if (last === undefined || kept.length < 2 || headline.length < SHORTEST_LINKED) return;
  const said = foldLetters(last.text);
  if (said.length - headline.length > MOST_OTHER || !said.includes(headline)) return;
  if (linkDensity(last) >= LEAST_LINKED || headline.length >= SHORTEST_PLAIN) last.dropped = 'closing line';
}
