/** Addresses that stand for themselves: with a scheme, or a fragment of the page. */
const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|#)/i;

/** Attributes that hold an address, and their value in any style of quoting. */
const ADDRESS_ATTRIBUTE =
  /\b(href|src|poster|cite|longdesc|background)(\s{0,20}=\s{0,20})("[^"]*"|'[^']*'|[^\s"'<>]+)/gi;

/**
 * An address made absolute, in the form of the URL standard.
 * @returns undefined for what is no address of the web (`http`, `https`), or is longer than `maxLength`.
 */
export function webAddress(written: string | undefined, base: string, maxLength: number): string | undefined {
  const trimmed = written?.trim();
  if (!trimmed || trimmed.length > maxLength || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

/** HTML with the relative addresses in its attributes made absolute. Absolute ones stay as they are written. */
export function resolveAddresses(html: string, base: string): string {
  if (!html.includes('=')) return html;
  return html.replace(ADDRESS_ATTRIBUTE, (whole, name: string, equals: string, quoted: string) => {
    const quote = quoted[0] === '"' || quoted[0] === "'" ? quoted[0] : '';
    const value = (quote === '' ? quoted : quoted.slice(1, -1)).trim();
    if (value === '' || ABSOLUTE.test(value)) return whole;
    const decoded = value.replaceAll('&amp;', '&');
    if (!URL.canParse(decoded, base)) return whole;
    const absolute = new URL(decoded, base).href
      .replaceAll('&', '&amp;')
      .replaceAll('"', '%22')
      .replaceAll("'", '%27');
    return `${name}${equals}${quote || '"'}${absolute}${quote || '"'}`;
  });
}
