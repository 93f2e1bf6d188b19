import { parsePage } from '../page/parse-page.ts';

/** Markup or character references in a text. */
const MARKUP = /<\/?(?:p|br|div|h\d|li|a|b|i|em|strong)\b|&(?:[a-z]+|#\d+);/i;

/** HTML or text as paragraphs with blank lines between them; markup that was escaped twice is decoded twice. */
export function toParagraphs(said: string): string {
  let text = said;
  for (let times = 0; times < 2 && MARKUP.test(text); times++) {
    text = parsePage(text)
      .tree.blocks.filter((block) => block.kind !== 'caption')
      .map((block) => block.text)
      .join('\n\n');
  }
  return text
    .split(/\n+/)
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n\n');
}
