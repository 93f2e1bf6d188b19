import path from 'node:path';
import { Command } from 'commander';
import { openChannel } from '../pipeline/deliveries/open-channel.ts';
import { readRecording } from '../service/read-recording.ts';
import { createDocumentReader } from '../pipeline/threads/document-reader.ts';
import { replay, type Replay, type ReplayedItem } from '../pipeline/replay.ts';
import { withScratchDatabase } from '../service/scratch-database.ts';
import { commandLog } from './command-log.ts';
import { configOf } from './context.ts';
import { CommandFailure } from './failure.ts';
import { plain, print, printJson } from './output.ts';

/** `chipwatch replay [DIR]`: runs recorded feeds and pages through the real pipeline, with a fixed clock. */
export function replayCommand(): Command {
  return new Command('replay')
    .description('run a recorded directory through the pipeline and print what comes out')
    .argument('[dir]', 'directory with a recording.json; the bundled sample outlet by default')
    .option('--json', 'print JSON')
    .option('--text', 'print the extracted texts too')
    .action(
      async (dir: string | undefined, options: { json?: boolean; text?: boolean }, command: Command) => {
        const config = configOf(command);
        const directory = dir ?? config.sample;
        if (directory === undefined)
          throw new CommandFailure('Name a directory: the configuration has no sample.', 2);
        const recording = await readRecording(directory);
        const sample = config.sample !== undefined && path.resolve(directory) === config.sample;
        const reader = createDocumentReader({ threads: 1, topics: config.topics, entities: config.entities });
        try {
          const result = await withScratchDatabase(config, commandLog(), (db) =>
            replay({
              db,
              recording,
              reader,
              sample,
              outlet: (url) => new URL(url).hostname,
              log: commandLog(),
            }),
          );
          if (options.json) printJson(asJson(result));
          else await printReplay(result, directory, options.text === true);
        } finally {
          await reader.close();
        }
      },
    );
}

/** Ids of deliveries are random and left out, so that the same recording prints the same bytes. */
function asJson({ items, alerts }: Replay): unknown {
  return { items, alerts: alerts.map(({ idempotencyKey: _key, ...message }) => message) };
}

async function printReplay({ items, alerts }: Replay, directory: string, withText: boolean): Promise<void> {
  print(`Replay of ${directory}: ${items.length} items, ${alerts.length} alerts`);
  for (const item of items) printItem(item, withText);
  print();
  const channel = openChannel({ kind: 'console', name: 'replay', timeoutSeconds: 30 });
  for (const alert of alerts) await channel.send(alert, AbortSignal.timeout(30_000));
}

function printItem(item: ReplayedItem, withText: boolean): void {
  print();
  print(plain(item.title));
  print(`  ${plain(item.url)}`);
  print(`  ${item.state}: ${item.outcome ?? 'not read yet'}`);
  print(
    `  language ${item.language ?? 'unknown'}; ${item.topics.length === 0 ? 'no topic' : item.topics.map(({ topic, level, confidence, stance }) => `${topic} ${level} ${confidence}${stance === null ? '' : ` (${stance})`}`).join(', ')}`,
  );
  if (withText && item.text !== null) for (const line of item.text.split('\n')) print(`  | ${plain(line)}`);
}
