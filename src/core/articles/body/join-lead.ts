import { endsSentence, linkDensity } from './block-value.ts';
import { foldLetters } from '../fold-text.ts';
import type { Block, Box, PageTree } from '../page/page-tree.ts';
import { titleLines } from './title-lines.ts';

/** How far before the body the standfirst is searched, in blocks. */
const REACH = 40;
const MIN_LEAD = 40;
/** Shortest description, in letters, that may identify a standfirst. */
const MIN_DESCRIPTION = 30;

/** The standfirst, where it is before the body: a box named so, or text equal to the page's description. */
export function findLead(tree: PageTree, body: Box, description: string | undefined, title: string): Block[] {
  const wanted = foldLetters(description ?? '').slice(0, 60);
  const titles = titleLines(tree, title);
  const found: Block[] = [];
  let afterTitle = false;
  const isSentenceAfterTitle = (block: Block): boolean =>
    afterTitle &&
    block.weight >= 60 &&
    linkDensity(block) < 0.2 &&
    endsSentence(block.text) &&
    block.kind !== 'caption';
  for (let i = Math.max(0, body.first - REACH); i < body.first; i++) {
    const block = tree.blocks[i]!;
    if (block.weight < MIN_LEAD || linkDensity(block) > 0.3) continue;
    if (titles.has(block)) {
      afterTitle = true;
      continue;
    }
    const text = wanted.length >= MIN_DESCRIPTION ? foldLetters(block.text) : '';
    const described =
      wanted.length >= MIN_DESCRIPTION && (text.startsWith(wanted) || wanted.startsWith(text.slice(0, 60)));
    if (
      described ||
      ((block.dropped === undefined || block.dropped === 'meta') &&
        (isNamedLead(block) || isSentenceAfterTitle(block)))
    )
      found.push(block);
  }
  return found;
}

function isNamedLead(block: Block): boolean {
  for (let box: Box | undefined = block.box, up = 0; box !== undefined && up < 4; box = box.parent, up++) {
    if (box.role === 'lead' || box.role === 'teaser') return true;
  }
  return false;
}
