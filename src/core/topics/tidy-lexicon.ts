const HEADER = /^( +)(?:'\*'|"\*"|([a-z]{2})): \|\s*$/;

interface Block {
  readonly language: string;
  readonly header: string;
  readonly lines: readonly string[];
}

/**
 * Puts a concept file in order: languages sorted, one term on each line, terms sorted without repetitions. Only
 * blocks of the form `en: |` are changed. A comment stays with its term, on the same line or on the lines above.
 */
export function tidyLexicon(source: string): string {
  const lines = source.split('\n');
  const out: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const indent = HEADER.exec(lines[at]!)?.[1];
    if (indent === undefined) {
      out.push(lines[at++]!);
      continue;
    }
    const blocks: Block[] = [];
    for (
      let header = HEADER.exec(lines[at]!);
      header?.[1] === indent;
      header = HEADER.exec(lines[at] ?? '')
    ) {
      const first = lines[at++]!;
      const from = at;
      while (at < lines.length && isInside(lines[at]!, indent, lines, at)) at++;
      const body = sortTerms(lines.slice(from, at), `${indent}  `);
      blocks.push({ language: header[2] ?? '', header: first.trimEnd(), lines: body });
    }
    blocks.sort((a, b) => compare(a.language, b.language));
    for (const { header, lines: body } of blocks) out.push(header, ...body);
  }
  return out.join('\n');
}

/**
 * Whether a line belongs to a block: it is indented further than the block's header. Empty lines before the next line
 * of the concept belong to it too.
 */
function isInside(line: string, indent: string, lines: readonly string[], at: number): boolean {
  if (line.trim() !== '') return line.startsWith(`${indent} `);
  const next = lines.slice(at + 1, at + 4).find((other) => other.trim() !== '');
  return next?.startsWith(indent) === true;
}

function sortTerms(lines: readonly string[], indent: string): string[] {
  const entries = new Map<string, string[]>();
  let comments: string[] = [];
  for (const line of lines.map((text) => text.trim()).filter((text) => text !== '')) {
    if (line.startsWith('#')) {
      comments.push(line);
      continue;
    }
    const [, terms = '', comment = ''] = /^(.*?)(\s+#.*)?$/.exec(line)!;
    for (const term of terms.split(',').map((part) => part.trim())) {
      if (term === '' || entries.has(term)) continue;
      entries.set(term, [...comments, `${term}${comment === '' ? '' : `  ${comment.trim()}`}`]);
      comments = [];
    }
  }
  return [...entries]
    .sort(([a], [b]) => compare(sortKey(a), sortKey(b)) || compare(a, b))
    .flatMap(([, entry]) => entry)
    .concat(comments)
    .map((line) => indent + line);
}

function sortKey(term: string): string {
  return term.replace(/^[=*]+/, '').toLowerCase();
}

/** Compares by code unit, which is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
