import { Command } from 'commander';
import type { ArchiveScope } from '../../pipeline/topics/classify-archive.ts';
import { diffTopics } from '../../pipeline/topics/diff-topics.ts';
import { reapplyTopics } from '../../pipeline/topics/reapply-topics.ts';
import { readDefinitions } from '../../pipeline/models/load-topics.ts';
import { publishingOf } from '../command-log.ts';
import { configOf, withStore } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import { durationOption, severalOption, wholeOption } from '../option-values.ts';
import { printJson } from '../output.ts';
import { requireTopicsAmong } from '../require-topic.ts';
import { openRules, withProgress } from './archive-tools.ts';
import { asJson, printDiff, printReapplied } from './print-changes.ts';

interface ArchiveOptions {
  /** Seconds. */
  readonly since?: number;
  readonly topic?: readonly string[];
  readonly limit: number;
  readonly json?: boolean;
}

/** `chipwatch topics diff OLD NEW`: shows what an edit would change, before it is used. */
export function topicsDiffCommand(): Command {
  return archiveOptions(new Command('diff'))
    .description('replay two versions of the topics over the stored articles: alerts gained and lost')
    .argument('<old>', 'directory or file of topics')
    .argument('<new>', 'directory or file of topics')
    .addHelpText('after', '\nNothing is stored and nobody is alerted.')
    .action(async (old: string, now: string, options: ArchiveOptions, command: Command) => {
      const config = configOf(command);
      const { entities } = config;
      const topics = new Set([...(await topicsOf(old)), ...(await topicsOf(now))]);
      const scope = scopeOf(options, [...topics]);
      await using before = await openRules({ topics: old, entities });
      await using after = await openRules({ topics: now, entities });
      await withStore(config, async ({ db }) => {
        const diff = await withProgress((progress) =>
          diffTopics({ db, before: before.reader, after: after.reader }, scope, progress),
        );
        if (options.json) printJson({ since: scope.since, ...diff, changes: diff.changes.map(asJson) });
        else printDiff(diff, scope);
      });
    });
}

/** `chipwatch topics reapply`: applies edited topics to the archive. */
export function topicsReapplyCommand(): Command {
  return archiveOptions(new Command('reapply'))
    .description('classify stored articles again by the topics of the configuration')
    .option('--alert', 'send articles that match now, and did not before, through the routes as new ones')
    .option('--dry-run', 'only say what would change')
    .addHelpText(
      'after',
      '\nWithout --alert nobody is told. Deliveries are sent by a running service (chipwatch start).',
    )
    .action(async (options: ArchiveOptions & { alert?: boolean; dryRun?: boolean }, command: Command) => {
      const alert = options.alert === true;
      const dry = options.dryRun === true;
      if (alert && options.since === undefined)
        throw new CommandFailure('--alert wants a --since: how old may news be that people are told?', 2);
      const config = configOf(command);
      const scope = scopeOf(options, await topicsOf(config.topics));
      await using rules = await openRules(config);
      await withStore(config, async ({ db }) => {
        const publishing = publishingOf(config);
        const done = await withProgress((progress) =>
          reapplyTopics({ db, reader: rules.reader, publishing, alert, dry }, scope, progress),
        );
        if (options.json) printJson({ since: scope.since, ...done, changes: done.changes.map(asJson) });
        else printReapplied(done, scope, dry ? 'dry' : alert ? 'alert' : 'silent');
      });
    });
}

function archiveOptions(command: Command): Command {
  return command
    .option('--since <duration>', 'only articles read in the last 24h, 30d … (default: all)', durationOption)
    .option('--topic <id>', 'only this topic; may be given several times', severalOption)
    .option(
      '--limit <n>',
      'list at most so many articles of each topic and kind',
      wholeOption(0, 100_000),
      20,
    )
    .option('--json', 'print JSON');
}

/** The ids of the topics in a directory or file. @throws TopicFileError, UnreadableFileError */
async function topicsOf(topics: string): Promise<string[]> {
  return (await readDefinitions(topics)).topics.map(({ id }) => id);
}

/** The scope of the options. @throws CommandFailure */
function scopeOf({ since, topic, limit }: ArchiveOptions, topics: readonly string[]): ArchiveScope {
  requireTopicsAmong(topic ?? [], topics);
  return {
    topics,
    since: since === undefined ? undefined : new Date(Date.now() - since * 1_000),
    only: topic,
    limit,
  };
}
