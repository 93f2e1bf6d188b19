import { FirstTest } from '../../matching/first-test.ts';
import type { Block } from '../page/page-tree.ts';
import { isLabel, LABEL_SIGNS } from './boilerplate-phrases.ts';
import { isConsentNotice, MAX_NOTICE, NOTICE_SIGNS } from './consent-notice.ts';

/** One first test for notices and labels: most blocks of a body are tried as both. */
const FIRST = new FirstTest([...NOTICE_SIGNS, ...LABEL_SIGNS]);

/** The answer of the first test, cached for each block. A block longer than any notice is no label either. */
function signsOf(block: Block): number {
  return (block.signs ??= block.text.length > MAX_NOTICE ? 0 : FIRST.of(block.text));
}

/** Whether a block of a page with this title is a notice. The answer is cached for each block. */
export function isNotice(block: Block, title: string): boolean {
  return (block.isNotice ??= isConsentNotice(block.text, title, signsOf(block)));
}

/** Whether a block is a label, or a caption without markup of its own. */
export function isLabelBlock(block: Block): boolean {
  return isLabel(block.text, signsOf(block) >> NOTICE_SIGNS.length);
}
