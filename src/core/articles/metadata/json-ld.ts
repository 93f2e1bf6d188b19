import { jsonrepair } from 'jsonrepair';
import { foldLetters } from '../fold-text.ts';

/** One object of a page's JSON-LD. */
export type LdNode = Readonly<Record<string, unknown>>;

/** Longer scripts hold other data; UTF-16 units. */
const MAX_SCRIPT = 2_000_000;
/** jsonrepair takes quadratic time on hostile text: 40 ms for this many UTF-16 units, 50 s for 200,000. */
const MAX_REPAIRED = 16_384;
/** Objects read in one page. */
const MAX_NODES = 5_000;

/** All objects with a type in a page's JSON-LD scripts, outer ones first. Damaged JSON is repaired where possible. */
export function readJsonLd(scripts: readonly string[]): LdNode[] {
  const found: LdNode[] = [];
  let seen = 0;
  for (const script of scripts) {
    if (script.length > MAX_SCRIPT) continue;
    const queue: unknown[] = [parseLoosely(script)];
    for (let i = 0; i < queue.length && seen < MAX_NODES; i++, seen++) {
      const value = queue[i];
      if (Array.isArray(value)) queue.push(...value.slice(0, MAX_NODES));
      else if (isNode(value)) {
        if (value['@type'] !== undefined || value['@id'] !== undefined) found.push(value);
        for (const child of Object.values(value))
          if (typeof child === 'object' && child !== null) queue.push(child);
      }
    }
  }
  return found;
}

/** Whether a JSON value is an object, and no list. */
export function isNode(value: unknown): value is LdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a property as a string: itself, its `@value`, `name`, `url` or `@id`, or the first of a list. */
export function ldText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return ldText(value[0]);
  if (!isNode(value)) return undefined;
  return ldText(value['@value'] ?? value['name'] ?? value['url'] ?? value['@id']);
}

/** The types of a node without their namespaces: `https://schema.org/NewsArticle` is `NewsArticle`. */
export function typesOf(node: LdNode): string[] {
  const type = node['@type'];
  const types = Array.isArray(type) ? type : [type];
  return types.filter((t) => typeof t === 'string').map((t) => t.replace(/^.*[/#:]/, ''));
}

const ARTICLE =
  /(?:Article|BlogPosting|LiveBlogPosting|Posting|Report|Review|Recipe|HowTo|CreativeWork|Story)$/;

/** Headlines, folded, and addresses of the article from other parts of the page. */
export interface ArticleSigns {
  readonly headlines: readonly string[];
  readonly addresses: readonly string[];
}

/**
 * The node that describes the article, by points: the page's headline and its address count most, then the node's own
 * properties. Of equal nodes the first, which is the outer one. A page may describe the articles it links to in the
 * same form.
 */
export function findArticleNode(nodes: readonly LdNode[], signs: ArticleSigns): LdNode | undefined {
  const headlines = new Set(signs.headlines.map(foldLetters).filter((headline) => headline.length >= 5));
  const addresses = new Set(
    [...new Set(signs.addresses)].map(bareAddress).filter((address) => address.includes('/')),
  );
  let best: LdNode | undefined;
  let bestScore = 0;
  for (const node of nodes) {
    if (!typesOf(node).some((type) => ARTICLE.test(type))) continue;
    let score = 1;
    if (typeof node['headline'] === 'string') score += 2;
    if (node['datePublished'] !== undefined) score += 2;
    if (node['author'] !== undefined) score += 1;
    if (node['mainEntityOfPage'] !== undefined) score += 1;
    if (typeof node['articleBody'] === 'string' && node['articleBody'].length > 200) score += 2;
    if (headlines.has(foldLetters(ldText(node['headline'])?.slice(0, 500) ?? ''))) score += 4;
    if (addressesOf(node).some((address) => addresses.has(bareAddress(address)))) score += 4;
    if (typesOf(node).some((type) => /Review$|CreativeWork$|Recipe$/.test(type))) score -= 1;
    if (score > bestScore) {
      best = node;
      bestScore = score;
    }
  }
  return best;
}

function addressesOf(node: LdNode): string[] {
  const said = node['mainEntityOfPage'];
  const main = isNode(said) ? (said['@id'] ?? said['url']) : said;
  return [node['url'], main, node['@id']].filter((value) => typeof value === 'string');
}

/**
 * An address in a form that is the same for its usual spellings: without scheme, `www.`, query, fragment and last
 * slash.
 */
function bareAddress(address: string): string {
  return address
    .slice(0, 2_048)
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

function parseLoosely(script: string): unknown {
  const text = script
    .replace(/^\s*(?:\/\*\s*)?<!\[CDATA\[(?:\s*\*\/)?|(?:\/\*\s*)?\]\]>(?:\s*\*\/)?\s*$/g, '')
    .replace(/^\s*(?:\/\/)?\s*<!--|-->\s*$/g, '')
    .trim()
    .replace(/;$/, '');
  if (text === '') return undefined;
  return parsed(text) ?? parsed(mend(text)) ?? repaired(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Parses JSON after jsonrepair has repaired comments, single quotes, missing commas and quotes. The text must not
 * have raw line breaks, because jsonrepair takes them for the end of a string.
 */
function repaired(text: string): unknown {
  if (text.length > MAX_REPAIRED) return undefined;
  try {
    return JSON.parse(jsonrepair(text));
  } catch {
    return undefined;
  }
}

/**
 * Repairs raw line breaks and tabs in strings, entities for quotes, commas before a closing bracket, and wrong
 * escapes.
 */
function mend(text: string): string {
  return text
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/&quot;/g, text.includes('"') ? "'" : '"')
    .replace(/,(?=\s*[\]}])/g, '')
    .replace(/\\(?!["\\/bfnrtu])/g, '\\\\')
    .replace(/\\u(?![0-9a-f]{4})/gi, '\\\\u');
}
