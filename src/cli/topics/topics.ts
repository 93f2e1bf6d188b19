import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { checkTopics } from '../../core/topics/check-topics.ts';
import type { TopicDefinitions } from '../../core/topics/definition.ts';
import { explain } from '../../core/topics/explain.ts';
import { readDefinitions } from '../../pipeline/models/load-topics.ts';
import { compileTopics } from '../../core/topics/compile-topics.ts';
import { tidyLexicon } from '../../core/topics/tidy-lexicon.ts';
import { readTopicFiles } from '../../io/topics/read-topic-files.ts';
import { configOf } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import { languageCodeOption } from '../feeds/language-options.ts';
import { print, printJson } from '../output.ts';
import { printExplanation } from './print-explanation.ts';
import { printMeasurements } from './print-measurements.ts';
import { readExplained } from './read-explained.ts';
import { readLabelled, warnOfUnknownTopics } from './read-labelled.ts';
import { testTopics } from './test-topics.ts';

interface TopicsOptions {
  readonly topics?: string;
  readonly json?: boolean;
}

/** `chipwatch topics`: tools for writing rules. */
export function topicsCommand(): Command {
  return new Command('topics')
    .description('check, test and explain the rules')
    .addCommand(checkCommand())
    .addCommand(tidyCommand())
    .addCommand(testCommand())
    .addCommand(explainCommand());
}

/** The files named by `--topics`, or those of the configuration. */
function topicsPath(options: TopicsOptions, command: Command): string {
  return options.topics ?? configOf(command).topics;
}

/** Topics named on the command line use the gazetteer beside them, or none. */
function definitionsOf(options: TopicsOptions, command: Command): Promise<TopicDefinitions> {
  if (options.topics !== undefined) return readDefinitions(options.topics);
  const { topics, entities } = configOf(command);
  return readDefinitions(topics, entities);
}

function checkCommand(): Command {
  return new Command('check')
    .description('validate topic files; warn of unused, doubled and contradictory terms')
    .option('--topics <path>', 'directory or file (default: that of the configuration)')
    .option('--json', 'print JSON')
    .option('--strict', 'fail on warnings, too')
    .action(async (options: TopicsOptions & { strict?: boolean }, command: Command) => {
      const definitions = await definitionsOf(options, command);
      const { topics, patterns } = compileTopics(definitions);
      const warnings = checkTopics(definitions);
      if (options.json) {
        printJson({ topics: topics.map(({ id, version }) => ({ id, version })), warnings });
      } else {
        for (const { file, line, kind, message } of warnings) print(`${file}:${line}: ${kind}: ${message}`);
        for (const { id, version, rules } of topics)
          print(`${id}  ${rules.length} rules  version ${version}`);
        print(`${definitions.concepts.size} concepts, ${patterns} terms, ${warnings.length} warnings`);
      }
      if (options.strict && warnings.length > 0) throw new CommandFailure('There are warnings.');
    });
}

function tidyCommand(): Command {
  return new Command('tidy')
    .description('put lexicons in order: languages and terms sorted, one term a line')
    .option('--topics <path>', 'directory or file (default: that of the configuration)')
    .action(async (options: TopicsOptions, command: Command) => {
      for (const { file, source } of await readTopicFiles(topicsPath(options, command))) {
        const tidy = tidyLexicon(source);
        if (tidy === source) continue;
        await writeFile(file, tidy);
        print(`${file}: put in order`);
      }
    });
}

function testCommand(): Command {
  return new Command('test')
    .description('score the rules on labelled items: one {"title","body","lang","topics"} a line')
    .argument('<file>', 'JSONL file')
    .option('--topics <path>', 'directory or file (default: that of the configuration)')
    .option('--json', 'print JSON')
    .option('--detect', 'detect the language instead of believing the file')
    .action(async (file: string, options: TopicsOptions & { detect?: boolean }, command: Command) => {
      // First, because it may fail, and compiling takes seconds.
      const labelled = await readLabelled(file);
      const topics = compileTopics(await definitionsOf(options, command));
      warnOfUnknownTopics(
        labelled.map(({ line, item }) => ({ place: `${file}:${line}`, topics: item.topics })),
        topics.topics.map(({ id }) => id),
      );
      const report = testTopics(labelled, topics, options.detect === true);
      if (options.json) {
        printJson({
          ...report,
          total: Object.fromEntries(report.total.scores),
          languages: report.languages.map(([language, { items, scores }]) => ({
            language,
            items,
            scores: Object.fromEntries(scores),
          })),
        });
      } else printMeasurements(report);
    });
}

function explainCommand(): Command {
  return new Command('explain')
    .description('say of every rule where it fired in a text, or what it missed')
    .argument('<source>', 'URL, text or HTML file, or - for standard input')
    .option('--topics <path>', 'directory or file (default: that of the configuration)')
    .option('--language <tag>', 'en, zh-Hant, deu … instead of detecting it', languageCodeOption)
    .option('--json', 'print JSON')
    .action(async (source: string, options: TopicsOptions & { language?: string }, command: Command) => {
      // First, because it may fail, and compiling takes seconds.
      const article = await readExplained(source, options.language, command);
      const topics = compileTopics(await definitionsOf(options, command));
      const explanation = explain(article, topics);
      if (options.json) printJson({ language: article.language, ...explanation });
      else printExplanation(article, explanation);
    });
}
