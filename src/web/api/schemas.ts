import { z } from 'zod';
import { ROLES } from '../route.ts';

const instant = z.iso.datetime().describe('UTC');
const number = z.string().regex(/^\d+$/, 'expected a whole number');

const apiTopic = z.object({
  id: z.string(),
  level: z.enum(['sure', 'possible']),
  stance: z.string().nullable(),
});

export const apiStory = z
  .object({
    id: number,
    title: z.string(),
    link: z.string(),
    sample: z.boolean().describe('Made up: it came from the bundled sample outlet'),
    reports: z.int(),
    outlets: z.array(z.string()),
    languages: z.array(z.string()).describe('BCP 47'),
    topics: z.array(apiTopic),
    firstReport: instant,
    latestReport: instant,
    alerted: instant.nullable().describe('When the first alert was sent; null where there is none'),
    read: z.boolean(),
    starred: z.boolean(),
  })
  .meta({ id: 'Story' });

/** An article in the API's answers. */
const article = z.object({
  id: number,
  title: z.string(),
  url: z.string(),
  outlet: z.string(),
  language: z.string(),
  reported: instant,
});

export const apiReport = article
  .extend({ added: z.array(z.string()).describe('What was new in it, in words') })
  .meta({ id: 'Report' });

export const apiArticle = article
  .extend({
    sample: z.boolean(),
    story: number.nullable(),
    score: z.number().nullable().describe('How well it fits, where that is what the list is sorted by'),
    topics: z.array(z.object({ id: z.string(), label: z.string(), level: z.enum(['sure', 'possible']) })),
  })
  .meta({ id: 'Article' });

export const apiArticleText = article
  .extend({
    lead: z.string().nullable(),
    text: z.string(),
    entities: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string(), count: z.int() })),
    matches: z.array(
      z.object({
        topic: z.string(),
        level: z.string(),
        confidence: z.int(),
        stance: z.string().nullable(),
        rules: z.array(z.string()).describe('The rules that fired; none where the fitted weights decided'),
        why: z.string().describe('In words, as in alerts'),
        passages: z.array(z.unknown()),
      }),
    ),
  })
  .meta({ id: 'ArticleText' });

export const apiAlert = z
  .object({
    id: number,
    story: number,
    article: number.describe('The report that it was sent for'),
    at: instant,
    kind: z.enum(['alert', 'update']),
    reason: z.string().nullable(),
    route: z.string(),
    topics: z.array(z.string()),
    title: z.string(),
    link: z.string(),
    outlet: z.string(),
    language: z.string(),
    sample: z.boolean(),
    deliveries: z.int(),
    delivered: z.int(),
  })
  .meta({ id: 'Alert' });

export const apiFeed = z
  .object({
    id: number,
    url: z.string(),
    outlet: z.string(),
    state: z.string(),
    origin: z.string(),
    lastSuccess: instant.nullable(),
    nextPoll: instant.nullable(),
    lastError: z.string().nullable(),
    failures: z.int(),
    gaps: z.int(),
    daily: z
      .array(z.int())
      .describe('Items of each of the last 14 days, the oldest first; empty where there was none'),
  })
  .meta({ id: 'Feed' });

export const apiSilence = z
  .object({
    id: number,
    on: z.string().describe('What it hides, in words'),
    matchers: z.record(z.string(), z.unknown()),
    reason: z.string(),
    until: instant,
    hid: z.int(),
  })
  .meta({ id: 'Silence' });

export const apiDelivery = z
  .object({
    id: z.string(),
    state: z.enum(['pending', 'delivered', 'dead']),
    kind: z.string(),
    route: z.string(),
    channel: z.string(),
    created: instant,
    due: instant,
    attempts: z.int(),
    answer: z.string().nullable(),
    refused: z.string().nullable().describe('Recipients that were refused while others got it'),
    delivered: instant.nullable(),
    title: z.string(),
  })
  .meta({ id: 'Delivery' });

export const apiJudgement = z
  .object({
    id: number,
    story: number,
    topic: z.string(),
    reader: z.string(),
    relevant: z.boolean(),
    because: z.string(),
    at: instant,
  })
  .meta({ id: 'Judgement' });

export const apiAuditLine = z
  .object({
    id: number,
    at: instant,
    who: z.string(),
    did: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditLine' });

export const apiPerson = z
  .object({
    id: number,
    name: z.string(),
    role: z.enum(ROLES),
    shut: z.boolean(),
    by: z.enum(['password', 'OpenID Connect']),
    seen: instant.nullable(),
  })
  .meta({ id: 'Person' });

export const apiItem = z
  .object({
    id: number,
    state: z.enum(['failed', 'waiting']),
    outlet: z.string(),
    url: z.string(),
    title: z.string(),
    attempts: z.int(),
    result: z.string().nullable().describe('What came of reading it, in words'),
    firstSeen: instant,
    due: instant,
    done: instant.nullable(),
  })
  .meta({ id: 'Item' });

export const apiToken = z
  .object({
    id: number,
    name: z.string(),
    role: z.enum(ROLES),
    of: z.string().nullable().describe('The account; null for one of the command line'),
    made: instant,
    expires: instant,
    used: instant.nullable(),
  })
  .meta({ id: 'Token' });

export const apiQuality = z
  .object({ topic: z.string(), right: z.int(), wrong: z.int(), missed: z.int() })
  .meta({ id: 'Quality' });

/** RFC 9457. */
export const apiProblem = z
  .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string().optional() })
  .meta({ id: 'Problem' });
