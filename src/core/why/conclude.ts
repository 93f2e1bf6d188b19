import type { AlertTrace, DeliveryTrace, FeedTrace, ItemTrace, Sighting, TopicTrace } from './trace.ts';

/** While a delivery worker runs, due deliveries are sent within seconds. Milliseconds. */
const LATE = 120_000;

/** The answer to "why did I (not) get this?", in a few sentences. Times are UTC. */
export function conclude(trace: ItemTrace, now: Date): string {
  const { alerts, article, topics } = trace;
  if (alerts.length > 0) return alerts.map((alert) => concludeAlert(alert, now)).join(' ');
  if (article === undefined) return concludeUnread(trace.sightings);
  if (topics.every((topic) => topic.matched === undefined)) return `Not alerted: ${concludeTopics(topics)}.`;
  const routing = trace.routings.at(-1);
  if (routing === undefined)
    return trace.sightings.some((sighting) => sighting.backlog)
      ? 'Not alerted: it was too old when its feed first showed it (feeds.backfillAge), and was stored without an alert.'
      : 'It matched, but no route was asked about it.';
  if (routing.verdicts.length === 0) return 'Not alerted: no route is configured.';
  const verdicts = routing.verdicts.map(({ route, why }) => `route ${route}: ${why}`).join('; ');
  return `Not alerted by this report (story ${trace.story?.id ?? 'unknown'}): ${verdicts}.`;
}

/** The state of one alert. */
export function concludeAlert(alert: AlertTrace, now: Date): string {
  const what = `${alert.kind === 'update' ? `Update (${alert.reason ?? 'a development'})` : 'Alert'} for route ${alert.route}`;
  if (alert.hiddenBy !== undefined)
    return `${what}: hidden by silence ${alert.hiddenBy.id} (${alert.hiddenBy.reason}), until ${time(alert.hiddenBy.until)}.`;
  if (alert.deliveries.length === 0) return `${what}: no delivery was written.`;
  return `${what}: ${alert.deliveries.map((delivery) => concludeDelivery(delivery, now)).join('; ')}.`;
}

/** `delivered to ops at …, after 2 attempts: 204` */
export function concludeDelivery(delivery: DeliveryTrace, now: Date): string {
  const { channel, attempts, answer } = delivery;
  const after = attempts > 1 ? ` after ${attempts} attempts` : '';
  const says = answer === null ? '' : ` (${answer})`;
  switch (delivery.state) {
    case 'delivered':
      return `${delivery.kind === 'digest' || delivery.kind === 'overflow' ? `in a ${delivery.kind} ` : ''}delivered ${delivery.refused === null ? '' : 'in part '}to ${channel} at ${time(delivery.deliveredAt)}${after}${says}`;
    case 'dead':
      return `given up on ${channel} at ${time(delivery.lastAttemptAt)}${after}${says}; "deliveries retry ${delivery.id.slice(0, 8)}" sends it again`;
    case 'pending': {
      const held = delivery.heldFor === null ? '' : `, held for the ${delivery.heldFor}`;
      const tried =
        attempts === 0 && answer === null
          ? ''
          : `; ${attempts === 1 ? 'one attempt' : `${attempts} attempts`} so far${says}`;
      const late = now.getTime() - delivery.dueAt.getTime() > LATE;
      return late
        ? `overdue for ${channel} since ${time(delivery.dueAt)}: is the service running?${tried}`
        : `waits for ${channel} until ${time(delivery.dueAt)}${held}${tried}`;
    }
  }
}

/** What keeps a feed from bringing entries; undefined for one that is polled and answers. */
export function feedTrouble(feed: FeedTrace): string | undefined {
  switch (feed.status) {
    case 'paused':
      return 'it is paused';
    case 'gone':
      return 'its publisher says that it is gone';
    case 'removed':
      return 'it is not watched any more';
    case 'active':
      if (feed.polledAt === null) return 'it has not been polled yet';
      if (feed.failures === 0) return undefined;
      return `its last ${feed.failures === 1 ? 'poll' : `${feed.failures} polls`} failed: ${feed.lastError ?? 'unknown'}`;
  }
}

function concludeUnread(sightings: readonly Sighting[]): string {
  const waiting = sightings.find((sighting) => sighting.state === 'new');
  if (waiting !== undefined) {
    const tried =
      waiting.outcome === null
        ? 'it has not been read yet'
        : `${waiting.outcome} (${waiting.attempts === 1 ? 'one failed try' : `${waiting.attempts} failed tries`})`;
    return `Not decided: ${tried}; the next try is due at ${time(waiting.dueAt)}.`;
  }
  const [first] = sightings;
  return first?.state === 'failed'
    ? `Not alerted: it was given up: ${first.outcome ?? 'unknown'}.`
    : `Not alerted: it was not read: ${first?.outcome ?? 'unknown'}.`;
}

function concludeTopics(topics: readonly TopicTrace[]): string {
  const scored = topics.flatMap(({ topic, today }) => (today === undefined ? [] : [{ topic, ...today }]));
  const best = scored.toSorted((a, b) => b.confidence - a.confidence)[0];
  if (best === undefined) return 'no topic matched';
  const by = `confidence ${best.confidence}, needs ${best.needs}`;
  if (best.level !== undefined)
    return `no topic matched when it was read; by today’s rules ${best.topic} would (${by}), but it is not read again`;
  const [miss] = best.misses;
  return miss === undefined
    ? 'no topic matched; no rule found any of its evidence'
    : `no topic matched; ${best.topic} came closest (${by}): ${miss}`;
}

function time(at: Date | null): string {
  return at === null ? 'an unknown time' : `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
