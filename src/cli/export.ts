import { once } from 'node:events';
import { count } from '../core/messages/phrases.ts';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { importArticle, readImported } from '../pipeline/articles/import-article.ts';
import { createDocumentReader } from '../pipeline/threads/document-reader.ts';
import { exportLines } from '../service/export-articles.ts';
import { publishingOf } from './command-log.ts';
import { configOf, withStore } from './context.ts';
import { openGivenLines } from './given-file.ts';
import { plain } from './output.ts';
import { requireTopic } from './require-topic.ts';
import { durationOption } from './option-values.ts';

/** `chipwatch export`: writes the stored articles as JSON Lines, for a notebook or another installation. */
export function exportCommand(): Command {
  return new Command('export')
    .description('print the stored articles as JSON Lines, oldest first')
    .option('--since <duration>', 'only articles read in the last 24h, 30d … (default: all)', durationOption)
    .option('--topic <id>', 'only articles that matched this topic')
    .option('--matched', 'only articles that matched a topic')
    .action(async (options: { since?: number; topic?: string; matched?: boolean }, command: Command) => {
      const { topic } = options;
      const config = configOf(command);
      await withStore(config, async ({ db }) => {
        await requireTopic(config, db, topic);
        const since = options.since === undefined ? undefined : new Date(Date.now() - options.since * 1_000);
        for await (const line of exportLines(db, { since, topic, matched: options.matched === true }))
          if (!process.stdout.write(line)) await once(process.stdout, 'drain');
      });
    });
}

/** `chipwatch import FILE`: classifies and stores older articles without alerts. */
export function importCommand(): Command {
  return new Command('import')
    .description(
      'classify and store articles from JSON Lines (url, title, text, outlet, published); nobody is alerted',
    )
    .argument('<file>', 'a file as `chipwatch export` prints it, or - for standard input')
    .action(async (file: string, _options: object, command: Command) => {
      const config = configOf(command);
      const reader = createDocumentReader({ threads: 1, topics: config.topics, entities: config.entities });
      try {
        await withStore(config, async ({ db }) => {
          const publishing = publishingOf(config);
          const input = await openGivenLines(file);
          const done = { stored: 0, matched: 0, refused: 0 };
          let number = 0;
          for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
            number += 1;
            if (line.trim() === '') continue;
            const article = readImported(line);
            if (typeof article === 'string') {
              done.refused += 1;
              process.stderr.write(`${file}:${number}: ${plain(article)}\n`);
              continue;
            }
            if (await importArticle({ db, reader, publishing }, article)) done.matched += 1;
            done.stored += 1;
          }
          process.stderr.write(
            `${count(done.stored, 'article')} stored, ${done.matched} of them on a topic; ${count(done.refused, 'line')} refused\n`,
          );
          if (done.refused > 0) process.exitCode = 1;
        });
      } finally {
        await reader.close();
      }
    });
}
