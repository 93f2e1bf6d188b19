import { Cron } from 'croner';
import { z } from 'zod';
import { READER_LANGUAGES } from '../messages/gist-labels.ts';
import type { Level, Stance } from '../topics/match.ts';

// An exhaustive record: a stance that is added to the type and not here fails to compile.
const stance = z.enum({
  proposed: 'proposed',
  'in force': 'in force',
  eased: 'eased',
  denied: 'denied',
  evaded: 'evaded',
} as const satisfies { readonly [S in Stance]: S });

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]*$/i, 'expected letters, digits, - and _ only')
  .max(64);
const topicId = z.string().min(1).max(64);
/** Per cent. */
const confidence = z
  .number()
  .min(0)
  .max(100)
  .refine((value) => value === 0 || value >= 1, 'expected per cent, from 0 to 100');
const level = z
  .enum({ sure: 'sure', possible: 'possible' } as const satisfies { readonly [L in Level]: L })
  .describe('`possible` takes the doubtful matches, too; without it a route hears of the sure ones only');
/** The language of the gist's labels. */
const readerLanguage = z.enum(READER_LANGUAGES);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day: 07:00');
const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
export const languageTag = z.string().refine(isLanguageTag, 'expected a BCP 47 tag: en, zh-Hant');
const timeZone = z.string().refine(isTimeZone, {
  error: 'expected an IANA time zone: Europe/Paris',
  params: {
    get known() {
      return Intl.supportedValuesOf('timeZone');
    },
  },
});

const severe = z
  .strictObject({
    minConfidence: confidence.optional(),
    stances: z.array(stance).min(1).optional(),
    topics: z.array(topicId).min(1).optional(),
  })
  .refine(
    (value) => Object.values(value).some((limit) => limit !== undefined),
    'expected minConfidence, stances or topics, which say what is severe',
  )
  .describe('Severe is a story with one topic that meets all of these');

const quietWindow = z
  .strictObject({
    from: clockTime,
    to: z
      .union([clockTime, z.literal('24:00')], { error: 'expected a time of day: 07:00, or 24:00' })
      .describe('End; before `from` it is on the day after. 24:00 is the end of the day'),
    days: z
      .array(weekday)
      .min(1)
      .optional()
      .describe('Days on which quiet hours begin; every day by default'),
    letThrough: severe.optional(),
  })
  .refine(({ from, to }) => from !== to, 'expected quiet hours that end at another time than they begin')
  .refine(
    ({ from, to, days }) => from !== '00:00' || to !== '24:00' || (days !== undefined && days.length < 7),
    'expected quiet hours that leave some of the week',
  );

const quietHours = z.union([quietWindow, z.array(quietWindow).min(1)]);

const digest = z
  .discriminatedUnion('every', [
    z.strictObject({
      every: z.literal('day'),
      at: clockTime.default('07:00'),
      letThrough: severe.optional(),
    }),
    z.strictObject({
      every: z.literal('week'),
      on: weekday.default('monday'),
      at: clockTime.default('07:00'),
      letThrough: severe.optional(),
    }),
    z.strictObject({
      every: z.literal('cron'),
      cron: z
        .string()
        .refine(isCron, 'expected a cron expression of five fields that comes round: 0 7,16 * * 1-5'),
      letThrough: severe.optional(),
    }),
  ])
  .describe('Without it, a route sends at once');

/** One route of the configuration: which stories go to which channels, and when. */
export const routeConfigSchema = z.strictObject({
  name,
  channels: z
    .array(name)
    .min(1)
    .refine((names) => new Set(names).size === names.length, 'expected each channel once'),
  topics: z.array(topicId).min(1).optional().describe('All topics by default'),
  languages: z.array(languageTag).min(1).optional().describe('`zh` covers `zh-Hans` and `zh-Hant`'),
  outlets: z.array(z.string().min(1)).min(1).optional(),
  excludeOutlets: z.array(z.string().min(1)).min(1).optional(),
  level: level.optional(),
  language: readerLanguage
    .optional()
    .describe('Of those who read it, for the gist of titles in other languages; `web.language` by default'),
  minConfidence: confidence.optional(),
  stances: z.array(stance).min(1).optional(),
  updates: z.boolean().default(true).describe('Whether developments of a story told before are sent too'),
  timeZone: timeZone.default('UTC'),
  digest: digest.optional(),
  quietHours: quietHours.optional(),
  cap: z
    .strictObject({ perHour: z.int().positive() })
    .optional()
    .describe('At most so many messages in any hour; what is more goes into one summary'),
});

const matcherValue = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** What a silence hides: stories that meet every given matcher by one of its values. */
const silenceMatchersSchema = z
  .strictObject({
    route: matcherValue.optional(),
    topic: matcherValue.optional(),
    outlet: matcherValue.optional(),
    language: matcherValue.optional(),
    story: matcherValue.optional(),
    entity: matcherValue.optional(),
    title: z.string().min(2).optional().describe('Part of the title, whatever the case'),
  })
  .refine(
    (value) => Object.values(value).some((limit) => limit !== undefined),
    'expected a matcher: topic, route, outlet, language, story, entity or title',
  );

/** A silence, from the configuration or the command line. It must have an end and a reason. */
export const silenceSchema = z.strictObject({
  id: z.string().min(1).optional(),
  matchers: silenceMatchersSchema,
  reason: z.string().trim().min(3),
  from: z.coerce.date().optional(),
  until: z.coerce.date(),
});

export type RouteConfig = z.infer<typeof routeConfigSchema>;
export type DigestSchedule = z.infer<typeof digest>;
export type QuietWindow = z.infer<typeof quietWindow>;
export type Severe = z.infer<typeof severe>;
export type Weekday = z.infer<typeof weekday>;
export type SilenceMatchers = z.infer<typeof silenceMatchersSchema>;
export type Silence = z.infer<typeof silenceSchema>;

/** Whether a text has the form of a BCP 47 tag; its language need not exist. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Whether the engine knows the zone. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function isCron(pattern: string): boolean {
  try {
    // Checked from a fixed instant, so that a configuration's validity does not depend on the day.
    return (
      new Cron(pattern, { mode: '5-part', paused: true }).nextRun(new Date('2026-01-01T00:00:00Z')) !== null
    );
  } catch {
    return false;
  }
}
