import { ldText } from '../metadata/json-ld.ts';
import type { PageFacts } from '../metadata/page-facts.ts';
import { parsePage } from '../page/parse-page.ts';

/** A shorter body in a page's data is a summary. Characters. */
const MIN_BODY = 200;
/** Limits on the values read in a page's data, and on depth. */
const MAX_VALUES = 50_000;

/** The article body in the page's JSON-LD, paragraphs separated by blank lines. */
export function bodyFromJsonLd(facts: PageFacts): string | undefined {
  const posts = facts.article?.['liveBlogUpdate'];
  const said =
    ldText(facts.article?.['articleBody']) ??
    (Array.isArray(posts) ? posts.map((post) => ldText(post?.articleBody) ?? '').join('\n\n') : undefined) ??
    longest(facts.nodes.map((node) => ldText(node['articleBody']) ?? ''));
  if (said === undefined || said.length < MIN_BODY) return undefined;
  return toParagraphs(said);
}

/**
 * The text in the JSON data of a page that is rendered in the browser (`__NEXT_DATA__`): the object or list that
 * contains most of the prose, in document order.
 */
export function bodyFromPageData(facts: PageFacts): PageData | undefined {
  if (facts.nextData === undefined) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(facts.nextData);
  } catch {
    return undefined;
  }
  const richest = findRichest(data);
  if (richest === undefined) return undefined;
  const text = toParagraphs(proseUnder(richest.value).join('\n\n'));
  if (text.length < MIN_BODY) return undefined;
  return { text, published: fieldNear(richest, DATE_KEY)[0], authors: fieldNear(richest, AUTHOR_KEY) };
}

/** What the page's data contains of the article; dates and names as written. */
export interface PageData {
  readonly text: string;
  readonly published: string | undefined;
  readonly authors: readonly string[];
}

const DATE_KEY =
  /^(?:date_?published|published(?:_?(?:at|date|time|on))?|first_?published(?:_?at)?|publish_?date|publication_?date|created_?at)$/i;
const AUTHOR_KEY = /^(?:authors?|by_?line|creators?|writers?|contributors?)$/i;
/** How many levels above the text its date and authors are searched. */
const MAX_CLIMB = 3;

/** The texts of the nearest field with such a name, in the object that holds the prose or in one around it. */
function fieldNear(from: Seen, key: RegExp): string[] {
  let at: Seen | undefined = from;
  for (let up = 0; at !== undefined && up <= MAX_CLIMB; up++, at = at.parent) {
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

interface Seen {
  readonly value: object;
  readonly parent: Seen | undefined;
  own: string[];
  total: number;
}

/** Names of fields that hold other texts than the article's. */
const ASIDE =
  /related|recommend|comment|footer|header|nav|menu|seo|meta|config|translation|i18n|locale|teaser|promo|ad|ads|latest|trending|popular$/i;

/** The smallest object that still holds most of the prose. */
function findRichest(root: unknown): Seen | undefined {
  if (typeof root !== 'object' || root === null) return undefined;
  const order: Seen[] = [{ value: root, parent: undefined, own: [], total: 0 }];
  let values = 0;
  for (let i = 0; i < order.length; i++) {
    const seen = order[i]!;
    for (const [key, value] of Object.entries(seen.value)) {
      if (++values > MAX_VALUES) break;
      if (typeof value === 'string') {
        if (isProse(value)) {
          seen.own.push(value);
          for (let up: Seen | undefined = seen; up !== undefined; up = up.parent) up.total += value.length;
        }
      } else if (typeof value === 'object' && value !== null && !ASIDE.test(key)) {
        order.push({ value, parent: seen, own: [], total: 0 });
      }
    }
  }
  const most = order[0]!.total;
  let best = order[0]!;
  for (const seen of order) if (seen.total > 0.6 * most && seen.total <= best.total) best = seen;
  return best;
}

/** All prose below a value, depth first and so in document order. */
function proseUnder(root: object): string[] {
  const found = new Set<string>();
  const stack: unknown[] = [root];
  for (let count = 0; stack.length > 0 && count < MAX_VALUES; count++) {
    const value = stack.pop();
    if (typeof value === 'string') {
      if (isProse(value)) found.add(value);
    } else if (typeof value === 'object' && value !== null) {
      const children = Object.entries(value).filter(([key]) => !ASIDE.test(key));
      for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]![1]);
    }
  }
  return [...found];
}

/** Whether a text is a sentence or more: long, with spaces or in a script without them, no address, no code. */
function isProse(text: string): boolean {
  if (text.length < 40 || /^(?:https?:|data:|\/|[{[])/.test(text)) return false;
  return (
    /[.!?。！？…»”"؟।](?:\s|<|$)/.test(text) &&
    (text.split(' ').length > 6 || /[\u3040-\u9fff\u0e00-\u0e7f]/.test(text))
  );
}

function longest(texts: readonly string[]): string | undefined {
  return texts.reduce<string | undefined>(
    (best, text) => (text.length > (best?.length ?? 0) ? text : best),
    undefined,
  );
}

/** Markup or character references in a text. */
const MARKUP = /<\/?(?:p|br|div|h\d|li|a|b|i|em|strong)\b|&(?:[a-z]+|#\d+);/i;

/** HTML or text as paragraphs; markup that was escaped twice is decoded twice. */
function toParagraphs(said: string): string {
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
