import { z } from 'zod';
import type { EntityName } from './entity-names.ts';
import { after } from './cursor.ts';
import type { StoryFilter } from '../io/store/story-list.ts';

const NO_DATE = 'there is no such date';

/** The filters of lists of stories, on pages and in the API. */
export const storyQuery = z.object({
  topic: z.string().max(64).optional(),
  stance: z.enum(['proposed', 'in force', 'eased', 'denied', 'evaded']).optional(),
  level: z.enum(['sure', 'possible']).optional(),
  language: z.string().max(35).optional().describe('BCP 47; `zh` covers both scripts'),
  outlet: z.string().max(300).optional(),
  country: z.string().max(64).optional().describe('The id of a country in the gazetteer'),
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

/** Sorting by confidence reads every story, so it is limited to a span. Milliseconds. */
const SCORED = 30 * 86_400_000;

export function storyFilterOf(query: StoryQuery, names: readonly EntityName[], now: Date): StoryFilter {
  const since = query.since === undefined ? undefined : instantOf(query.since, now);
  return {
    topic: query.topic,
    stance: query.stance,
    level: query.level,
    language: query.language,
    outlet: query.outlet,
    entities: [
      ...(query.country === undefined ? [] : [query.country]),
      ...(query.entity === undefined ? [] : [entityId(query.entity, names)]),
    ],
    since: since ?? (query.sort === 'score' ? new Date(now.getTime() - SCORED) : undefined),
    until: query.until === undefined ? undefined : instantOf(query.until, now),
    state: query.state,
  };
}

/** Whether the date exists. One that does not would be ignored, and the list would look like the filtered one. */
function isInstant(text: string): boolean {
  return instantOf(text, new Date()) !== undefined;
}

/** `7d` for seven days ago, or a date. */
function instantOf(text: string, now: Date): Date | undefined {
  const span = /^(\d+)([hd])$/.exec(text);
  if (span !== null)
    return new Date(now.getTime() - Number(span[1]) * (span[2] === 'h' ? 3_600_000 : 86_400_000));
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** The id of an entity by a name of the gazetteer; any other text is taken for an id. */
function entityId(written: string, names: readonly EntityName[]): string {
  const wanted = written.trim().toLowerCase();
  const found = names.find(({ id, forms }) => id === wanted || forms.has(wanted));
  return found?.id ?? wanted;
}
