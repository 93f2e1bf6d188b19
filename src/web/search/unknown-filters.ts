import type { EntityName } from '../../core/entities/entity-names.ts';
import { languageName } from '../../core/messages/phrases.ts';
import { meantLanguage } from '../../core/words/meant-language.ts';
import { nearestWord } from '../../core/words/nearest-word.ts';
import type { TopicLabel } from '../../io/store/stories/story-list.ts';
import { languageFault } from '../../service/check-routes.ts';
import type { Service } from '../../service/open-service.ts';
import { getEntityNames } from './entity-names.ts';
import { getFilterChoices } from './filter-choices.ts';
import { type Html, html } from '../html.ts';
import { type NamedFilters, countryId, entityId, filteredLanguage } from './story-query.ts';
import { topicFiles } from '../archive/topic-files.ts';
import { withQuery } from '../views/parts.ts';

/** A filter with a value that nothing can have. */
export interface UnknownFilter {
  readonly field: keyof NamedFilters;
  readonly written: string;
  /** The value that was probably meant, as it is shown and as it is asked for. */
  readonly meant: { readonly label: string; readonly value: string } | undefined;
}

/** The filters whose values do not exist. Called when a list is empty. */
export async function unknownFilters(
  service: Pick<Service, 'config' | 'store'>,
  query: NamedFilters,
): Promise<UnknownFilter[]> {
  const names = await getEntityNames(service.config.entities);
  const { topic, language, outlet, country, entity } = query;
  return [
    ...(topic === undefined ? [] : await unknownTopic(service, topic)),
    ...(language === undefined ? [] : unknownLanguage(language)),
    ...(outlet === undefined ? [] : await unknownOutlet(service, outlet)),
    ...(country === undefined || isNamed(countryId(country, names), names)
      ? []
      : unknownName(
          'country',
          country,
          names.filter(({ kind }) => kind === 'country'),
        )),
    ...(entity === undefined || isNamed(entityId(entity, names), names)
      ? []
      : unknownName('entity', entity, names)),
  ];
}

/** The topics that something matched, and those of the rules. */
export async function knownTopics(service: Pick<Service, 'config' | 'store'>): Promise<TopicLabel[]> {
  const { topics } = await getFilterChoices(service.store.db);
  const defined = (await topicFiles(service)).flatMap(({ topic, title }) =>
    topic === undefined ? [] : [{ id: topic, label: title ?? topic }],
  );
  return [...topics, ...defined];
}

async function unknownTopic(
  service: Pick<Service, 'config' | 'store'>,
  written: string,
): Promise<UnknownFilter[]> {
  // These are checked first, because most topics are among them, and reading all rule files takes longer.
  const { topics } = await getFilterChoices(service.store.db);
  if (topics.some(({ id }) => id === written)) return [];
  const known = await knownTopics(service);
  if (known.some(({ id }) => id === written)) return [];
  const nearest = nearestWord(
    written,
    known.flatMap(({ id, label }) => [id, label]),
  );
  const meant = known.find(({ id, label }) => id === nearest || label === nearest);
  return [{ field: 'topic', written, meant: meant && { label: meant.label, value: meant.id } }];
}

function unknownLanguage(written: string): UnknownFilter[] {
  if (languageFault(filteredLanguage(written)) === undefined) return [];
  const meant = meantLanguage(written);
  return [
    {
      field: 'language',
      written,
      meant: meant === undefined ? undefined : { label: languageName(meant), value: meant },
    },
  ];
}

async function unknownOutlet(
  { store: { db } }: Pick<Service, 'store'>,
  written: string,
): Promise<UnknownFilter[]> {
  const { outlets } = await getFilterChoices(db);
  const feeds = await db.selectFrom('feeds').select('outlet').distinct().execute();
  const known = new Set([...outlets, ...feeds.map(({ outlet }) => outlet)]);
  if (known.has(written)) return [];
  const meant = nearestWord(written, known);
  return [
    { field: 'outlet', written, meant: meant === undefined ? undefined : { label: meant, value: meant } },
  ];
}

function unknownName(
  field: 'country' | 'entity',
  written: string,
  names: readonly EntityName[],
): UnknownFilter[] {
  const nearest = nearestWord(
    written,
    names.flatMap(({ id, name, forms }) => [name, id, ...forms]),
  );
  const meant = names.find(
    ({ id, name, forms }) =>
      name === nearest || id === nearest || (nearest !== undefined && forms.has(nearest)),
  );
  return [{ field, written, meant: meant && { label: meant.name, value: meant.id } }];
}

function isNamed(wanted: string, names: readonly EntityName[]): boolean {
  return names.some(({ id }) => id === wanted);
}

const KINDS: Readonly<Record<keyof NamedFilters, string>> = {
  topic: 'topic',
  language: 'language',
  outlet: 'outlet',
  country: 'country',
  entity: 'company, chip or agency',
};

/** For people: what does not exist, with a link to what was probably meant. */
export function unknownNotice(
  path: string,
  query: Readonly<Record<string, unknown>>,
  unknown: readonly UnknownFilter[],
): Html {
  return html`${unknown.map(
    ({ field, written, meant }) =>
      html`<p class="notice bad">There is no ${KINDS[field]} “${written}”.${
        meant === undefined
          ? undefined
          : html` Did you mean <a href="${withQuery(path, query, { [field]: meant.value, after: undefined })}">${meant.label}</a>?`
      }</p>`,
  )}`;
}

/** For programs: the same as a problem. */
export function unknownProblem(unknown: readonly UnknownFilter[]) {
  const detail = unknown
    .map(
      ({ field, written, meant }) =>
        `${field}: there is no ${KINDS[field]} "${written}"${meant === undefined ? '' : `; did you mean "${meant.value}"?`}`,
    )
    .join('\n');
  return { kind: 'problem', status: 422, title: 'That does not fit', detail } as const;
}
