export interface Link {
  readonly target: string;
  /** In lower case. */
  readonly relations: readonly string[];
}

/**
 * Parses a Link header (RFC 8288 §3), also several joined by commas. Invalid parts are left out. Targets may contain
 * commas and semicolons, so the header cannot just be split.
 */
export function parseLinkHeader(header: string): Link[] {
  const links: Link[] = [];
  for (const [, target, parameters] of header.matchAll(
    /<([^<>]*)>((?:\s*;\s*[^\s;,="<>]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"]*))?)*)/g,
  )) {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters!);
    const relations = (rel?.[1] ?? rel?.[2] ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter((name) => name !== '');
    if (relations.length > 0) links.push({ target: target!.trim(), relations });
  }
  return links;
}
