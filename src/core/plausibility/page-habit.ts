import { type Refusal, refusalWords } from './refusal.ts';

/** How the pages of one host fared for one feed; `refusal` is null for those that stood for their entry at once. */
export interface HostPages {
  readonly host: string;
  /** `led-on`: another page, that this one leads to, stood for the entry. `archive`: it did, and is no news. */
  readonly refusal: Refusal | 'led-on' | 'archive' | null;
  readonly pages: number;
}

/** One page may be an accident. */
const FEWEST = 2;
const SHARE = 0.3;

/** Sentences on hosts whose pages do not stand for their entries, lead on to others, or are older than the feed says. */
export function pageHabits(tallies: readonly HostPages[]): string[] {
  return [...wallsOf(tallies), ...kindOf(tallies, 'led-on', LED_ON), ...kindOf(tallies, 'archive', ARCHIVE)];
}

const LED_ON = 'only lead on to the article: followed';
const ARCHIVE = 'are far older than the feed says: kept, and not told as news';

function kindOf(tallies: readonly HostPages[], kind: 'led-on' | 'archive', says: string): string[] {
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
  return refusal === null || refusal === 'led-on' || refusal === 'archive' ? [] : [{ refusal, pages }];
}

function sum(tallies: readonly { readonly pages: number }[]): number {
  return tallies.reduce((total, { pages }) => total + pages, 0);
}
