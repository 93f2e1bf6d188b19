import { CUSTOMARY_PREFIXES, knownPrefix } from './namespaces.ts';
import { hasForbiddenCharacters } from './repair-markup.ts';

/**
 * The longest feed given to rss-parser, in UTF-16 units. Its parser (sax under xml2js) takes several times as long
 * per byte as the tolerant reader and builds the whole document in memory. Most feeds are shorter.
 */
const MAX_PLAIN_LENGTH = 128 * 1024;

/** Where a plain document begins: a declaration, comments of modest length, and the root element. */
const ROOT =
  /^\s{0,100}(?:<\?xml[^>]{0,200}\?>\s{0,100})?(?:<\?[^>]{0,300}\?>\s{0,100}|<!--[^>]{0,500}-->\s{0,100}){0,5}<(rss|feed|rdf:RDF)((?:\s[^<>]{0,4000})?)>/;

/** Text that rss-parser accepts but misreads. The source of an aggregated entry has elements of its own. */
const NOT_PLAIN = ['xml:base', 'mode="', "mode='", '<source>', '<atom:source>'];

/** Declarations that do not belong in a feed. For one that does not end, the parser takes quadratic time. */
const DECLARATION = /<!(?!--|\[CDATA\[)/;

/** Character references to C1 controls; publishers mean characters of windows-1252. */
const C1_REFERENCE = /&#(?:1[2-5]\d|[xX][89][0-9a-fA-F]);/;

/** Atom content that is neither text nor HTML. */
const OTHER_TYPE = /\stype\s{0,5}=\s{0,5}["'](?!html["']|text["']|text\/|audio\/|video\/|image\/)[^"']*["']/;

const NAMESPACE = /\sxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']/g;

/**
 * Whether a document is an RSS, RDF or Atom feed of modest size, with the usual prefixes and nothing that rss-parser
 * is known to misread. Linear, and much cheaper than parsing.
 */
export function isPlainFeed(text: string): boolean {
  if (text.length > MAX_PLAIN_LENGTH) return false;
  const root = ROOT.exec(text);
  if (root === null || NOT_PLAIN.some((mark) => text.includes(mark))) return false;
  if (DECLARATION.test(text)) return false;
  if (text.includes('&#') && C1_REFERENCE.test(text)) return false;
  const [head, name = '', attributes = ''] = root;
  if (name === 'rss' && !/\sversion\s*=\s*["'](?:2|0\.9)/.test(attributes)) return false;
  const body = text.slice(head.length);
  if (hasForbiddenCharacters(text)) return false;
  // A link may have any type. For other elements of Atom the type changes the meaning of the text.
  if (name === 'feed' && OTHER_TYPE.test(body.replace(/<link\s[^<>]*>/g, ''))) return false;
  // Below the root, a default namespace or a language changes the meaning of elements.
  if (/\sxmlns\s*=|xml:lang/.test(body) || (name !== 'feed' && attributes.includes('xml:lang'))) return false;
  const wanted = name === 'feed' ? 'atom' : 'core';
  for (const [, prefix, uri = ''] of text.matchAll(NAMESPACE)) {
    const known = knownPrefix(uri);
    if (
      prefix === undefined
        ? known !== wanted
        : CUSTOMARY_PREFIXES.has(prefix)
          ? known !== prefix
          : known !== undefined
    ) {
      return false;
    }
  }
  return true;
}
