import { type Refusal, refusalWords } from './refusal.ts';

/**
 * What a page was that stood for its entry. `led-on`: another page, that the entry's leads to, did. `archive`: it is no
 * news. `elsewhere`: it names another article's address as its own. `undated`: it bears no date.
 */
export type Kept = 'led-on' | 'archive' | 'elsewhere' | 'undated';

/** How the pages of one host fared for one feed; `refusal` is null for those with nothing to tell of. */
export interface HostPages {
  readonly host: string;
  /** `led-on`: another page, that this one leads to, stood for the entry. `archive`: it did, and is no news. */
  readonly refusal: Refusal | Kept | null;
  readonly pages: number;
}

/** One page may be an accident. */
const FEWEST = 2;
const SHARE = 0.3;

/** Sentences on hosts whose pages are not about their entries, lead on to others, or are older than the feed says. */
export function pageHabits(tallies: readonly HostPages[]): string[] {
  return [
    ...wallsOf(tallies),
    ...Object.entries(KEPT).flatMap(([kind, says]) => kindOf(tallies, kind as Kept, says)),
  ];
}

const KEPT = {
  'led-on': 'only lead on to the article: followed',
  archive: 'are far older than the feed says: kept, and not told as news',
  elsewhere: 'name another article’s address as their own: not believed',
  undated: 'bear no date: the feed’s stands',
} as const satisfies Record<Kept, string>;

function kindOf(tallies: readonly HostPages[], kind: Kept, says: string): string[] {
  return tallies
    .filter(({ refusal, pages }) => refusal === kind && pages >= FEWEST)
    .map(({ host, pages }) => `${pages} of the last pages of ${host} ${says}`);
}

/** That with the most of them first. */
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

function isKept(verdict: Refusal | Kept): verdict is Kept {
  return Object.hasOwn(KEPT, verdict);
}
