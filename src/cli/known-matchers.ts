import type { Config } from '../config/load-config.ts';
import type { SilenceMatchers } from '../core/alerts/route-config.ts';
import { entityNames } from '../core/entities/entity-names.ts';
import { parseGazetteer } from '../core/entities/gazetteer-data.ts';
import { readNamedFile } from '../io/file-error.ts';
import type { Database } from '../io/store/database.ts';
import { namesOfFeeds } from '../io/store/feeds/feeds.ts';
import { missingStories } from '../io/store/stories/stories.ts';
import { filterChoices } from '../io/store/stories/story-list.ts';
import { checkMatchers, type SilenceableNames } from '../service/check-matchers.ts';
import { outletNames } from '../service/check-routes.ts';
import { watchedFeeds } from '../service/watched-feeds.ts';
import { CommandFailure } from './failure.ts';
import { numberedId } from './option-values.ts';
import { plain } from './output.ts';
import { knownTopicIds } from './require-topic.ts';

/** The matchers that the options name. */
export interface ReadMatchers {
  /** Undefined where the matchers themselves are wrong. */
  readonly matchers: SilenceMatchers | undefined;
  /** A sentence for each option that is wrong. */
  readonly faults: readonly string[];
}

/**
 * The matchers as they are stored. A misspelt name is an error, because it would hide nothing. All faults, of names and
 * of other options, are reported at once. @throws CommandFailure
 */
export async function knownMatchers(
  config: Config,
  db: Database,
  { matchers, faults }: ReadMatchers,
): Promise<SilenceMatchers> {
  if (matchers === undefined) throw new CommandFailure(faults.map(plain).join('\n'), 2);
  const stories = [matchers.story ?? []].flat().map((id) => numberedId(id, 'story'));
  const [missing] = await missingStories(db, stories);
  if (missing !== undefined)
    throw new CommandFailure(
      [...faults.map(plain), `There is no story ${missing}; see: chipwatch stories list`].join('\n'),
      faults.length > 0 ? 2 : 3,
    );
  const checked = checkMatchers(matchers, await readNames(config, db, matchers));
  const all = [...faults, ...(checked.status === 'unknown' ? checked.faults : [])];
  if (checked.status === 'unknown' || all.length > 0) throw new CommandFailure(all.map(plain).join('\n'), 2);
  return checked.matchers;
}

/** The names of the kinds that the matchers use. */
async function readNames(
  config: Config,
  db: Database,
  { topic, entity, outlet }: SilenceMatchers,
): Promise<SilenceableNames> {
  const { entities } = config;
  return {
    routes: config.routes.map(({ name }) => name),
    topics: topic === undefined ? [] : await knownTopicIds(config, db),
    entities:
      entity === undefined ? [] : entityNames(parseGazetteer(await readNamedFile(entities), entities)),
    outlets: outlet === undefined ? [] : await knownOutlets(config, db),
  };
}

async function knownOutlets(config: Config, db: Database): Promise<string[]> {
  // Feeds that were added to the configuration are in the database only after the next start.
  const { configured, sample } = await watchedFeeds(config);
  const { outlets } = await filterChoices(db);
  return [...outlets, ...[...(await namesOfFeeds(db)), ...configured, ...sample].flatMap(outletNames)];
}
