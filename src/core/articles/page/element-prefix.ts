/** How far from its beginning a page names its namespaces. UTF-16 units. */
const HEAD = 4_000;
const XHTML_PREFIX = /\sxmlns:([a-z_][\w.-]{0,20})\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["']/i;

/** A page of XHTML whose elements have a prefix (`<h:p>`), without that prefix; any other page unchanged. */
export function withoutPrefix(html: string): string {
  const prefix = XHTML_PREFIX.exec(html.slice(0, HEAD))?.[1];
  if (prefix === undefined) return html;
  return html.replaceAll(new RegExp(`(</?)${prefix.replaceAll('.', '\\.')}:(?=[a-z])`, 'gi'), '$1');
}
