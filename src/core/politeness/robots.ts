/**
 * robots.txt by RFC 9309. The package robots-parser was tried first. It differs from the RFC: a Sitemap line splits a
 * group, a byte order mark or `chipwatch crawler` hides one, and `%62` does not match `b`; and alternating stars make
 * its matcher quadratic. Little would have been left for it to do.
 */

/** The rules of one robots.txt for one crawler. Can be stored as JSON. */
export interface RobotsRules {
  readonly rules: readonly RobotsRule[];
  /** Not part of the RFC, but obeyed where a site asks for it. */
  readonly crawlDelaySeconds?: number | undefined;
  readonly sitemaps: readonly string[];
}

interface RobotsRule {
  readonly allow: boolean;
  /** Normalised; `*` matches any characters, a final `$` the end. */
  readonly pattern: string;
}

export const ALLOW_ALL: RobotsRules = { rules: [], sitemaps: [] };
export const DISALLOW_ALL: RobotsRules = { rules: [{ allow: false, pattern: '/' }], sitemaps: [] };

/** RFC 9309 §2.5: text after 500 KiB is ignored. */
const MAX_LENGTH = 500 * 1024;
/** Eight times the longest URL that browsers once took; Google cuts lines there (google/robotstxt, robots.cc). */
const MAX_LINE = 2083 * 8;

/**
 * Reads a robots.txt for one crawler: all groups that name its product token, or those for `*` where none does.
 * @param token our product token, such as `chipwatch`; case is ignored
 */
export function parseRobots(text: string, token: string): RobotsRules {
  const own = newGroup();
  const everyone = newGroup();
  const sitemaps: string[] = [];
  const wanted = token.toLowerCase();
  let named: Group[] = [];
  let namingAgents = false;

  for (const line of text
    .slice(0, MAX_LENGTH)
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)) {
    const [key, value] = keyAndValue(line.slice(0, MAX_LINE));
    if (key === 'user-agent') {
      if (!namingAgents) named = [];
      namingAgents = true;
      const agent = agentToken(value);
      if (agent === wanted) {
        own.isNamed = true;
        named.push(own);
      } else if (agent === '*') named.push(everyone);
    } else if (key === 'allow' || key === 'disallow') {
      namingAgents = false;
      // An empty path makes no rule: `Disallow:` allows everything. A dollar sign has a meaning only at the end.
      const pattern = normalised(value).replace(/\$(?=.)/g, '%24');
      if (pattern !== '') for (const group of named) group.rules.push({ allow: key === 'allow', pattern });
    } else if (key === 'crawl-delay') {
      const delay = Number(value);
      if (value !== '' && delay >= 0) for (const group of named) group.crawlDelaySeconds ??= delay;
    } else if (key === 'sitemap' && value !== '') sitemaps.push(value);
  }

  const { rules, crawlDelaySeconds } = own.isNamed ? own : everyone;
  return { rules, sitemaps, ...(crawlDelaySeconds === undefined ? {} : { crawlDelaySeconds }) };
}

/** Whether a URL of that site may be fetched: the longest matching rule decides, and Allow wins a tie. */
export function isAllowed(robots: RobotsRules, url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  const path = normalised(`${parsed.pathname}${parsed.search}`).replace(/[*$]/g, encodeSpecial);
  if (path === '/robots.txt') return true;
  let verdict = true;
  let longest = -1;
  for (const { allow, pattern } of robots.rules) {
    if (pattern.length < longest || (pattern.length === longest && verdict) || !matches(pattern, path))
      continue;
    verdict = allow;
    longest = pattern.length;
  }
  return verdict;
}

interface Group {
  readonly rules: RobotsRule[];
  crawlDelaySeconds?: number;
  isNamed: boolean;
}

function newGroup(): Group {
  return { rules: [], isNamed: false };
}

/**
 * Splits a line into key and value. Accepts the misspellings and missing colons that Google's parser accepts
 * (google/robotstxt, robots.cc).
 */
function keyAndValue(line: string): [key: string, value: string] {
  const [, name = '', value = ''] =
    /^\s*(user[ -]?agent|[a-z-]+)(?:\s*:\s*|\s+)(.*)$/i.exec(line.replace(/#.*/, '').trim()) ?? [];
  const key = name.toLowerCase();
  if (/^user[ -]?agent$/.test(key)) return ['user-agent', value];
  return [/^dis{1,2}al{1,2}[ao]w$/.test(key) ? 'disallow' : key, value];
}

/** `ChipWatch/2.0 (crawler)` names chipwatch. */
function agentToken(value: string): string {
  return /^(\*|[a-z_-]+)/i.exec(value)?.[0].toLowerCase() ?? '';
}

/**
 * One spelling for equivalent paths (RFC 9309 §2.2.2): non-ASCII characters are percent-encoded, escapes are in upper
 * case, and escaped characters that need no escape are decoded.
 */
function normalised(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(text.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (escape) => {
      const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
      return /[a-z0-9._~-]/i.test(character) ? character : escape.toUpperCase();
    });
}

/** Encodes characters of a path that a pattern can only match when encoded. */
function encodeSpecial(character: string): string {
  return character === '*' ? '%2A' : '%24';
}

/** Leftmost matching of the pieces between stars: sufficient for globs, and linear in the path. */
function matches(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const [first, ...rest] = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first!)) return false;
  let at = first!.length;
  const last = isAnchored ? rest.pop() : undefined;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  if (!isAnchored) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}
