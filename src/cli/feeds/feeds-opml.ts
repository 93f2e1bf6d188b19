import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { fileErrorReason } from '../../io/file-error.ts';
import { count } from '../../core/messages/phrases.ts';
import { decodeDocument } from '../../core/encoding/decode.ts';
import { readWholeOpml } from '../../core/opml/whole-opml.ts';
import { writeOpml } from '../../core/opml/write-opml.ts';
import { importFeeds } from '../../service/import-feeds.ts';
import { opmlOfFeed } from '../../service/opml-of-feed.ts';
import { allFeeds } from './all-feeds.ts';
import { configOf, withStore } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import { readGivenFile } from '../given-file.ts';
import { plain, print, printJson } from '../output.ts';

/** `chipwatch feeds import FILE`: watches the feeds of an OPML list. */
export function feedsImportCommand(): Command {
  return new Command('import')
    .description('watch the feeds of an OPML file; those watched already stay as they are')
    .argument('<file>', 'OPML file')
    .option('--json', 'print JSON')
    .action(async (file: string, options: { json?: boolean }, command: Command) => {
      const config = configOf(command);
      const whole = readWholeOpml(await readText(file));
      if (whole.status === 'refused')
        throw new CommandFailure(
          `${file}${whole.line === undefined ? '' : `:${whole.line}`}: ${whole.message}`,
          2,
        );
      const { list } = whole;
      await withStore(config, async ({ db }) => {
        const { added, known } = await importFeeds(db, list.feeds);
        if (options.json) printJson({ added, watched: known, problems: list.problems });
        else {
          print(`${count(added.length, 'feed')} added, ${known} watched already.`);
          for (const { line, message } of list.problems)
            print(`  left out: ${file}:${line}: ${plain(message)}`);
        }
      });
      if (list.problems.length > 0) process.exitCode = 1;
    });
}

/** `chipwatch feeds export`: writes the watched feeds as OPML. */
export function feedsExportCommand(): Command {
  return new Command('export')
    .description('write the watched feeds as OPML 2.0, paused ones too, the sample left out')
    .option('--out <file>', 'write to this file instead of standard output')
    .action(async (options: { out?: string }, command: Command) => {
      const config = configOf(command);
      await withStore(config, async ({ db }) => {
        const { rows, pending } = await allFeeds(config, db);
        const feeds = [...rows, ...pending].filter((feed) => feed.origin !== 'sample');
        const text = writeOpml('chipwatch', feeds.map(opmlOfFeed), new Date());
        if (options.out === undefined) {
          process.stdout.write(text);
          return;
        }
        await writeFile(options.out, text).catch((error: Error) => {
          throw new CommandFailure(`${options.out} cannot be written: ${fileErrorReason(error)}`);
        });
        print(`${count(feeds.length, 'feed')} written to ${options.out}.`);
      });
    });
}

async function readText(file: string): Promise<string> {
  return decodeDocument(await readGivenFile(file), { contentType: undefined, kind: 'xml' }).text;
}
