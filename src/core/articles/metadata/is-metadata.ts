import type { Attributes } from '../page/element-attributes.ts';

/** Elements that may hold metadata whatever their attributes. */
const NAMES = new Set(['html', 'meta', 'title', 'link', 'h1', 'time']);

/** A cheap test of class names and `rel`s for bylines and dates. */
export const NAMED = /author|byline|autor|signature|published|entry-date|posted-on/i;

/** Microdata properties that are read. Others are found on containers as often as on values. */
const PROPERTIES = new Set(['author', 'dateModified', 'datePublished', 'headline', 'isAccessibleForFree']);

/**
 * Whether an element may hold metadata of the article; `isNamed` says whether its classes may belong to a byline or
 * date.
 */
export function isMetadata(name: string, attributes: Attributes, isNamed: boolean): boolean {
  if (isNamed || NAMES.has(name)) return true;
  if (name === 'script') return holdsData(attributes);
  const { rel, itemprop } = attributes;
  return (
    (rel !== undefined && NAMED.test(rel)) ||
    (itemprop !== undefined && PROPERTIES.has(itemprop)) ||
    attributes['aria-level'] !== undefined
  );
}

/** Whether a script holds JSON-LD or a template. Other scripts are read only where the page has no text. */
function holdsData(script: Attributes): boolean {
  return isLinkedData(script['type']) || isTemplate(script['type']);
}

/** Whether a script of this type holds markup that a program inserts into the page. */
function isTemplate(type: string | undefined): boolean {
  return type !== undefined && /^text\/(?:x-)?(?:template|html|tmpl)/i.test(type);
}

/** Whether a script of this type holds JSON-LD. */
export function isLinkedData(type: string | undefined): boolean {
  return type !== undefined && /ld\+json/i.test(type);
}
