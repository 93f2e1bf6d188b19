import { isJobTitle, isLeftOfDate, stripByline } from './strip-byline.ts';
import { isNode, type LdNode, ldText, typesOf } from './json-ld.ts';
import type { PageFacts } from './page-facts.ts';
import { personsAfterPosition } from './position-byline.ts';
import { siteTest } from './site-author.ts';
import { plainMetadata } from './title.ts';

/** A longer list is not a list of the article's authors. */
const MAX_AUTHORS = 12;
const MAX_NAME = 60;

/**
 * The authors: from JSON-LD `author`, meta elements, microdata, `rel=author`, and elements named byline or author.
 * Joined bylines are split; addresses, dates and names such as `admin` are left out.
 */
export function readPageAuthors(facts: PageFacts): string[] {
  const isSite = siteTest(facts);
  for (const source of SOURCES) {
    const names = unique(
      source(facts)
        .flatMap(splitByline)
        .filter((name) => isName(name) && !isSite(name)),
    );
    if (names.length > 0) return names.slice(0, MAX_AUTHORS);
  }
  return [];
}

const META_NAMES = [
  'author', 'article:author', 'article:author_name', 'parsely-author', 'sailthru.author', 'dc.creator', 'dcterms.creator',
  'dc.contributor', 'byl', 'citation_author', 'cxenseparse:author', 'authors', 'creator', 'rbauthors', 'twitter:data1_author',
]; // biome-ignore format: a table

const SOURCES: readonly ((facts: PageFacts) => string[])[] = [
  (facts) => fromJsonLd(facts, false),
  (facts) => {
    for (const name of META_NAMES) {
      const values = (facts.metas.get(name) ?? []).filter((value) => splitByline(value).some(isName));
      if (values.length > 0) return values;
    }
    return [];
  },
  (facts) => [...(facts.items.get('author') ?? [])],
  (facts) => facts.bylines.filter((byline) => byline.isName).map((byline) => byline.text),
  (facts) => {
    const bylines = facts.bylines.filter((byline) => byline.text.length <= 120);
    return bylines.length === 0 ? [] : [bylines[0]!.text];
  },
  // An agency or another publisher, where no person is named.
  (facts) => fromJsonLd(facts, true),
];

/** The persons named as authors, or the organisations. */
function fromJsonLd(facts: PageFacts, organisations: boolean): string[] {
  const article = facts.article;
  if (article === undefined) return [];
  const said = article['author'] ?? article['creator'];
  const list = Array.isArray(said) ? said : [said];
  const names: string[] = [];
  for (const author of list) {
    if (isNode(author)) {
      if (isOrganisation(author) !== organisations) continue;
      const name = author['name'];
      if (Array.isArray(name)) names.push(...name.filter((n) => typeof n === 'string'));
      else if (typeof name === 'string') names.push(name);
      else if (typeof author['@id'] === 'string') {
        const known = facts.nodes.find((node) => node['@id'] === author['@id'] && node['name'] !== undefined);
        const text = ldText(known?.['name']);
        if (text !== undefined) names.push(text);
      }
    } else if (typeof author === 'string' && !organisations) names.push(author);
  }
  return names;
}

/** Whether a node is an organisation only. `['Person', 'Organization']` is a person. */
function isOrganisation(node: LdNode): boolean {
  const types = typesOf(node);
  return types.some((type) => /Organization$|Corporation$|^Brand$/.test(type)) && !types.includes('Person');
}

const BY =
  /^(?:(?:written|reported|posted|published|story|words|article|text|autor(?:in|en)?|autore|author|auteur|verfasst)?\s*(?:by|von|par|por|di|da|av|af|door|przez|od|tarafından|by:)\s+|(?:autor(?:in|en|es)?|authors?|auteurs?|autore|text|by|von|av|fotos?|редактор|автор|текст|记者|記者|作者|文|撰文|责任编辑|编辑|كتب|بقلم|إعداد|글|기자)\s*[:：/|]\s*|(?:记者|記者|作者|بقلم|كتب)\s*)/iu;
const SEPARATORS =
  /\s*(?:[,;|•·、，\n]|\s\/\s|&|\s(?:and|und|et|y|e|og|och|en|i|ja|ve|и|und der|sowie|with|mit|avec|con)\s)\s*/iu;

/** `Von Anna Muster und Max Beispiel, dpa` → Anna Muster, Max Beispiel, dpa. */
export function splitByline(byline: string): string[] {
  const text = plainMetadata(byline);
  if (text.length > 300 || /^https?:/i.test(text)) return [];
  const placed = personsAfterPosition(text);
  if (placed.length > 0) return placed;
  const names = stripByline(text)
    .replace(BY, '')
    .split(SEPARATORS)
    .map((name) => cleanName(name.replace(BY, '')));
  const persons = names.filter((name) => !isJobTitle(name));
  return persons.length > 0 ? persons : names;
}

function cleanName(name: string): string {
  return name
    .replace(/\s*(?:기자|記者|记者|特派員|통신원)$/u, '')
    .replace(/[([{].*$/u, '')
    .replace(AFTER_DASH, '')
    .replace(DATE_BEHIND, '')
    .replace(/^[\s"'“”*–—:.-]+|[\s"'“”*–—:,-]+$/gu, '')
    .trim();
}

const AFTER_DASH = /\s+[-–—|].*$/u;

/** A date after the name: `Ann Lee 7 hours ago`, `Ann Lee 30. Juni 2025`. */
const DATE_BEHIND = /(?<=\p{L})\s+\d.*$/u;

/** A place after the name: `à Bruxelles`, `in Berlin`. */
const PLACE = /^(?:à|aus|in|im|from|en|desde|depuis|de notre|a)\s/;

const NOT_NAMES =
  /^(?:admin(?:istrator)?|editor|editors|staff|guest|author|autor|unknown|anonymous|n\/a|none|null|undefined|user|webmaster|redactie|by|von|par|por|updated|published|text|texte|fotos?|photos?|bild(?:er)?|words|quelle|source)$/i;

function isName(name: string): boolean {
  if (name.length < 2 || name.length > MAX_NAME || NOT_NAMES.test(name)) return false;
  if (/https?:|www\.|@|\d{2,}/.test(name) || PLACE.test(name) || isLeftOfDate(name)) return false;
  return /\p{L}/u.test(name) && name.split(/\s+/).length <= 7;
}

function unique(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (!seen.has(key))
      seen.set(key, /^[\p{Lu}\s.'’-]+$/u.test(name) && name.length > 4 ? titleCase(name) : name);
  }
  return [...seen.values()];
}

function titleCase(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
