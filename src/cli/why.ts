import { Command } from 'commander';
import { count } from '../core/messages/phrases.ts';
import { explain } from '../core/topics/explain.ts';
import type { ClassifiableArticle } from '../core/topics/match.ts';
import { concludeDelivery, feedTrouble } from '../core/why/conclude.ts';
import type {
  AlertTrace,
  FeedTrace,
  LedgerLine,
  Routing,
  Sighting,
  StoryTrace,
  TopicTrace,
} from '../core/why/trace.ts';
import {
  type AddressExplanation,
  explainAddress,
  explainStory,
  type StoryExplanation,
} from '../pipeline/explain-item.ts';
import { loadTopics } from '../pipeline/models/load-topics.ts';
import { configOf, withStore } from './context.ts';
import { CommandFailure } from './failure.ts';
import { minute, plain, print, printJson } from './output.ts';

/** The number of reasons shown for a story's decision; the JSON has all. */
const REASONS = 4;
/** The number of latest routing decisions shown for a story. */
const ROUTINGS = 5;

const SHOWN_ELSEWHERE = new Set(['read', 'routed', 'story.opened', 'story.joined', 'backlog', 'attempt']);

/** `chipwatch why URL|STORY`: shows what happened to an item or a story, from the poll to the delivery. */
export function whyCommand(): Command {
  return new Command('why')
    .description('say what became of an article or story, step by step, and why it did or did not alert')
    .argument('<url|story>', 'the address of an article, in any form, or the number of a story')
    .option('--json', 'print JSON')
    .action(async (subject: string, options: { json?: boolean }, command: Command) => {
      const config = configOf(command);
      await withStore(config, async ({ db }) => {
        const parts = {
          db,
          explainText: async (article: ClassifiableArticle) =>
            explain(article, await loadTopics(config.topics, config.entities)),
          now: () => new Date(),
        };
        if (/^\d{1,18}$/.test(subject)) {
          const story = await explainStory(parts, subject);
          if (story === undefined)
            throw new CommandFailure(`There is no story ${subject}; see: chipwatch stories list`, 3);
          if (options.json) printJson(story);
          else printStory(story);
          return;
        }
        const found = await explainAddress(parts, subject);
        if (options.json) printJson({ address: subject, ...found });
        else if (found.kind === 'item') printItem(found);
        else printUnseen(subject, found.conclusion, found.feeds);
        if (found.kind === 'unseen') process.exitCode = 3;
      });
    });
}

function printItem(found: Extract<AddressExplanation, { kind: 'item' }>): void {
  const { article, sightings, story } = found;
  print(`${article?.sample ? '[SAMPLE] ' : ''}${plain(article?.title ?? sightings[0]?.title ?? '')}`);
  print(`  ${plain(article?.url ?? sightings[0]?.url ?? '')}`);
  print();
  print(plain(found.conclusion));
  for (const sighting of sightings) printSighting(sighting);
  if (article !== undefined) {
    section('Article');
    line(
      `fetched ${minute(article.fetchedAt)}; ${article.characters} characters, found through ${article.via}${article.viaReason === null ? '' : ` (the page ${article.viaReason})`}, confidence ${article.confidence.toFixed(2)}`,
    );
    line(
      `language ${article.languageTag} (${article.language}), confidence ${article.languageConfidence.toFixed(2)}`,
    );
  }
  if (found.topics.length > 0) section('Topics');
  for (const topic of found.topics) printTopic(topic);
  if (story !== undefined) {
    section('Story');
    line(`${story.id} “${story.title}”, ${count(story.reports, 'report')}`);
    for (const text of placeLines(story)) line(text);
  }
  printRoutings(found.routings);
  printAlerts(found.alerts);
  printHistory(found.history);
}

const ARRIVALS: Readonly<Record<Sighting['arrivedBy'], string>> = {
  feed: 'at the poll',
  push: 'by the hub’s push',
  sitemap: 'from the site’s news sitemap, after a gap in the feed, at the poll',
};

function printSighting(sighting: Sighting): void {
  section('Feed');
  line(`${sighting.feed.outlet}, ${feedState(sighting.feed)}`);
  line(sighting.feed.url);
  line(
    `stored ${ARRIVALS[sighting.arrivedBy]} of ${minute(sighting.firstSeenAt)}, last seen ${minute(sighting.lastSeenAt)}, published ${minute(sighting.published)}${sighting.backlog ? ' (backlog: too old to alert)' : ''}`,
  );
  const read =
    sighting.state === 'new'
      ? `waits to be read, due ${minute(sighting.dueAt)}`
      : `${sighting.state} ${minute(sighting.doneAt)}`;
  const tries = sighting.attempts === 0 ? '' : `, after ${count(sighting.attempts, 'failed try')}`;
  line(`${read}${tries}${sighting.outcome === null ? '' : `: ${sighting.outcome}`}`);
}

function feedState(feed: FeedTrace): string {
  const polled = feed.polledAt === null ? 'never polled' : `last polled ${minute(feed.polledAt)}`;
  const next = feed.status === 'active' ? `, next ${minute(feed.nextPollAt)}` : '';
  const trouble = feedTrouble(feed);
  return `${polled}${next}${trouble === undefined ? '' : ` (${trouble})`}`;
}

function printTopic({ topic, matched, today }: TopicTrace): void {
  if (matched !== undefined) {
    line(
      `${topic}: ${matched.level}, confidence ${matched.confidence} of 100${matched.stance === null ? '' : `, ${matched.stance}`}; ${matched.by}`,
    );
    if (matched.sentence !== undefined) line(`  “${matched.sentence}”`);
    if (today === undefined) line('  the topic is not configured any more');
    else if (today.level === undefined)
      line(`  by today’s rules it would not match: confidence ${today.confidence}, needs ${today.needs}`);
    return;
  }
  if (today === undefined) return;
  line(
    `${topic}: no, confidence ${today.confidence}, needs ${today.needs}${today.level !== undefined ? ' when it was read; by today’s rules it would match' : ''}`,
  );
  for (const miss of today.misses) line(`  ${miss}`);
}

function placeLines(place: StoryTrace): string[] {
  switch (place.how) {
    case 'opened':
      return place.nearest === undefined
        ? ['opened by this report: no other story was like it']
        : [
            `opened by this report; story ${place.nearest.storyId} was closest, with ${place.nearest.score.toFixed(2)}`,
            ...reasonLines(place.nearest.reasons),
          ];
    case 'joined':
      return [`joined with ${place.score?.toFixed(2) ?? '?'}`, ...reasonLines(place.reasons)];
    case 'placed by a person':
      return place.reasons.map((reason) => reason.says);
    case 'moved by later knowledge':
      return [...place.reasons.slice(0, 1).map(({ says }) => says), ...reasonLines(place.reasons.slice(1))];
  }
}

function reasonLines(reasons: StoryTrace['reasons']): string[] {
  return reasons
    .slice(0, REASONS)
    .map(({ says, weight }) => `  ${weight < 0 ? '' : '+'}${weight.toFixed(2)} ${says}`);
}

function printRoutings(routings: readonly Routing[]): void {
  if (routings.length === 0) return;
  section('Routes');
  for (const { at, verdicts } of routings.slice(-ROUTINGS))
    for (const { route, sends, why } of verdicts)
      line(`${minute(at)} ${route}: ${sends ? 'yes' : 'no'}, ${why}`);
}

function printAlerts(alerts: readonly AlertTrace[]): void {
  if (alerts.length === 0) return;
  section('Deliveries');
  for (const alert of alerts) {
    line(
      `${minute(alert.at)} ${alert.kind} for ${alert.route}${alert.reason === null ? '' : ` (${alert.reason})`}`,
    );
    if (alert.hiddenBy !== undefined)
      line(
        `  hidden by silence ${alert.hiddenBy.id} until ${minute(alert.hiddenBy.until)}: ${alert.hiddenBy.reason}`,
      );
    for (const delivery of alert.deliveries) {
      line(`  ${concludeDelivery(delivery, new Date())}`);
      for (const { at, outcome, answer, ms } of delivery.tries)
        line(`    ${minute(at)} ${outcome} after ${ms} ms: ${answer}`);
    }
  }
}

/** Prints people's actions, and ledger entries that no other section shows. */
function printHistory(history: readonly LedgerLine[]): void {
  const lines = history.filter(({ event }) => !SHOWN_ELSEWHERE.has(event));
  if (lines.length === 0) return;
  section('Ledger');
  for (const { at, event, detail } of lines)
    line(
      `${minute(at)} ${event} ${Object.entries(detail)
        .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join(', ')}`,
    );
}

function printStory(story: StoryExplanation): void {
  if (story.mergedFrom !== undefined) print(`Story ${story.mergedFrom} was merged into story ${story.id}.\n`);
  print(`${story.sample ? '[SAMPLE] ' : ''}${plain(story.title)}`);
  print(
    plain(
      `  story ${story.id}: ${count(story.articles.length, 'report')}, ${count(story.outlets.length, 'outlet')}, ${story.languages.join(', ')}`,
    ),
  );
  print();
  print(plain(story.conclusion));
  section('Reports');
  for (const { id, title, url, outlet, place } of story.articles) {
    line(`${outlet}: ${title} (article ${id})`);
    line(`  ${url}`);
    for (const text of place === undefined ? [] : placeLines(place)) line(`  ${text}`);
  }
  printRoutings(story.routings);
  printAlerts(story.alerts);
  printHistory(story.history);
}

function printUnseen(subject: string, conclusion: string, feeds: readonly FeedTrace[]): void {
  print(plain(subject));
  print();
  print(plain(conclusion));
  for (const feed of feeds) {
    section('Feed');
    line(`${feed.outlet}, ${feedState(feed)}`);
    line(feed.url);
    if (feed.gaps > 0)
      line(`items may have been lost ${count(feed.gaps, 'time')}, last at ${minute(feed.lastGapAt)}`);
  }
}

function section(title: string): void {
  print();
  print(title);
}

/** Prints a line of a section, with text from outside made safe. */
function line(text: string): void {
  const indent = /^ */.exec(text)?.[0] ?? '';
  print(`  ${indent}${plain(text)}`);
}
