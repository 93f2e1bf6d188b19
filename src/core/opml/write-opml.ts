import { replaceUnsafe } from '../messages/plain-text.ts';
import type { OpmlFeed } from './opml-feed.ts';

/**
 * Writes a subscription list as OPML 2.0 with nested folders, in the order of the feeds.
 * @param created date for the head
 */
export function writeOpml(title: string, feeds: readonly OpmlFeed[], created: Date): string {
  const root = folder();
  for (const feed of feeds) {
    let at = root;
    for (const name of feed.folders) {
      let inner = at.folders.get(name);
      if (inner === undefined) {
        inner = folder();
        at.folders.set(name, inner);
      }
      at = inner;
    }
    at.feeds.push(feed);
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    `    <title>${escaped(title)}</title>`,
    `    <dateCreated>${created.toUTCString()}</dateCreated>`,
    '  </head>',
    '  <body>',
    ...lines(root, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly feeds: OpmlFeed[];
}

function folder(): Folder {
  return { folders: new Map(), feeds: [] };
}

function lines({ folders, feeds }: Folder, indent: string): string[] {
  return [
    ...feeds.map((feed) => `${indent}<outline${feedAttributes(feed)}/>`),
    ...[...folders].flatMap(([name, inner]) => [
      `${indent}<outline${attributes({ text: name })}>`,
      ...lines(inner, `${indent}  `),
      `${indent}</outline>`,
    ]),
  ];
}

function feedAttributes({ url, title, siteUrl, language, categories }: OpmlFeed): string {
  return attributes({
    // Required for every outline; without a title the URL is used.
    text: title ?? url,
    title,
    type: 'rss',
    xmlUrl: url,
    htmlUrl: siteUrl,
    language,
    category: categories.length > 0 ? categories.join(',') : undefined,
  });
}

function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value)}"`))
    .join('');
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * Escapes text, drops characters that XML 1.0 forbids, and protects white space from normalisation. Characters that
 * could deceive a terminal become references, so that names stay as they are.
 */
function escaped(text: string): string {
  const written = text
    .toWellFormed()
    .replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/[&<>"\t\n\r]/g, (character) => REFERENCES[character]!);
  return replaceUnsafe(written, (character) => `&#${character.codePointAt(0)};`);
}
