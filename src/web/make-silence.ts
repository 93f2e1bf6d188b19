import type { Silence } from '../core/alerts/route-config.ts';
import type { Database } from '../io/store/database.ts';
import { namesOfFeeds } from '../io/store/feeds/feeds.ts';
import { insertSilence } from '../io/store/silences.ts';
import { missingStories } from '../io/store/stories/stories.ts';
import { checkMatchers, type SilenceableNames } from '../service/check-matchers.ts';
import { outletNames } from '../service/check-routes.ts';
import type { Service } from '../service/open-service.ts';
import { getEntityNames } from './search/entity-names.ts';
import { getFilterChoices } from './search/filter-choices.ts';
import type { Answer } from './route.ts';
import { knownTopics } from './search/unknown-filters.ts';

type Made =
  | { readonly status: 'made'; readonly id: string }
  | { readonly status: 'refused'; readonly problem: Answer };

/** Stores a silence. One that names what does not exist is refused. */
export async function makeSilence(
  service: Pick<Service, 'config' | 'store'>,
  silence: Silence,
): Promise<Made> {
  const { db } = service.store;
  const checked = checkMatchers(silence.matchers, await namesFor(service, silence.matchers));
  const faults = [
    ...(checked.status === 'unknown' ? checked.faults : []),
    ...(await missingStories(db, [silence.matchers.story ?? []].flat())).map(
      (id) => `there is no story ${id}`,
    ),
  ];
  if (checked.status === 'unknown' || faults.length > 0)
    return {
      status: 'refused',
      problem: { kind: 'problem', status: 422, title: 'That does not fit', detail: faults.join('\n') },
    };
  return { status: 'made', id: await insertSilence(db, { ...silence, matchers: checked.matchers }) };
}

/** The names of the kinds that the matchers use. */
async function namesFor(
  service: Pick<Service, 'config' | 'store'>,
  { topic, entity, outlet }: Silence['matchers'],
): Promise<SilenceableNames> {
  const { config, store } = service;
  return {
    routes: config.routes.map(({ name }) => name),
    topics: topic === undefined ? [] : (await knownTopics(service)).map(({ id }) => id),
    entities: entity === undefined ? [] : await getEntityNames(config.entities),
    outlets: outlet === undefined ? [] : await knownOutlets(store.db),
  };
}

/** The outlets of feeds, with their hosts, and those of articles: an aggregator's feed brings several. */
async function knownOutlets(db: Database): Promise<string[]> {
  const [{ outlets }, feeds] = await Promise.all([getFilterChoices(db), namesOfFeeds(db)]);
  return [...outlets, ...feeds.flatMap(outletNames)];
}
