import { styleText } from 'node:util';
import { count } from '../../core/messages/phrases.ts';
import { shortLine } from '../../core/words/shorten.ts';
import type { Match } from '../../core/topics/match.ts';
import type { ChangedArticle } from '../../pipeline/topics/changed-articles.ts';
import type { TopicsDiff } from '../../pipeline/topics/diff-topics.ts';
import type { Reapplied } from '../../pipeline/topics/reapply-topics.ts';
import { minute, plain, print, printTable } from '../output.ts';

interface Scope {
  readonly since: Date | undefined;
  /** How many articles are listed for each topic and kind. */
  readonly limit: number;
}

const MAX_SENTENCE = 240;

/** Prints what other topics would change, with the articles concerned. */
export function printDiff({ articles, unreadable, alerts, topics, changes }: TopicsDiff, scope: Scope): void {
  print(`${count(articles, 'article')} ${since(scope)}, by the old topics and by the new ones`);
  printUnreadable(unreadable);
  print();
  printTable(
    ['topic', 'stories +', 'stories -', 'articles +', 'articles -', 'other stance', 'other confidence'],
    topics.map((one) => [
      one.topic,
      String(one.stories.gained),
      String(one.stories.lost),
      ...figures(one.articles),
    ]),
  );
  print();
  print(
    `Alerts, one for each story with any of these topics: ${alerts.gained} gained, ${alerts.lost} lost, before routes and silences.`,
  );
  printChanges(changes, scope);
}

/** Prints what reapplying the topics changed. */
export function printReapplied(done: Reapplied, scope: Scope, how: 'dry' | 'alert' | 'silent'): void {
  print(`${count(done.articles, 'article')} ${since(scope)} classified again`);
  printUnreadable(done.unreadable);
  if (done.skipped > 0) print(`${count(done.skipped, 'article')} left alone: read again meanwhile`);
  print();
  printTable(
    ['topic', 'articles +', 'articles -', 'other stance', 'other confidence'],
    done.topics.map((one) => [one.topic, ...figures(one.articles)]),
  );
  print();
  if (done.refreshed > 0)
    print(
      `Of ${count(done.refreshed, 'further article')} only the evidence ${how === 'dry' ? 'would be' : 'was'} brought up to date.`,
    );
  print(REAPPLIED[how](done));
  printChanges(done.changes, scope);
}

const REAPPLIED: Readonly<Record<'dry' | 'alert' | 'silent', (done: Reapplied) => string>> = {
  dry: () => 'Nothing was stored (--dry-run).',
  alert: ({ alerts }) => `Alerts written: ${alerts}.`,
  silent: () => 'Nobody was alerted. Stories that are new show under: chipwatch stories list',
};

/** A change without the passages that are not shown. */
export function asJson({ before, after, ...change }: ChangedArticle) {
  return { ...change, before: before && summed(before), after: after && summed(after) };
}

function summed({ level, confidence, stance, rules, version }: Match) {
  return { level, confidence, stance, rules: rules.map(({ id }) => id), version };
}

function since({ since }: Scope): string {
  return since === undefined ? 'of the whole archive' : `read since ${minute(since)}`;
}

function figures({ gained, lost, stance, confidence }: Reapplied['topics'][number]['articles']): string[] {
  return [gained, lost, stance, confidence].map(String);
}

function printUnreadable(articles: number): void {
  if (articles > 0)
    print(`${count(articles, 'article')} could not be classified in time and were passed over`);
}

function printChanges(changes: readonly ChangedArticle[], { limit }: Scope): void {
  for (const change of changes) printChange(change);
  if (changes.length > 0) {
    print();
    print(styleText('dim', `The latest ${limit} of each topic and kind are listed (--limit).`));
  }
}

function printChange(change: ChangedArticle): void {
  const { topic, began, stopped, passage } = change;
  print();
  print(`${headline(change)}  ${change.sample ? '[SAMPLE] ' : ''}${plain(change.title)}`);
  print(`  ${plain(change.outlet)}, ${minute(change.reportedAt)}, ${change.language}, ${plain(change.url)}`);
  print(`  ${topic}: ${verdict(change.before)} → ${verdict(change.after)}`);
  if (began.length > 0) print(`  ${styleText('green', `fires now: ${began.join(', ')}`)}`);
  if (stopped.length > 0) print(`  ${styleText('red', `fires no more: ${stopped.join(', ')}`)}`);
  if (passage !== undefined) print(`  “${sentence(passage.text)}” ${styleText('dim', terms(passage))}`);
}

function headline({ kind, topic }: ChangedArticle): string {
  switch (kind) {
    case 'gained':
      return styleText(['bold', 'green'], `+ ${topic}`);
    case 'lost':
      return styleText(['bold', 'red'], `- ${topic}`);
    case 'stance':
    case 'confidence':
      return styleText('bold', `~ ${topic}`);
  }
}

function verdict(match: Match | undefined): string {
  if (match === undefined) return 'no';
  const stance = match.stance === undefined ? '' : ` (${match.stance})`;
  return `${match.level} ${match.confidence}${stance}`;
}

function terms({ terms }: NonNullable<ChangedArticle['passage']>): string {
  return terms.map(({ concept, text }) => `${concept} “${plain(text)}”`).join(', ');
}

function sentence(text: string): string {
  return shortLine(text, MAX_SENTENCE);
}
