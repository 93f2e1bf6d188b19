import { foldName } from './fold-name.ts';

const SEPARATOR = /\s+[|–—\-·•»«:/‹›~]+\s+|\s*[|｜｜»]\s*|_(?=\P{ASCII})/u;

/**
 * The site's name in its address, folded, alone and with its ending: `spiegel`, `spiegelde` of `www.spiegel.de`.
 * Empty where it is so short that it could be any word.
 */
export function namesInAddress(url: string): readonly string[] {
  if (url !== last.url) last = { url, names: namesIn(URL.parse(url)?.hostname ?? '') };
  return last.names;
}

/** The last answer, because the title and the authors of a page ask for it. */
let last: { readonly url: string; readonly names: readonly string[] } = { url: '', names: [] };

function namesIn(host: string): string[] {
  const labels = host.split('.');
  const name = foldName(labels.at(-2) ?? '');
  return name.length >= MIN_NAME ? [name, name + foldName(labels.at(-1)!)] : [];
}

/** Shortest name in an address, in letters. */
const MIN_NAME = 4;
/** The shortest part of a `<title>`, in letters, that may be the headline beside the site's name. */
const MIN_HEADLINE = 12;

/** Whether an `<h1>` is the site's name: it is in the address, or ends a `<title>` after other words. */
export function isMasthead(heading: string, address: readonly string[], tag: string): boolean {
  if (address.includes(heading)) return true;
  // Splitting is the expensive part, and the last part is at the end of the whole.
  if (!foldName(tag).endsWith(heading)) return false;
  const parts = partsOf(tag).map(foldName);
  if (heading !== parts.at(-1)) return false;
  return parts.some((part) => part.length > heading.length && part.length >= MIN_HEADLINE);
}

function partsOf(title: string): string[] {
  return title.split(SEPARATOR).filter((part) => part !== '');
}

/** How many parts the site's name may have in a title. */
const MAX_CUTS = 3;

/** Cuts the site's names off either end; a name may contain separators. */
export function withoutSite(title: string, names: readonly string[]): string {
  let rest = title;
  for (let cuts = 0; cuts < MAX_CUTS; cuts++) {
    const parts = partsOf(rest);
    const last = parts.at(-1);
    const first = parts[0];
    if (first === undefined || last === undefined || parts.length < 2) break;
    if (names.some((name) => isSite(last, name))) {
      rest = rest.slice(0, rest.lastIndexOf(last)).replace(TRAILING, '').trim();
    } else if (names.some((name) => isSite(first, name))) {
      rest = rest.slice(first.length).replace(LEADING, '').trim();
    } else break;
  }
  return rest;
}

const TRAILING = /[\s|–—\-·•»«:/‹›~_｜]+$/u;
const LEADING = /^[\s|–—\-·•»«:/‹›~_｜]+/u;

function isSite(part: string, site: string): boolean {
  const key = foldName(part);
  if (key === '') return true;
  return (
    site.length >= 3 &&
    (key === site ||
      (key.length > 3 && (site.includes(key) || key.includes(site)) && key.length < 2.5 * site.length))
  );
}
