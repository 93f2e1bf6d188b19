import { Children, type FeedNode, textOf } from './feed-document.ts';
import { plainText } from './plain-text.ts';

const AUTHORS = [
  'author',
  'dc:creator',
  'atom:author',
  'itunes:author',
  'creator',
  'media:credit',
  'managingeditor',
];

/** The maximum number of authors of an entry. */
const MAX_AUTHORS = 20;

/** The distinct authors of an entry or feed, joined by commas, from the first element that names any. */
export function readFeedAuthors(children: Children, maxLength: number): string | undefined {
  for (const name of AUTHORS) {
    const names = new Set<string>();
    for (const child of children.named(name).slice(0, MAX_AUTHORS)) {
      const author = authorName(child, maxLength);
      if (author !== undefined) names.add(author);
    }
    if (names.size > 0) return [...names].join(', ').slice(0, maxLength);
  }
  return undefined;
}

/** Atom has elements for name and address; RSS has `address (name)`, and publishers write other forms. */
function authorName(node: FeedNode, maxLength: number): string | undefined {
  const read = (child: FeedNode) => plainText(textOf(child), { maxLength, unknownTagsAreText: true });
  if (node.parts.some((part) => typeof part !== 'string')) {
    const name = new Children(node).first(['name', 'atom:name', 'email', 'atom:email'], read);
    if (name !== undefined) return name;
  }
  if (node.parts.some((part) => typeof part !== 'string' && /(?:^|:)(?:ur[il]|homepage)$/.test(part.name)))
    return undefined;
  return nameAlone(read(node)) || undefined;
}

/** The name in `jo@example.org (Jo Roe)`, `Jo Roe (jo@example.org)` and `Jo Roe <jo@example.org>`. */
export function nameAlone(text: string): string {
  const match = /^([^(<]*)[(<]([^)>]*)[)>]$/.exec(text);
  if (match === null) return text;
  const [outside, inside] = [match[1]?.trim() ?? '', match[2]?.trim() ?? ''];
  if (outside !== '' && inside.includes('@')) return outside;
  return inside !== '' && outside.includes('@') && !outside.includes(' ') ? inside : text;
}
