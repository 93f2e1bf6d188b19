import type { SilenceMatchers } from '../core/alerts/route-config.ts';
import { type EntityName, findEntity } from '../core/entities/entity-names.ts';
import { didYouMean } from '../core/words/nearest-word.ts';
import { isUnknownOutlet, languageFault, outletsByKey } from './check-routes.ts';

/** The names that a silence may use. */
export interface SilenceableNames {
  /** Ids. */
  readonly topics: readonly string[];
  readonly entities: readonly EntityName[];
  /** Names and hosts. Empty where no outlet is watched yet, so that there is nothing to compare with. */
  readonly outlets: readonly string[];
  readonly routes: readonly string[];
}

export type CheckedMatchers =
  /** The matchers as they are stored. */
  | { readonly status: 'known'; readonly matchers: SilenceMatchers }
  /** A sentence for each name that does not exist. */
  | { readonly status: 'unknown'; readonly faults: readonly string[] };

/**
 * The maximum number of faults reported. The search for the nearest known name is slow, and a program may send
 * thousands of names.
 */
const MOST_FAULTS = 10;
/** Lists of up to so many names are shown whole. */
const MOST_LISTED = 20;

/**
 * Checks that all names in a silence exist, except ids of stories. A misspelt name would hide nothing, and nobody would
 * notice before the alerts come. Reports have an entity's id and display name only, so a silence by another form of the
 * name is stored by the id.
 */
export function checkMatchers(matchers: SilenceMatchers, known: SilenceableNames): CheckedMatchers {
  const faults = [...faultsOf(matchers, known).take(MOST_FAULTS)];
  if (faults.length > 0) return { status: 'unknown', faults };
  const { entity } = matchers;
  const reported = (written: string) => {
    const found = findEntity(written, known.entities);
    return found === undefined || found.name.toLowerCase() === written.toLowerCase() ? written : found.id;
  };
  if (entity === undefined) return { status: 'known', matchers };
  return {
    status: 'known',
    matchers: { ...matchers, entity: typeof entity === 'string' ? reported(entity) : entity.map(reported) },
  };
}

function* faultsOf(
  { route, topic, entity, outlet, language }: SilenceMatchers,
  known: SilenceableNames,
): Generator<string, undefined> {
  yield* missing('route', route, known.routes);
  yield* missing('topic', topic, known.topics);
  for (const name of listed(entity))
    if (findEntity(name, known.entities) === undefined) {
      const forms = known.entities.flatMap((one) => [one.id, one.name, ...one.forms]);
      yield `there is no company, chip, agency or country "${name}"${didYouMean(name, forms)}`;
    }
  const outlets = outletsByKey(known.outlets);
  for (const name of listed(outlet))
    if (outlets.size > 0 && isUnknownOutlet(name, outlets))
      yield `no feed of an outlet "${name}" is watched${didYouMean(name, known.outlets)}`;
  for (const tag of listed(language)) {
    const fault = languageFault(tag);
    if (fault !== undefined) yield fault;
  }
}

function* missing(
  what: string,
  wanted: string | readonly string[] | undefined,
  known: readonly string[],
): Generator<string, undefined> {
  const names = new Set(known.map((name) => name.toLowerCase()));
  for (const name of listed(wanted))
    if (!names.has(name.toLowerCase()))
      yield `there is no ${what} "${name}"${known.length > MOST_LISTED ? '' : `; known: ${known.join(', ')}`}${didYouMean(name, known)}`;
}

function listed(wanted: string | readonly string[] | undefined): readonly string[] {
  return wanted === undefined ? [] : [wanted].flat();
}
