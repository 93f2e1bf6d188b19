import type { Article } from './article.ts';
import type { Block } from './page/page-tree.ts';

/** An article as Markdown: title, byline, lead and text, with the headings, lists and quotes of the page. */
export function toMarkdown(article: Article, blocks: readonly Block[]): string {
  const head = [`# ${escaped(article.title === '' ? article.canonicalUrl : article.title)}`];
  const facts = [article.authors.join(', '), article.published?.toISOString() ?? '', article.siteName ?? ''];
  const byline = facts
    .filter((fact) => fact !== '')
    .map(escaped)
    .join(' · ');
  if (byline !== '') head.push(`*${byline}*`);
  head.push(`<${article.canonicalUrl.replace(/[<>\s]/g, encodeURIComponent)}>`);
  return `${head.join('\n\n')}\n\n${blocks.length === 0 ? escapedLines(article.text) : bodyOf(blocks)}\n`;
}

function bodyOf(blocks: readonly Block[]): string {
  let text = '';
  let last: Block | undefined;
  for (const block of blocks) {
    const glue = last === undefined ? '' : isTight(last, block) ? '\n' : '\n\n';
    text += glue + markdownOf(block);
    last = block;
  }
  return text;
}

function isTight(before: Block, block: Block): boolean {
  return before.kind === 'item' && block.kind === 'item';
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(levelOf(block))} ${escaped(block.text.replaceAll('\n', ' '))}`;
    case 'item':
      return `- ${escapedLines(block.text).replaceAll('\n', '\n  ')}`;
    case 'quote':
      return `> ${escapedLines(block.text).replaceAll('\n', '\n> ')}`;
    case 'preformatted':
      return `    ${block.text.replaceAll('\n', '\n    ')}`;
    default:
      return escapedLines(block.text);
  }
}

/** The headline is level 1, so the page's own headings start at 2. */
function levelOf(block: Block): number {
  const level = /^h([1-6])$/.exec(block.box.name)?.[1];
  return level === undefined ? 2 : Math.max(2, Number(level));
}

function escapedLines(text: string): string {
  return text.split('\n').map(escaped).join('\n');
}

/** Escapes text from the page, so that it does not become markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/^(\s*)([#+-]|\d+[.)])(?=\s|$)/, '$1\\$2');
}
