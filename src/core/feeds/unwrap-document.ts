import { decodeHtmlReferences } from './references.ts';

/** A call around JSON (JSONP), as APIs answer where their address names a function. */
const CALL =
  /^\s*(?:\/\*\*\/\s*|;\s*)?(?:typeof [\w$.]{1,100}\s?===?\s?['"]function['"]\s?&&\s?)?[a-z_$][\w$.]{0,100}\s?\(\s*(?=[[{])/i;
const END_OF_CALL = /\)\s*;?\s*$/;
/** What some APIs write before JSON, so that no other site can run it as a program. */
const GUARD = /^\s*(?:\)\]\}',?|while\s?\(1\);|for\s?\(;;\);)\s*(?=[[{])/;

/** Tags, titles and styles before an escaped feed in a page that does nothing but show it. */
const SHOWN =
  /^\s*(?:<(?:!doctype\b|\/?(?:html|head|meta|link|body|div|main|pre|code|span|textarea)\b)[^>]{0,300}>\s*|<(title|style)\b[^>]{0,300}>[^<]{0,2000}<\/\1>\s*){0,20}(?=&(?:lt|#60|#x3c);\s?(?:\?xml|rss|feed|rdf:rdf)\b)/i;
const END_OF_SHOWN = /<\/(?:pre|textarea|body|html)\b/i;

/** A document without what a server has put around it. */
export interface Unwrapped {
  readonly text: string;
  /** A sentence on what was around it; undefined where nothing was. */
  readonly problem?: string;
}

/** Takes a feed out of a call (JSONP), or out of a page that shows its source. Time is linear in the length. */
export function unwrapDocument(text: string): Unwrapped {
  const call = (CALL.exec(text.slice(0, MAX_BEGINNING)) ?? GUARD.exec(text.slice(0, MAX_BEGINNING)))?.[0];
  if (call !== undefined) {
    const end = END_OF_CALL.exec(text.slice(-MAX_END))?.[0].length ?? 0;
    const inner = text.slice(call.length, text.length - (call.includes('(') ? end : 0));
    return { text: inner, problem: 'the feed is inside a program (JSONP)' };
  }
  const shown = SHOWN.exec(text.slice(0, MAX_BEGINNING))?.[0];
  if (shown === undefined) return { text };
  const rest = text.slice(shown.length);
  const end = END_OF_SHOWN.exec(rest)?.index ?? rest.length;
  // Pages that colour the source have elements around its parts.
  const source = rest.slice(0, end).replace(/<\/?[a-z][^<>]{0,300}>/gi, '');
  return {
    text: decodeHtmlReferences(source),
    problem: 'the feed is escaped, in a page that shows its source',
  };
}

/** How much of the beginning and of the end is examined. */
const MAX_BEGINNING = 16_384;
const MAX_END = 100;
