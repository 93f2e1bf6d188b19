import type { SilenceMatchers } from '../core/alerts/route-config.ts';
import { didYouMean } from '../core/words/nearest-word.ts';
import { getStory } from '../io/store/stories.ts';
import { languageFault } from '../service/check-routes.ts';
import type { Service } from '../service/open-service.ts';
import { rowId } from './row-id.ts';
import { unknownFilters, unknownProblem } from './unknown-filters.ts';

/** Why a silence would hide nothing: what it names does not exist. Undefined where all of it does. */
export async function silenceProblem(
  service: Pick<Service, 'config' | 'store'>,
  { topic, outlet, entity, language, route, story }: SilenceMatchers,
) {
  const named = [
    ...[topic ?? []].flat().map((one) => ({ topic: one })),
    ...[outlet ?? []].flat().map((one) => ({ outlet: one })),
    ...[entity ?? []].flat().map((one) => ({ entity: one })),
  ];
  const unknown = (await Promise.all(named.map((one) => unknownFilters(service, one)))).flat();
  if (unknown.length > 0) return unknownProblem(unknown);
  const routes = service.config.routes.map(({ name }) => name);
  const faults = [
    ...[language ?? []].flat().flatMap((tag) => languageFault(tag) ?? []),
    ...[route ?? []]
      .flat()
      .filter((name) => !routes.includes(name))
      .map((name) => `route: there is no route "${name}"${didYouMean(name, routes)}`),
  ];
  if (faults.length > 0)
    return { kind: 'problem', status: 422, title: 'That does not fit', detail: faults.join('; ') } as const;
  for (const id of [story ?? []].flat())
    if (!rowId.safeParse(id).success || (await getStory(service.store.db, id)) === undefined)
      return { kind: 'problem', status: 422, title: `There is no story ${id}` } as const;
  return undefined;
}
