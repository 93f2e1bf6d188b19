import { type Refusal, refusalWords } from './refusal.ts';

/**
 * Something to report about an accepted page. `led-on`: the entry's page forwarded to it. `archive`: it is not news.
 * `elsewhere`: it names another article's address as canonical. `undated`: it has no date.
 */
export type PageRemark = 'led-on' | 'archive' | 'elsewhere' | 'undated';

/**
 * How many pages of one host were accepted or refused for one feed; `refusal` is null for pages with nothing to
 * report.
 */
export interface HostPages {
  readonly host: string;
  /** A `PageRemark` value for accepted pages with something to report, a `Refusal` for refused ones. */
  readonly refusal: Refusal | PageRemark | null;
  readonly pages: number;
}

/** A single page may be an accident. */
const FEWEST = 2;
const SHARE = 0.3;

/** Sentences on hosts whose pages are not about their entries, forward to others, or are older than the feed says. */
export function pageHabits(tallies: readonly HostPages[]): string[] {
  return [
    ...wallsOf(tallies),
    ...Object.entries(KEPT).flatMap(([kind, says]) => kindOf(tallies, kind as PageRemark, says)),
  ];
}

const KEPT = {
  'led-on': 'only lead on to the article: followed',
  archive: 'are far older than the feed says: kept, and not told as news',
  elsewhere: 'name another article’s address as their own: not believed',
  undated: 'bear no date: the feed’s stands',
} as const satisfies Record<PageRemark, string>;

function kindOf(tallies: readonly HostPages[], kind: PageRemark, says: string): string[] {
  return tallies
    .filter(({ refusal, pages }) => refusal === kind && pages >= FEWEST)
    .map(({ host, pages }) => `${pages} of the last pages of ${host} ${says}`);
}

/** The kinds of walls, most frequent first. */
function wallsOf(tallies: readonly HostPages[]): string[] {
  const hosts = Map.groupBy(tallies, ({ host }) => host);
  return [...hosts]
    .map(([host, own]) => {
      const refused = own.flatMap(isRefused).sort((a, b) => b.pages - a.pages);
      return { host, refused, walls: sum(refused), all: sum(own) };
    })
    .filter(({ walls, all }) => walls >= FEWEST && walls >= SHARE * all)
    .sort((a, b) => b.walls - a.walls)
    .map(({ host, refused, walls, all }) => {
      const mostly = refused[0]?.refusal ?? 'unrelated';
      const how = refused.length > 1 ? 'mostly because it' : 'because it';
      return `${walls} of the last ${all} pages of ${host} were not taken for their entries, ${how} ${refusalWords(mostly)}: the feed’s own words are read instead`;
    });
}

function isRefused({ refusal, pages }: HostPages): { readonly refusal: Refusal; readonly pages: number }[] {
  return refusal === null || isKept(refusal) ? [] : [{ refusal, pages }];
}

function sum(tallies: readonly { readonly pages: number }[]): number {
  return tallies.reduce((total, { pages }) => total + pages, 0);
}

function isKept(verdict: Refusal | PageRemark): verdict is PageRemark {
  return Object.hasOwn(KEPT, verdict);
}
