/** How much of a page is searched, and how many elements are kept. UTF-16 units. */
const MAX_HTML = 2_000_000;
const MAX_FOUND = 20;
/** A shorter one holds a picture or a request to switch scripts on. */
const SHORTEST = 300;

/**
 * What is inside the page's `<noscript>` and `<template>` elements: markup that is shown without scripts, or that a
 * script puts in its place. For pages without other text.
 */
export function noscriptContent(html: string): string[] {
  const page = html.slice(0, MAX_HTML);
  const found: string[] = [];
  const begin = /<(noscript|template)\b[^>]{0,300}>/gi;
  for (let open = begin.exec(page); open !== null && found.length < MAX_FOUND; open = begin.exec(page)) {
    const ending = new RegExp(`</${open[1]}`, 'gi');
    ending.lastIndex = begin.lastIndex;
    const end = ending.exec(page)?.index;
    if (end === undefined) break;
    if (end - begin.lastIndex >= SHORTEST) found.push(page.slice(begin.lastIndex, end));
    begin.lastIndex = end;
  }
  return found;
}
