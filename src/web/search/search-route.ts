import type { SearchQuery } from './article-search.ts';

/**
 * The part of a search that a route can express, as in the configuration. Words cannot be part of a route; they would
 * have to become a topic.
 */
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
