import type { Element } from 'domhandler';
import type { MetadataElement } from '../page/metadata-elements.ts';
import { $, type ParsedPage } from '../page/parse-page.ts';
import { shortText } from './element-text.ts';
import { isLinkedData } from './is-metadata.ts';
import { findArticleNode, readJsonLd } from './json-ld.ts';
import type { BylineFact, PageFacts, TimeFact } from './page-facts.ts';

/** How many elements of one kind are read, so that a page of nothing but `<time>` costs little. */
const MAX_EACH = 300;
const MAX_HEADINGS = 20;
/** Values of one `itemprop`. */
const MAX_ITEMS = 20;

/** Collects a page's metadata as found, without interpretation. */
export function collectFacts(page: ParsedPage, url: string): PageFacts {
  const found = new Collection();
  for (const element of page.metadata) found.add(element);
  const nodes = readJsonLd(found.linkedData);
  const { metas, items, times, templates } = found;
  return {
    url,
    metas,
    titleTag: found.titleTag ?? '',
    headings: seenOf(found.headings).map((heading) => heading.text),
    language: found.language,
    canonical: found.canonical,
    amp: found.amp,
    nodes,
    article: findArticleNode(nodes, {
      headlines: [...found.headings.map((heading) => heading.text), ...(metas.get('og:title') ?? [])],
      addresses: [url, found.canonical ?? '', ...(metas.get('og:url') ?? [])],
    }),
    items,
    times,
    bylines: seenOf(found.bylines),
    templates,
  };
}

/** The visible ones of these facts; all of them where none is visible. */
function seenOf<T extends { readonly isUnseen: boolean }>(facts: readonly T[]): readonly T[] {
  const seen = facts.filter((fact) => !fact.isUnseen);
  return seen.length > 0 ? seen : facts;
}

class Collection {
  readonly metas = new Map<string, string[]>();
  readonly items = new Map<string, string[]>();
  readonly headings: { readonly text: string; readonly isUnseen: boolean }[] = [];
  readonly times: TimeFact[] = [];
  readonly bylines: (BylineFact & { readonly isUnseen: boolean })[] = [];
  readonly linkedData: string[] = [];
  readonly templates: string[] = [];
  titleTag: string | undefined;
  language: string | undefined;
  canonical: string | undefined;
  amp: string | undefined;

  add({ element, block, isUnseen }: MetadataElement): void {
    const a = element.attribs;
    switch (element.name) {
      case 'html':
        this.language ??= a['lang'] ?? a['xml:lang'];
        return;
      case 'meta':
        this.addMeta(a);
        return;
      case 'title':
        this.titleTag ??= shortText(element, 500);
        return;
      case 'link':
        this.addLink(a);
        return;
      case 'script':
        this.addScript(element);
        return;
      case 'time':
        this.addTime(element, block);
        return;
    }
    const isHeading = element.name === 'h1' || (a['role'] === 'heading' && a['aria-level'] === '1');
    if (isHeading && this.headings.length < MAX_HEADINGS) {
      this.headings.push({ text: shortText(element, 500), isUnseen });
    }
    const item = a['itemprop'];
    if (item !== undefined && (this.items.get(item)?.length ?? 0) < MAX_ITEMS) {
      push(this.items, item, a['content'] ?? a['datetime'] ?? shortText(element, 300));
    }
    this.addNamed(element, block, isUnseen);
  }

  private addMeta(a: Attributes): void {
    const content = a['content']?.trim();
    if (!content) return;
    for (const key of [a['property'], a['name'], a['http-equiv']])
      if (key) push(this.metas, key.toLowerCase(), content);
    if (a['itemprop']) push(this.items, a['itemprop'], content);
  }

  private addLink(a: Attributes): void {
    const rel = a['rel']?.toLowerCase();
    if (rel === 'canonical') this.canonical ??= a['href'];
    else if (rel === 'amphtml') this.amp ??= a['href'];
  }

  private addScript(element: Element): void {
    const type = element.attribs['type'];
    if (isLinkedData(type)) this.linkedData.push($(element).text());
    else this.templates.push($(element).text());
  }

  private addTime(element: Element, block: number): void {
    if (this.times.length >= MAX_EACH) return;
    const a = element.attribs;
    const said = `${a['class'] ?? ''} ${a['itemprop'] ?? ''} ${a['pubdate'] === undefined ? '' : 'pubdate'}`;
    this.times.push({
      value: a['datetime'] ?? shortText(element, 100),
      published: /pub|creat|posted|entry-date/i.test(said) && !/modif|updat/i.test(said),
      block,
    });
  }

  /** Adds an element whose class or `rel` names a byline or a date. */
  private addNamed(element: Element, block: number, isUnseen: boolean): void {
    const a = element.attribs;
    const said = a['rel'] === undefined ? a['class'] : `${a['class'] ?? ''} ${a['rel']}`;
    if (said === undefined || this.bylines.length >= MAX_EACH) return;
    if (
      /author|byline|autor|signature/i.test(said) &&
      !/bio|desc|image|img|avatar|comment|related/i.test(said)
    ) {
      const text = shortText(element, 200);
      if (text !== '')
        this.bylines.push({ text, isName: /\bauthor\b/i.test(a['rel'] ?? ''), block, isUnseen });
    }
    if (
      /published|entry-date|posted-on/i.test(said) &&
      !/updat|modif/i.test(said) &&
      this.times.length < MAX_EACH
    ) {
      this.times.push({ value: shortText(element, 120), published: true, block });
    }
  }
}

type Attributes = Element['attribs'];

function push(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else if (values.length < 50) values.push(value);
}
