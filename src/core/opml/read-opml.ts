import type { Parser } from 'htmlparser2';
import { parseShallow } from '../xml/parse-shallow.ts';
import type { OpmlFeed } from './opml-feed.ts';

export interface OpmlList {
  readonly title: string | undefined;
  /** In the order of the file; one for each URL. */
  readonly feeds: readonly OpmlFeed[];
  /** What was left out and why. */
  readonly problems: readonly OpmlProblem[];
}

interface OpmlProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

const MAX_FEEDS = 20_000;
const MAX_PROBLEMS = 50;

/**
 * Reads an OPML 1.0 or 2.0 subscription list, also with bare ampersands, attributes in any case, no head or a missing
 * end. An outline with an xmlUrl is a feed; one without is a folder.
 *
 * @param text decoded
 * @returns undefined for anything else
 */
export function readOpml(text: string): OpmlList | undefined {
  const feeds = new Map<string, OpmlFeed>();
  const problems: OpmlProblem[] = [];
  let parser: Parser | undefined;
  const open: (string | undefined)[] = [];
  let isOpml = false;
  let inTitle = false;
  let title = '';

  const note = (message: string) => {
    if (problems.length >= MAX_PROBLEMS) return;
    problems.push({ line: text.slice(0, parser?.startIndex).split('\n').length, message });
  };

  function outline(attributes: Readonly<Record<string, string>>): string | undefined {
    const name = attributes['text']?.trim() || attributes['title']?.trim() || undefined;
    const xmlUrl = attributes['xmlurl']?.trim();
    if (xmlUrl === undefined || xmlUrl === '') return name;
    const url = feedUrl(xmlUrl);
    if (url === undefined) note(`expected an http or https URL, found "${xmlUrl.slice(0, 200)}"`);
    else if (feeds.size >= MAX_FEEDS) note(`expected at most ${MAX_FEEDS} feeds, found more`);
    else if (!feeds.has(url)) {
      feeds.set(url, {
        url,
        title: attributes['title']?.trim() || name,
        siteUrl: feedUrl(attributes['htmlurl']?.trim() ?? ''),
        language: attributes['language']?.trim() || undefined,
        folders: open.filter((folder) => folder !== undefined),
        categories: (attributes['category'] ?? '')
          .split(',')
          .map((word) => word.trim())
          .filter((word) => word !== ''),
      });
    }
    // Outlines inside a feed's outline are not in a folder of its name.
    return undefined;
  }

  const isWhole = parseShallow(text, {
    onparserinit(created) {
      parser = created;
    },
    onopentag(name, attributes) {
      const tag = name.toLowerCase();
      if (tag === 'opml') isOpml = true;
      else if (tag === 'title') inTitle = title === '';
      else if (tag === 'outline') open.push(outline(lowerCased(attributes)));
    },
    ontext(data) {
      if (inTitle && title.length < 1000) title += data;
    },
    onclosetag(name) {
      const tag = name.toLowerCase();
      if (tag === 'title') inTitle = false;
      else if (tag === 'outline') open.pop();
    },
  });
  if (!isWhole) note('expected less nesting; the rest was not read');
  return isOpml ? { title: title.trim() || undefined, feeds: [...feeds.values()], problems } : undefined;
}

/**
 * Whether the list is complete. A list that was cut off can still be read, but with fewer feeds. True for text that
 * is no OPML.
 */
export function isWholeOpml(text: string): boolean {
  const end = text.slice(-TAIL).toLowerCase();
  return !/<opml[\s>]/i.test(text.slice(0, TAIL)) || end.includes('</opml');
}

/** The end tag is searched in so many UTF-16 units at the end, which may hold comments after it. */
const TAIL = 4_096;

function lowerCased(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Some readers wrote `feed:` before the scheme, or instead of it. */
function feedUrl(text: string): string | undefined {
  const url = URL.parse(text.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://'));
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
