import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { compileTopics } from '../core/topics/compile-topics.ts';
import { fitTopics } from '../core/topics/fit/fit-topics.ts';
import type { LabelledArticle } from '../core/topics/fit/fit-topic.ts';
import { writeFit } from '../core/topics/fit/write-fit.ts';
import { readDefinitions } from '../pipeline/topics/load-topics.ts';
import { configOf } from './context.ts';
import { CommandFailure } from './failure.ts';
import { severalOption } from './option-values.ts';
import { plain, print, printJson } from './output.ts';
import { diffLines } from './topics/diff-lines.ts';
import { fitReport } from './topics/fit-report.ts';
import { printFitReport } from './topics/print-fit.ts';
import { readLabelled } from './topics/read-labelled.ts';

interface FitOptions {
  readonly topics?: string;
  readonly topic?: readonly string[];
  readonly write?: boolean;
  readonly json?: boolean;
}

/** `chipwatch topics fit FILE…`: learns from labelled items how much each piece of evidence is worth. */
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
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nThe figures are forecasts: each article is judged by weights that had not seen it. What new weights change in the\narchive is told by "chipwatch topics diff OLD NEW" before, and "chipwatch topics reapply" after.',
    )
    .action(async (files: string[], options: FitOptions, command: Command) => {
      const config = options.topics === undefined ? configOf(command) : undefined;
      const directory = options.topics ?? (config?.topics as string);
      const topics = compileTopics(await readDefinitions(directory, config?.entities));
      const known = topics.topics.map(({ id }) => id);
      const stranger = options.topic?.find((id) => !known.includes(id));
      if (stranger !== undefined)
        throw new CommandFailure(`There is no topic ${plain(stranger)}, only ${known.join(', ')}.`, 2);
      const articles = (await Promise.all(files.map(readSource))).flat();
      // A topic that nobody gave to an item is not fitted: its weights would say that it never happens.
      const labelled = known.filter((id) => articles.some((article) => article.topics.includes(id)));
      const only = options.topic ?? labelled;
      const fits = fitTopics(topics, articles, only);
      const changes = await Promise.all(
        fits.map(async (fit) => {
          const file = path.join(directory, 'weights', `${fit.topic}.yaml`);
          const before = await readFile(file, 'utf8').catch(() => '');
          return { file, before, after: writeFit(fit.topic, fit) };
        }),
      );
      const report = fitReport(topics, articles, fits);
      if (options.json) printJson({ ...report, files: changes.map(({ file, after }) => ({ file, after })) });
      else {
        printFitReport(report);
        for (const { file, before, after } of changes) {
          print();
          print(file);
          for (const line of diffLines(before, after)) print(line);
        }
      }
      if (options.write !== true) {
        if (!options.json) print('\nNothing is written without --write.');
        return;
      }
      for (const { file, after } of changes) {
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, after);
      }
    });
}

async function readSource(file: string): Promise<LabelledArticle[]> {
  return (await readLabelled(file)).map(({ item }) => ({
    article: { title: item.title, text: item.body, language: item.lang },
    topics: item.topics,
    source: item.source ?? path.basename(file),
  }));
}
