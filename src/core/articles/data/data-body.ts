import { contentWords } from '../../words/content-words.ts';
import { shareOf } from '../../words/shared-words.ts';
import { isSameTitle } from '../body/same-title.ts';
import { toParagraphs } from '../body/to-paragraphs.ts';
import { foldLetters } from '../fold-text.ts';
import { ldText } from '../metadata/json-ld.ts';
import { weigh } from '../weigh-text.ts';
import { type DataNode, dataNodes, proseUnder } from './data-tree.ts';

/** A shorter body in a page's data is a summary. Letters. */
const MIN_BODY = 200;
/** Of the prose of an object, how much its smallest part must have to stand for it. */
const MOST = 0.6;

/** What the page's data contains of the article; dates and names as written. */
export interface PageData {
  readonly text: string;
  readonly title: string | undefined;
  readonly published: string | undefined;
  readonly authors: readonly string[];
}

const TITLE_KEY =
  /^(?:(?:main|article|seo|display|short|full)?_?(?:title|headline|heading|hed)|name|titel|titre|titulo|título|titolo|tytul|otsikko|rubrik)$/i;
const DATE_KEY =
  /^(?:date_?published|published(?:_?(?:at|date|time|on))?|first_?published(?:_?at)?|publish_?date|publication_?date|created_?at)$/i;
const AUTHOR_KEY = /^(?:authors?|by_?line|creators?|writers?|contributors?)$/i;
/** How many levels above the text its title, date and authors are searched. */
const MAX_CLIMB = 3;

/**
 * The article in the data of a page's scripts: in the object that has the page's headline, or in the one that contains most of
 * the prose. That one must have a headline of its own, or share a word with the page's. `values` are from `scriptValues`.
 */
export function bodyFromData(values: readonly unknown[], title: string): PageData | undefined {
  const nodes = dataNodes(values);
  const titled = richest(nodes.filter((node) => hasTitle(node, title)).map(withBody));
  const found = smallest(nodes, titled ?? nodes[0]!);
  const text = paragraphsOf(found);
  if (weigh(text) < MIN_BODY) return undefined;
  const said = fieldNear(found, TITLE_KEY)[0];
  if (titled === undefined && said === undefined && !sharesWord(title, text)) return undefined;
  return {
    text,
    title: said,
    published: fieldNear(found, DATE_KEY)[0],
    authors: fieldNear(found, AUTHOR_KEY),
  };
}

/** Whether a field of an object, or of one in it that describes it, is the page's headline. */
function hasTitle({ value }: DataNode, title: string): boolean {
  if (Array.isArray(value) || title === '') return false;
  const wanted = foldLetters(title);
  return Object.entries(value).some(
    ([key, said]) => TITLE_KEY.test(key) && isSameTitle(plainText(said), wanted),
  );
}

/** A title may be an object: `{rendered: '…'}`, `{text: '…'}`, `{raw: '…'}`. */
function plainText(said: unknown): string {
  if (typeof said === 'object' && said !== null && !Array.isArray(said)) {
    const { rendered, text, raw } = said as Record<string, unknown>;
    return ldText(rendered ?? text ?? raw) ?? '';
  }
  return (ldText(said) ?? '').replaceAll(/<[^>]{0,200}>/g, '');
}

/** The nearest object around a headline that has a body. */
function withBody(node: DataNode): DataNode | undefined {
  let at: DataNode | undefined = node;
  for (let up = 0; at !== undefined && up <= MAX_CLIMB; up++, at = at.parent)
    if (at.total >= MIN_BODY && at.parent !== undefined) return at;
  return undefined;
}

function richest(nodes: readonly (DataNode | undefined)[]): DataNode | undefined {
  let best: DataNode | undefined;
  for (const node of nodes) if (node !== undefined && node.total > (best?.total ?? 0)) best = node;
  return best;
}

/** The smallest object or list in `root` that still has most of its prose. */
function smallest(nodes: readonly DataNode[], root: DataNode): DataNode {
  let best = root;
  const inside = new Set([root]);
  for (const node of nodes) {
    if (node.parent === undefined || !inside.has(node.parent)) continue;
    inside.add(node);
    if (node.total > MOST * root.total && node.total <= best.total) best = node;
  }
  return best;
}

/** The prose of an object as paragraphs. A long text that is most of it stands without the summaries beside it. */
function paragraphsOf(node: DataNode): string {
  const prose = [...new Set(proseUnder(node))];
  const whole = prose.find((text) => weigh(text) > MOST * node.total);
  const found: string[] = [];
  const said = new Set<string>();
  for (const text of whole === undefined ? prose : [whole]) {
    for (const paragraph of toParagraphs(text).split('\n\n')) {
      const first = foldLetters(paragraph.slice(0, 200)).slice(0, 60);
      // Many systems give the text twice, as HTML and plain.
      if (first === '' || said.has(first)) continue;
      found.push(paragraph);
      for (const sentence of paragraph.split(/(?<=[.!?。！？؟।።])\s*/))
        said.add(foldLetters(sentence.slice(0, 200)).slice(0, 60));
      said.add(first);
    }
  }
  return found.join('\n\n');
}

function sharesWord(title: string, text: string): boolean {
  const words = contentWords(title);
  return words.size < 3 || shareOf(words, contentWords(text)).matched > 0;
}

/** The texts of the nearest field with such a name, in the object that holds the prose or in one around it. */
function fieldNear(from: DataNode, key: RegExp): string[] {
  let at: DataNode | undefined = from;
  for (let up = 0; at !== undefined && up <= MAX_CLIMB; up++, at = at.parent) {
    if (Array.isArray(at.value)) continue;
    for (const [name, value] of Object.entries(at.value)) {
      if (!key.test(name)) continue;
      const texts = (Array.isArray(value) ? value : [value])
        .map((one) => ldText(one) ?? '')
        .filter((text) => text !== '');
      if (texts.length > 0) return texts;
    }
  }
  return [];
}
