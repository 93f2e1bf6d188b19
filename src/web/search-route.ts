import type { SearchQuery } from './article-search.ts';

/** What a route can say of a search, as it would stand in the configuration; its words would have to become a topic. */
export function routeOfSearch(query: SearchQuery, name: string, channel: string): Record<string, unknown> {
  return {
    name,
    channels: [channel],
    ...(query.topic === undefined ? {} : { topics: [query.topic] }),
    ...(query.language === undefined ? {} : { languages: [query.language] }),
    ...(query.outlet === undefined ? {} : { outlets: [query.outlet] }),
    ...(query.level === 'possible' ? { level: 'possible' } : {}),
  };
}
