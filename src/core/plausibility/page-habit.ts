import { type Refusal, refusalWords } from './refusal.ts';

/** How the pages of one host fared for one feed; `refusal` is null for those that stood for their entry. */
export interface HostPages {
  readonly host: string;
  readonly refusal: Refusal | null;
  readonly pages: number;
}

/** One page may be an accident. */
const FEWEST = 2;
const SHARE = 0.3;

/** A sentence for each host whose pages mostly do not stand for their entries, that with the most of them first. */
export function pageHabits(tallies: readonly HostPages[]): string[] {
  const hosts = Map.groupBy(tallies, ({ host }) => host);
  return [...hosts]
    .map(([host, own]) => {
      const refused = own.filter(({ refusal }) => refusal !== null).sort((a, b) => b.pages - a.pages);
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

function sum(tallies: readonly HostPages[]): number {
  return tallies.reduce((total, { pages }) => total + pages, 0);
}
