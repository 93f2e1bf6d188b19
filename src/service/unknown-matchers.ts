import type { Config } from '../config/load-config.ts';
import type { SilenceMatchers } from '../core/alerts/route-config.ts';
import { parseGazetteer } from '../core/entities/gazetteer-data.ts';
import { didYouMean } from '../core/words/nearest-word.ts';
import { readNamedFile } from '../io/file-error.ts';
import type { Database } from '../io/store/database.ts';
import { listFeeds } from '../io/store/feeds.ts';
import { getStory } from '../io/store/stories.ts';
import { readDefinitions } from '../pipeline/topics/load-topics.ts';
import { isUnknownOutlet, languageFault, outletNames } from './check-routes.ts';
import { watchedFeeds } from './watched-feeds.ts';

/**
 * What a silence names that does not exist, a sentence each. A misspelt name would hide nothing, and nobody would
 * notice before the alerts come.
 */
export async function unknownMatchers(
  config: Config,
  db: Database,
  matchers: SilenceMatchers,
): Promise<string[]> {
  const unknown = (what: string, wanted: readonly string[], known: readonly string[]) =>
    wanted
      .filter((name) => !known.some((one) => one.toLowerCase() === name.toLowerCase()))
      .map((name) => {
        const nearest = didYouMean(name, known);
        return `there is no ${what} "${name}"${known.length > MOST_LISTED ? '' : `; known: ${known.join(', ')}`}${nearest}`;
      });
  const wanted = (name: Exclude<keyof SilenceMatchers, 'title'>) => [matchers[name] ?? []].flat();
  const routes = config.routes.map((route) => route.name);
  return [
    ...unknown('route', wanted('route'), routes),
    ...(matchers.topic === undefined ? [] : unknown('topic', wanted('topic'), await topicIds(config))),
    ...(matchers.entity === undefined ? [] : unknown('entity', wanted('entity'), await names(config))),
    ...(matchers.outlet === undefined ? [] : await unknownOutlets(config, db, wanted('outlet'))),
    ...wanted('language').flatMap((tag) => languageFault(tag) ?? []),
    ...(await unknownStories(db, wanted('story'))),
  ];
}

/** Lists of up to so many names are shown whole. */
const MOST_LISTED = 20;

async function topicIds({ topics, entities }: Config): Promise<string[]> {
  return (await readDefinitions(topics, entities)).topics.map(({ id }) => id);
}

/** The ids and names of the gazetteer. */
async function names({ entities }: Config): Promise<string[]> {
  const { organisations, agencies, chips, countries, in_context } = parseGazetteer(
    await readNamedFile(entities),
    entities,
  );
  const listed = [organisations, agencies, chips, countries].flatMap((section) => Object.entries(section));
  return [...listed, ...in_context.map(({ id, terms }) => [id, terms] as const)].flatMap(([id, terms]) => [
    id,
    ...terms,
  ]);
}

async function unknownOutlets(config: Config, db: Database, wanted: readonly string[]): Promise<string[]> {
  const { configured, sample } = await watchedFeeds(config);
  const known = new Set([...(await listFeeds(db)), ...configured, ...sample].flatMap(outletNames));
  // Without any watched feed there is nothing to compare with.
  if (known.size === 0) return [];
  return wanted
    .filter((name) => isUnknownOutlet(name, known))
    .map((name) => `no feed of an outlet "${name}" is watched${didYouMean(name, known)}`);
}

async function unknownStories(db: Database, wanted: readonly string[]): Promise<string[]> {
  const stories = await Promise.all(
    wanted.map(async (id) => (/^[1-9]\d{0,17}$/.test(id) ? await getStory(db, id) : undefined)),
  );
  return wanted.flatMap((id, index) => (stories[index] === undefined ? [`there is no story ${id}`] : []));
}
