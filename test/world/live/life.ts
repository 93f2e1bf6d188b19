import { allReports, type StoryReport } from '../../support/story-outlets.ts';
import { everydayNews } from '../everyday-news.ts';
import { mulberry32 } from '../../../bench/support/random.ts';

/** How an outlet's server behaves. */
export const MANNERS = [
  'sound',
  'slow',
  'failing',
  'lying',
  'redirecting',
  'hostile',
  'editing',
  'renaming',
  'asking',
] as const;
export type Manner = (typeof MANNERS)[number];

export interface Outlet {
  readonly index: number;
  /** Its own loopback address, so that limits for a host apply to it alone. */
  readonly host: string;
  readonly manner: Manner;
}

/** A report of an event, in the feed of one outlet from a certain instant on. */
export interface LiveReport {
  readonly id: string;
  /** -1 for a report that is on no topic. */
  readonly event: number;
  readonly outlet: number;
  readonly title: string;
  readonly text: string;
  readonly language: string;
  /** Milliseconds since the start. */
  readonly at: number;
  readonly kind: 'first' | 'syndicated' | 'other view' | 'translated' | 'other';
}

export interface LifeOptions {
  readonly seed: number;
  readonly outlets: number;
  /** How long new reports are published. Milliseconds. */
  readonly durationMs: number;
  /** Events an hour that should be alerted, for all outlets together. */
  readonly eventsPerHour: number;
  /** Reports on no topic for each event. */
  readonly othersPerEvent: number;
  readonly manners: readonly Manner[];
  /** IPv4 unless the outlets shall have addresses of `IPV6_NETWORK`, which the machine must own. */
  readonly addresses?: 'IPv6';
}

export const IPV6_NETWORK = 'fd00:77::/112';

/** A burst: this number of events occurs at once. */
const BURST = 5;

/** The labelled reports that are shipped with the project, by event, oldest first. */
const EVENTS = Map.groupBy(allReports(), ({ event }) => event);

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

export function outletsOf({ outlets, manners, addresses }: LifeOptions): Outlet[] {
  return Array.from({ length: outlets }, (_, index) => ({
    index,
    host:
      addresses === 'IPv6'
        ? `[${IPV6_NETWORK.split('::')[0]}::${(index + 1).toString(16)}]`
        : `127.1.${Math.floor(index / 250)}.${(index % 250) + 1}`,
    manner: manners[index % manners.length]!,
  }));
}

/** When each event occurs, in milliseconds since the start, the first one first. Some occur at once. */
function instantsOf(events: number, durationMs: number, random: () => number): number[] {
  const instants: number[] = [];
  for (let event = 0; event < events; event += 1)
    instants.push(event % BURST === 0 || random() < 0.7 ? random() * durationMs : instants.at(-1)!);
  return instants.sort((a, b) => a - b);
}

/** All publications in order of time. The same seed gives the same ones. */
export function lifeOf(options: LifeOptions): LiveReport[] {
  const { seed, durationMs, eventsPerHour, othersPerEvent } = options;
  const random = mulberry32(seed);
  const outlets = outletsOf(options);
  // Reports of a hostile server may be lost, so none is published by it alone.
  const honest = outlets.filter(({ manner }) => manner !== 'hostile');
  const anyOf = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)]!;
  const events = Math.min(EVENTS.size, Math.max(1, Math.round((eventsPerHour * durationMs) / 3_600_000)));
  // An event keeps its place among the others: an order is suspended after it was given, not before.
  const stories = shuffled([...EVENTS.values()], random)
    .slice(0, events)
    .sort(([a], [b]) => a!.published.localeCompare(b!.published));
  const instants = instantsOf(events, durationMs, random);
  const reports: LiveReport[] = [];
  for (const [event, [first, ...more]] of stories.entries()) {
    const at = instants[event]!;
    const say = (report: StoryReport, outlet: number, after: number, kind: LiveReport['kind']) =>
      reports.push({
        id: `e${event}x${reports.length}`,
        title: report.title,
        text: report.text,
        language: report.lang,
        event,
        outlet,
        at: at + after,
        kind,
      });
    say(first!, anyOf(honest).index, 0, 'first');
    // Other outlets publish the same text, or the other reports of the event in any language.
    if (random() < 0.3) say(first!, anyOf(outlets).index, random() * 60_000, 'syndicated');
    for (const report of more)
      say(
        report,
        anyOf(outlets).index,
        random() * 120_000,
        report.lang === first!.lang ? 'other view' : 'translated',
      );
    for (let other = 0; other < othersPerEvent; other += 1)
      reports.push({
        ...otherWords(event * othersPerEvent + other),
        id: `o${event}x${other}`,
        event: -1,
        outlet: anyOf(outlets).index,
        language: 'en',
        at: random() * durationMs,
        kind: 'other',
      });
  }
  return reports.filter(({ at }) => at < durationMs).sort((a, b) => a.at - b.at);
}

function otherWords(n: number) {
  const { subject, event } = everydayNews(n);
  return {
    title: `The ${subject} of quarter ${n + 1} ${event}`,
    text: `The ${subject} in quarter ${n + 1} ${event}, its neighbours were told at the weekly meeting. Nobody in the hall had a question, and coffee was served until the band of the fire brigade began to play.`,
  };
}
