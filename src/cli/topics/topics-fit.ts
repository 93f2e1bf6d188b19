import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import type { LabelledArticle } from '../../core/topics/fit/find-features.ts';
import { diffLines } from '../../core/topics/fit/diff-lines.ts';
import { fitWeights, judgedLabels } from '../../pipeline/topics/fit-weights.ts';
import { readDefinitions } from '../../pipeline/models/load-topics.ts';
import type { Config } from '../../config/load-config.ts';
import type { Database } from '../../io/store/database.ts';
import { configOf, withStore } from '../context.ts';
import { durationOption, severalOption, wholeOption } from '../option-values.ts';
import { print, printJson } from '../output.ts';
import { requireTopicsAmong } from '../require-topic.ts';
import { changesOfFit } from './fit-archive.ts';
import { asJson, printDiff } from './print-changes.ts';
import { printFitReport } from './print-fit.ts';
import { readLabelled, warnOfUnknownTopics } from './read-labelled.ts';
import { makeDirectory } from '../../io/make-directory.ts';

interface FitOptions {
  readonly topics?: string;
  readonly topic?: readonly string[];
  readonly write?: boolean;
  readonly archive: boolean;
  /** Seconds. */
  readonly since?: number;
  readonly limit: number;
  readonly json?: boolean;
}

/** `chipwatch topics fit FILE…`: fits weights to labelled items. */
export function topicsFitCommand(): Command {
  return new Command('fit')
    .description('fit the weights and cuts of topics to labelled items; rules and words stay as they are')
    .argument(
      '<file...>',
      'JSONL files of {"title","body","lang","topics"}; each is a source unless items name one',
    )
    .option('--topics <path>', 'directory of topics (default: that of the configuration)')
    .option('--topic <id>', 'only this topic; may be given several times', severalOption)
    .option('--write', 'write the weights; without it nothing is changed')
    .option(
      '--no-archive',
      'leave the database alone: neither learn from its judgements nor replay its articles',
    )
    .option(
      '--since <duration>',
      'replay only articles read in the last 24h, 30d … (default: all)',
      durationOption,
    )
    .option(
      '--limit <n>',
      'list at most so many articles of each topic and kind of change',
      wholeOption(0, 100_000),
      20,
    )
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nThe figures are forecasts: each article is judged by weights that had not seen it. With the topics of the\nconfiguration, what people judged in the console is learned from, too, and the stored articles are replayed: alerts\ngained and lost. With --topics, which need not be those that the archive was read by, neither is done.',
    )
    .action(async (files: string[], options: FitOptions, command: Command) => {
      // First, because they may be missing, and the database and the topics take seconds.
      const labelled = (await Promise.all(files.map(readSource))).flat();
      if (options.topics !== undefined) return fitFiles(labelled, options, options.topics);
      const config = configOf(command);
      if (!options.archive) return fitFiles(labelled, options, config.topics, { config });
      await withStore(config, ({ db }) => fitFiles(labelled, options, config.topics, { config, db }));
    });
}

async function fitFiles(
  labelled: readonly LabelledArticle[],
  options: FitOptions,
  directory: string,
  { config, db }: { readonly config?: Config; readonly db?: Database } = {},
): Promise<void> {
  const known = (await readDefinitions(directory, config?.entities)).topics.map(({ id }) => id);
  requireTopicsAmong(options.topic ?? [], known);
  warnOfUnknownTopics(
    labelled.map(({ source, topics }) => ({ place: source, topics })),
    known,
  );
  const { report, files } = await fitWeights({
    topics: directory,
    entities: config?.entities,
    labelled: [...labelled, ...(db === undefined ? [] : await judgedLabels(db))],
    only: options.topic,
  });
  const since = options.since === undefined ? undefined : new Date(Date.now() - options.since * 1_000);
  const scope = { since, limit: options.limit };
  const archive =
    db === undefined || config === undefined
      ? undefined
      : await changesOfFit(db, { topics: directory, entities: config.entities }, files, scope);
  const changes = files.map(({ file, ...texts }) => ({ file: path.join(directory, file), ...texts }));
  if (options.json)
    printJson({
      ...report,
      files: changes.map(({ file, after }) => ({ file, after })),
      archive: archive && { ...archive, changes: archive.changes.map(asJson) },
    });
  else {
    printFitReport(report);
    for (const { file, before, after } of changes) {
      print();
      print(file);
      for (const line of diffLines(before, after)) print(line);
    }
    if (archive !== undefined) {
      print('\nIn the archive:');
      printDiff(archive, scope);
    }
  }
  if (options.write !== true) {
    if (!options.json) print('\nNothing is written without --write.');
    return;
  }
  for (const { file, after } of changes) {
    await makeDirectory(path.dirname(file));
    await writeFile(file, after);
  }
}

async function readSource(file: string): Promise<LabelledArticle[]> {
  return (await readLabelled(file)).map(({ item }) => ({
    article: { title: item.title, text: item.body, language: item.lang },
    topics: item.topics,
    judged: item.judged,
    source: item.source ?? path.basename(file),
  }));
}
