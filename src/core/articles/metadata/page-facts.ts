import { $, type ParsedPage } from '../page/parse-page.ts';
import { findArticleNode, type LdNode, readJsonLd } from './json-ld.ts';
import { isLinkedData, isTemplate } from './telling.ts';

/** What a page says of itself, before any of it is weighed. */
export interface PageFacts {
  readonly url: string;
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly titleTag: string;
  readonly headings: readonly string[];
  readonly language: string | undefined;
  readonly canonical: string | undefined;
  readonly amp: string | undefined;
  readonly nodes: readonly LdNode[];
  readonly article: LdNode | undefined;
  /** `itemprop` → values, in page order. */
  readonly items: ReadonlyMap<string, readonly string[]>;
  readonly times: readonly TimeFact[];
  readonly bylines: readonly BylineFact[];
  /** The data of a page that draws itself in the browser. */
  readonly nextData: string | undefined;
  /** Markup in scripts, which the page's program puts in its place. */
  readonly templates: readonly string[];
}

interface TimeFact {
  readonly value: string;
  readonly published: boolean;
}

interface BylineFact {
  readonly text: string;
  /** `rel=author` and author links are names alone; a byline may say more. */
  readonly isName: boolean;
}

/** How many elements of one kind are looked at, so that a page of nothing but `<time>` stays cheap. */
const MAX_EACH = 300;

/** Collects what the page says of itself. */
export function collectFacts(page: ParsedPage, url: string): PageFacts {
  const metas = new Map<string, string[]>();
  const items = new Map<string, string[]>();
  const headings: string[] = [];
  const times: TimeFact[] = [];
  const bylines: BylineFact[] = [];
  let titleTag: string | undefined;
  let language: string | undefined;
  let canonical: string | undefined;
  let amp: string | undefined;
  const linkedData: string[] = [];
  const templates: string[] = [];
  let nextData: string | undefined;
  for (const element of page.telling) {
    const a = element.attribs;
    switch (element.name) {
      case 'html':
        language ??= a['lang'] ?? a['xml:lang'];
        continue;
      case 'meta': {
        const content = a['content']?.trim();
        if (!content) continue;
        for (const key of [a['property'], a['name'], a['http-equiv']])
          if (key) push(metas, key.toLowerCase(), content);
        if (a['itemprop']) push(items, a['itemprop'], content);
        continue;
      }
      case 'title':
        titleTag ??= shortText(element, 500);
        continue;
      case 'link': {
        const rel = a['rel']?.toLowerCase();
        if (rel === 'canonical') canonical ??= a['href'];
        else if (rel === 'amphtml') amp ??= a['href'];
        continue;
      }
      case 'script':
        if (isLinkedData(a['type'])) linkedData.push($(element).text());
        else if (isTemplate(a['type'])) templates.push($(element).text());
        else nextData = $(element).text();
        continue;
      case 'h1':
        if (headings.length < 20) headings.push(shortText(element, 500));
        break;
      case 'time':
        if (times.length < MAX_EACH) {
          const said = `${a['class'] ?? ''} ${a['itemprop'] ?? ''} ${a['pubdate'] === undefined ? '' : 'pubdate'}`;
          const value = a['datetime'] ?? shortText(element, 100);
          times.push({
            value,
            published: /pub|creat|posted|entry-date/i.test(said) && !/modif|updat/i.test(said),
          });
        }
        continue;
    }
    if (a['role'] === 'heading' && a['aria-level'] === '1' && headings.length < 20)
      headings.push(shortText(element, 500));
    const item = a['itemprop'];
    if (item !== undefined && (items.get(item)?.length ?? 0) < 20) {
      push(items, item, a['content'] ?? a['datetime'] ?? shortText(element, 300));
    }
    const said = a['rel'] === undefined ? a['class'] : `${a['class'] ?? ''} ${a['rel']}`;
    if (said !== undefined && bylines.length < MAX_EACH) {
      if (
        /author|byline|autor|signature/i.test(said) &&
        !/bio|desc|image|img|avatar|comment|related/i.test(said)
      ) {
        const text = shortText(element, 200);
        if (text !== '') bylines.push({ text, isName: /\bauthor\b/i.test(a['rel'] ?? '') });
      }
      if (
        /published|entry-date|posted-on/i.test(said) &&
        !/updat|modif/i.test(said) &&
        times.length < MAX_EACH
      ) {
        times.push({ value: shortText(element, 120), published: true });
      }
    }
  }
  const nodes = readJsonLd(linkedData);
  return {
    url,
    metas,
    titleTag: titleTag ?? '',
    headings,
    language,
    canonical,
    amp,
    nodes,
    article: findArticleNode(nodes),
    items,
    times,
    bylines,
    nextData,
    templates,
  };
}

/** The first value of the first of these names that has one. */
export function firstMeta(facts: PageFacts, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = facts.metas.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return undefined;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else if (values.length < 50) values.push(value);
}

type Walkable = { readonly children: readonly unknown[] };
type Node = {
  type: string;
  data?: string;
  name?: string;
  children?: Node[];
  next: Node | null;
  parent: Node | null;
};

/** The text of a small element, folded; '' once it passes `limit` characters. Own loop: no recursion. */
function shortText(element: Walkable, limit: number): string {
  const root = element as unknown as Node;
  let text = '';
  let node: Node | null = root.children?.[0] ?? null;
  while (node !== null) {
    if (node.type === 'text') text += node.data;
    else if (node.name === 'br' || node.name === 'li' || node.name === 'div' || node.name === 'p')
      text += ' ';
    if (text.length > 4 * limit) return '';
    // The date in a byline is not part of the name.
    const child: Node | undefined =
      node.type === 'tag' && node.name !== 'time' ? node.children?.[0] : undefined;
    if (child !== undefined) {
      node = child;
      continue;
    }
    while (node !== null && node.next === null) node = node.parent === root ? null : node.parent;
    if (node !== null) node = node.next;
  }
  const folded = text.replace(/[\s\u00a0]+/g, ' ').trim();
  return folded.length > limit ? '' : folded;
}
