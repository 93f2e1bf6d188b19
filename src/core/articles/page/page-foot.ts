import type { Box } from './page-tree.ts';

/** One class or id of a site's foot. `entry-footer` belongs to the article. */
const FOOT =
  /(?:^|\s)(?:(?:the|site|page|global|main|layout|l|c|o)[_-]{1,2})?(?:footer|foot|colophon|copyright|imprint|impressum|build(?:-?info)?)(?:\s|$)/i;

/** Whether a box belongs to the foot of the page, and not to that of an article. */
export function isPageFoot(box: Box | undefined): boolean {
  let isFoot = false;
  for (let at = box; at !== undefined; at = at.parent) {
    if (at.name === 'article') return false;
    isFoot ||= at.name === 'footer' || FOOT.test(`${at.classes.slice(0, 200)} ${at.id?.slice(0, 80) ?? ''}`);
  }
  return isFoot;
}
