import { describe, expect, test } from 'vitest';
import { conclude, concludeAlert, concludeDelivery, feedTrouble } from '../../../src/core/why/conclude.ts';
import type {
  AlertTrace,
  ArticleTrace,
  DeliveryTrace,
  FeedTrace,
  ItemTrace,
  Sighting,
  TopicTrace,
} from '../../../src/core/why/trace.ts';

const NOW = new Date('2026-03-04T12:00:00Z');
const at = (clock: string) => new Date(`2026-03-04T${clock}:00Z`);

const delivery: DeliveryTrace = {
  id: '12345678-aaaa-bbbb-cccc-000000000000',
  channel: 'ops',
  kind: 'alert',
  state: 'delivered',
  dueAt: at('08:00'),
  heldFor: null,
  attempts: 1,
  lastAttemptAt: at('08:01'),
  answer: '204',
  refused: null,
  deliveredAt: at('08:01'),
  tries: [],
};
const pending: DeliveryTrace = {
  ...delivery,
  state: 'pending',
  deliveredAt: null,
  answer: null,
  attempts: 0,
};

describe('a delivery', () => {
  test.each<[string, DeliveryTrace, string]>([
    ['delivered', delivery, 'delivered to ops at 2026-03-04 08:01 UTC (204)'],
    [
      'delivered late',
      { ...delivery, attempts: 3 },
      'delivered to ops at 2026-03-04 08:01 UTC after 3 attempts (204)',
    ],
    [
      'delivered, but not to all',
      { ...delivery, answer: '250 ok; refused: bo@desk.example: 550', refused: 'bo@desk.example: 550' },
      'delivered in part to ops at 2026-03-04 08:01 UTC (250 ok; refused: bo@desk.example: 550)',
    ],
    [
      'in a digest',
      { ...delivery, kind: 'digest' },
      'in a digest delivered to ops at 2026-03-04 08:01 UTC (204)',
    ],
    [
      'held',
      { ...pending, dueAt: at('18:00'), heldFor: 'quiet hours' },
      'waits for ops until 2026-03-04 18:00 UTC, held for the quiet hours',
    ],
    [
      'tried',
      { ...pending, dueAt: at('12:05'), attempts: 1, answer: '503' },
      'waits for ops until 2026-03-04 12:05 UTC; one attempt so far (503)',
    ],
    ['overdue', pending, 'overdue for ops since 2026-03-04 08:00 UTC: is the service running?'],
    [
      'dead',
      { ...delivery, state: 'dead', answer: '404', deliveredAt: null },
      'given up on ops at 2026-03-04 08:01 UTC (404); "deliveries retry 12345678" sends it again',
    ],
  ])('%s', (_name, one, says) => {
    expect(concludeDelivery(one, NOW)).toBe(says);
  });
});

const alert: AlertTrace = {
  id: '1',
  articleId: '1',
  at: at('08:00'),
  route: 'desk',
  kind: 'alert',
  reason: null,
  hiddenBy: undefined,
  deliveries: [delivery],
};

describe('an alert', () => {
  test.each<[string, AlertTrace, string]>([
    ['sent', alert, 'Alert for route desk: delivered to ops at 2026-03-04 08:01 UTC (204).'],
    [
      'an update to two channels',
      {
        ...alert,
        kind: 'update',
        reason: 'now in force',
        deliveries: [delivery, { ...delivery, channel: 'mail' }],
      },
      'Update (now in force) for route desk: delivered to ops at 2026-03-04 08:01 UTC (204); delivered to mail at 2026-03-04 08:01 UTC (204).',
    ],
    [
      'hidden',
      { ...alert, deliveries: [], hiddenBy: { id: '3', reason: 'trade fair', until: at('20:00') } },
      'Alert for route desk: hidden by silence 3 (trade fair), until 2026-03-04 20:00 UTC.',
    ],
  ])('%s', (_name, one, says) => {
    expect(concludeAlert(one, NOW)).toBe(says);
  });
});

const feed: FeedTrace = {
  url: 'https://a.example/feed',
  outlet: 'A',
  status: 'active',
  polledAt: at('11:00'),
  succeededAt: at('11:00'),
  nextPollAt: at('13:00'),
  failures: 0,
  lastError: null,
  gaps: 0,
  lastGapAt: null,
};

describe('what is wrong with a feed', () => {
  test.each<[Partial<FeedTrace>, string | undefined]>([
    [{}, undefined],
    [{ status: 'paused' }, 'it is paused'],
    [{ status: 'gone' }, 'its publisher says that it is gone'],
    [{ status: 'removed' }, 'it is not watched any more'],
    [{ polledAt: null }, 'it has not been polled yet'],
    [{ failures: 1, lastError: '503' }, 'its last poll failed: 503'],
    [{ failures: 4, lastError: '503' }, 'its last 4 polls failed: 503'],
  ])('%j: %s', (change, says) => {
    expect(feedTrouble({ ...feed, ...change })).toBe(says);
  });
});

const sighting: Sighting = {
  itemId: '1',
  feed,
  url: 'https://a.example/1',
  title: 'One',
  published: at('07:00'),
  arrivedBy: 'feed',
  firstSeenAt: at('08:00'),
  lastSeenAt: at('11:00'),
  backlog: false,
  state: 'done',
  outcome: 'read from the page (dom)',
  attempts: 0,
  dueAt: at('08:00'),
  doneAt: at('08:00'),
};
const article: ArticleTrace = {
  id: '1',
  title: 'One',
  url: 'https://a.example/1',
  outlet: 'A',
  sample: false,
  fetchedAt: at('08:00'),
  via: 'dom',
  viaReason: null,
  characters: 900,
  confidence: 0.9,
  language: 'eng',
  languageTag: 'en',
  languageConfidence: 1,
};
const today = { level: undefined, confidence: 0, needs: 25, misses: [] };
const no: TopicTrace = { topic: 'chip_ban', matched: undefined, today };
const yes: TopicTrace = {
  topic: 'chip_ban',
  matched: { level: 'sure', confidence: 92, stance: null, rules: ['r'], by: 'rule r', sentence: 's' },
  today: { ...today, level: 'sure', confidence: 92 },
};
const trace: ItemTrace = {
  sightings: [sighting],
  article,
  topics: [no],
  story: undefined,
  routings: [],
  alerts: [],
  history: [],
};

describe('the answer for an item', () => {
  test.each<[string, Partial<ItemTrace>, string]>([
    ['alerts', { alerts: [alert] }, concludeAlert(alert, NOW)],
    ['no evidence', {}, 'Not alerted: no topic matched; no rule found any of its evidence.'],
    [
      'the topic that came closest',
      {
        topics: [
          { ...no, today: { ...today, confidence: 8, misses: ['it lacks a'] } },
          { ...no, topic: 'customs_check', today: { ...today, confidence: 14, misses: ['it lacks b'] } },
        ],
      },
      'Not alerted: no topic matched; customs_check came closest (confidence 14, needs 25): it lacks b.',
    ],
    [
      'a near miss',
      { topics: [{ ...no, today: { ...today, misses: ['the text names none of chip'] } }] },
      'Not alerted: no topic matched; chip_ban came closest (confidence 0, needs 25): the text names none of chip.',
    ],
    [
      'rules that have changed',
      { topics: [{ ...no, today: { ...today, level: 'sure', confidence: 81 } }] },
      'Not alerted: no topic matched when it was read; by today’s rules chip_ban would (confidence 81, needs 25), but it is not read again.',
    ],
    [
      'routes that said no',
      {
        topics: [yes],
        routings: [
          { at: at('07:00'), articleId: '1', verdicts: [{ route: 'old', sends: false, why: 'x' }] },
          {
            at: at('08:00'),
            articleId: '1',
            verdicts: [
              { route: 'desk', sends: false, why: 'the route knows the story, and nothing developed' },
            ],
          },
        ],
        story: {
          id: '7',
          title: 'T',
          reports: 3,
          how: 'joined',
          score: 2,
          reasons: [],
          nearest: undefined,
        },
      },
      'Not alerted by this report (story 7): route desk: the route knows the story, and nothing developed.',
    ],
    [
      'backlog',
      { topics: [yes], sightings: [{ ...sighting, backlog: true }] },
      'Not alerted: it was too old when its feed first showed it (feeds.backfillAge), and was stored without an alert.',
    ],
    [
      'not read yet',
      {
        article: undefined,
        topics: [],
        sightings: [{ ...sighting, state: 'new', outcome: null, dueAt: at('12:01') }],
      },
      'Not decided: it has not been read yet; the next try is due at 2026-03-04 12:01 UTC.',
    ],
    [
      'tried in vain so far',
      {
        article: undefined,
        topics: [],
        sightings: [
          { ...sighting, state: 'new', attempts: 2, outcome: 'the page answered 503', dueAt: at('12:30') },
        ],
      },
      'Not decided: the page answered 503 (2 failed tries); the next try is due at 2026-03-04 12:30 UTC.',
    ],
    [
      'ignored',
      {
        article: undefined,
        topics: [],
        sightings: [{ ...sighting, outcome: 'title matches feeds.ignoreTitles' }],
      },
      'Not alerted: it was not read: title matches feeds.ignoreTitles.',
    ],
    [
      'given up',
      {
        article: undefined,
        topics: [],
        sightings: [{ ...sighting, state: 'failed', outcome: 'unexpected error: x' }],
      },
      'Not alerted: it was given up: unexpected error: x.',
    ],
  ])('%s', (_name, change, says) => {
    expect(conclude({ ...trace, ...change }, NOW)).toBe(says);
  });
});
