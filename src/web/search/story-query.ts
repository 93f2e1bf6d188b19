import { z } from 'zod';
import { languageName } from '../../core/messages/phrases.ts';
import { meantLanguage } from '../../core/words/meant-language.ts';
import { type EntityName, findEntity } from '../../core/entities/entity-names.ts';
import { after } from '../cursor.ts';
import type { StoryFilter } from '../../io/store/stories/story-list.ts';

const NO_DATE = 'there is no such date';

/** The filters of lists of stories, on pages and in the API. */
export const storyQuery = z.object({
  topic: z.string().max(64).optional(),
  stance: z.enum(['proposed', 'in force', 'eased', 'denied', 'evaded']).optional(),
  level: z.enum(['sure', 'possible']).optional(),
  language: z.string().max(35).optional().describe('BCP 47, or its English name; `zh` covers both scripts'),
  outlet: z.string().max(300).optional(),
  country: z.string().max(64).optional().describe('The id or the name of a country in the gazetteer'),
  entity: z.string().max(200).optional().describe('The id or the name of a company, chip or agency'),
  since: z
    .string()
    .regex(/^(?:\d{1,4}[hd]|\d{4}-\d{2}-\d{2}(?:T[0-9:.]+Z)?)$/, 'expected 24h, 7d or an ISO date')
    .refine(isInstant, NO_DATE)
    .optional()
    .describe('A report in the last `24h`, `7d`, or since a date'),
  until: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(?:T[0-9:.]+Z)?$/, 'expected an ISO date')
    .refine(isInstant, NO_DATE)
    .optional(),
  state: z.enum(['unread', 'read', 'starred']).optional().describe('By what you marked'),
  sort: z.enum(['latest', 'first', 'score']).default('latest'),
  after,
});

export type StoryQuery = z.output<typeof storyQuery>;

/** The filters by names that may not exist. */
export type NamedFilters = Pick<StoryQuery, 'topic' | 'language' | 'outlet' | 'country' | 'entity'>;

/** Sorting by confidence reads every story, so it is limited to a span. Milliseconds. */
const SCORED = 30 * 86_400_000;

export function storyFilterOf(query: StoryQuery, names: readonly EntityName[], now: Date): StoryFilter {
  const since = query.since === undefined ? undefined : startOfSpan(query.since, now);
  return {
    topic: query.topic,
    stance: query.stance,
    level: query.level,
    language: query.language === undefined ? undefined : filteredLanguage(query.language),
    outlet: query.outlet,
    entities: [
      ...(query.country === undefined ? [] : [countryId(query.country, names)]),
      ...(query.entity === undefined ? [] : [entityId(query.entity, names)]),
    ],
    since: since ?? (query.sort === 'score' ? new Date(now.getTime() - SCORED) : undefined),
    until: query.until === undefined ? undefined : startOfSpan(query.until, now),
    state: query.state,
  };
}

/** Whether the date exists. One that does not would be ignored, and the list would look like the filtered one. */
function isInstant(text: string): boolean {
  return startOfSpan(text, new Date()) !== undefined;
}

/** `7d` for seven days ago, or a date. */
export function startOfSpan(text: string, now: Date): Date | undefined {
  const span = /^(\d+)([hd])$/.exec(text);
  if (span !== null)
    return new Date(now.getTime() - Number(span[1]) * (span[2] === 'h' ? 3_600_000 : 86_400_000));
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** The tag of a language by its English name; any other text is taken for a tag. */
export function filteredLanguage(written: string): string {
  const meant = meantLanguage(written);
  return meant !== undefined && languageName(meant).toLowerCase() === written.trim().toLowerCase()
    ? meant
    : written;
}

/** The id of a country by its name or its code. */
export function countryId(written: string, names: readonly EntityName[]): string {
  const countries = names.filter(({ kind }) => kind === 'country');
  const code = `country:${written.trim().toLowerCase()}`;
  return countries.some(({ id }) => id === code) ? code : entityId(written, countries);
}

/** The id of an entity by a name of the gazetteer; any other text is taken for an id. */
export function entityId(written: string, names: readonly EntityName[]): string {
  return findEntity(written, names)?.id ?? written.trim().toLowerCase();
}
