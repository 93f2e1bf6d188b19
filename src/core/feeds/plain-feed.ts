import { CUSTOMARY_PREFIXES, knownPrefix } from './namespaces.ts';
import { hasForbiddenCharacters } from './repair-markup.ts';

/**
 * UTF-16 units up to which a feed goes to rss-parser. Its parser (sax under xml2js) takes several times as long
 * per byte as the tolerant reader and builds the whole document in memory; most feeds are smaller than this.
 */
const MAX_PLAIN_LENGTH = 128 * 1024;

/** Where a plain document begins: a declaration, comments of modest length, and the root element. */
const ROOT =
  /^\s{0,100}(?:<\?xml[^>]{0,200}\?>\s{0,100})?(?:<\?[^>]{0,300}\?>\s{0,100}|<!--[^>]{0,500}-->\s{0,100}){0,5}<(rss|feed|rdf:RDF)((?:\s[^<>]{0,4000})?)>/;

/** What rss-parser would read without an error but not as it was meant. */
const NOT_PLAIN = ['xml:base', 'mode="', "mode='"];

/** Declarations that have no place in a feed. The parser inside takes quadratic time for one that does not end. */
const DECLARATION = /<!(?!--|\[CDATA\[)/;

/** Character references to C1 controls, which are meant for windows-1252. */
const C1_REFERENCE = /&#(?:1[2-5]\d|[xX][89][0-9a-fA-F]);/;

/** Atom content that is neither text nor HTML. */
const OTHER_TYPE = /\stype\s{0,5}=\s{0,5}["'](?!html["']|text["']|text\/|audio\/|video\/|image\/)[^"']*["']/;

const NAMESPACE = /\sxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']/g;

/**
 * Whether a document is an RSS, RDF or Atom feed of modest size with the prefixes that all the world uses and
 * nothing that rss-parser is known to misread. Linear, and much cheaper than reading.
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
  // A link may be of any type; only for the other elements of Atom does it change what the text means.
  if (name === 'feed' && OTHER_TYPE.test(body.replace(/<link\s[^<>]*>/g, ''))) return false;
  // Below the root, a default namespace or a language changes what elements mean.
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
