import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Command } from 'commander';
import { fileErrorReason } from '../io/file-error.ts';
import { backupLines } from '../io/store/backup/backup.ts';
import { RestoreError, restoreLines } from '../io/store/backup/restore.ts';
import { countTrendDays } from '../io/store/stories/trend-days.ts';
import { openStore } from '../service/open-store.ts';
import { commandLog } from './command-log.ts';
import { configOf, withStore } from './context.ts';
import { CommandFailure } from './failure.ts';
import { print, printJson } from './output.ts';

/** `chipwatch backup FILE`: writes the whole record to one file while the service runs. */
export function backupCommand(): Command {
  return new Command('backup')
    .description(
      'write the whole record into a file (compressed JSON Lines); the service may go on meanwhile',
    )
    .argument('<file>', 'a new file, or - for standard output')
    .action(async (file: string, _options: object, command: Command) => {
      await withStore(configOf(command), async ({ db }) => {
        await mustBeBackup(file);
        const lines = Readable.from(withLineEnds(backupLines(db, new Date())));
        if (file === '-') return pipeline(lines, createGzip(), process.stdout, { end: false });
        // It contains the hubs' secrets, so only its owner may read it. It gets its final name when it is complete.
        const unfinished = `${file}.part`;
        try {
          await removeAbandoned(unfinished);
          // Flushed to disk before the rename: after a power cut the file would otherwise be empty.
          const written = createWriteStream(unfinished, { mode: 0o600, flags: 'wx', flush: true });
          await pipeline(lines, createGzip(), written);
          await rename(unfinished, file);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === 'EEXIST')
            throw new CommandFailure(
              `${unfinished} is there already: another backup is writing it, or one was cut off a moment ago. Try again in ten minutes, or remove the file.`,
            );
          await rm(unfinished, { force: true }).catch(() => {});
          if (typeof (error as NodeJS.ErrnoException).syscall !== 'string') throw error;
          throw new CommandFailure(
            `The backup cannot be written to ${file}: ${fileErrorReason(error)}. Name a file in a directory that exists, that this user may write to, and that has room.`,
          );
        }
        print(`The record is in ${file}. Restore it with: chipwatch restore ${file}`);
      });
    });
}

/** `chipwatch restore FILE`: fills an empty database from a backup. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('fill an empty database from a backup; stop the service that wrote it first')
    .argument('<file>', 'a file that `chipwatch backup` wrote, or - for standard input')
    .option('--json', 'print JSON')
    .action(async (file: string, options: { json?: boolean }, command: Command) => {
      const store = await openStore(configOf(command), commandLog(), 'long');
      try {
        const source = file === '-' ? process.stdin : createReadStream(file);
        const unzipped = createGunzip();
        source.on('error', (error) => unzipped.destroy(error));
        const lines = createInterface({ input: source.pipe(unzipped), crlfDelay: Number.POSITIVE_INFINITY });
        const failed = new Promise<never>((_resolve, reject) => unzipped.once('error', reject));
        const rows = await Promise.race([restoreLines(store.db, lines), failed]);
        // A backup does not contain what the nightly work derives from stories, so it is derived now.
        await countTrendDays(store.db, new Date());
        if (options.json) printJson({ rows });
        else
          print(
            `Restored: ${Object.entries(rows)
              .filter(([, count]) => count > 0)
              .map(([table, count]) => `${count} ${table}`)
              .join(', ')}.`,
          );
      } catch (error) {
        if (error instanceof RestoreError) throw new CommandFailure(error.message, 1);
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT') throw new CommandFailure(`There is no file ${file}.`, 3);
        if (code?.startsWith('Z_') === true)
          throw new CommandFailure(
            `${file} is no backup, or is damaged: expected a file that gzip packed, found ${code === 'Z_BUF_ERROR' ? 'one that ends too early' : 'something else'}.`,
            1,
          );
        if (code !== undefined && (error as NodeJS.ErrnoException).syscall !== undefined)
          throw new CommandFailure(`${file} cannot be read: ${fileErrorReason(error)}`, 2);
        throw error;
      } finally {
        await store.close();
      }
    });
}

/** A backup writes all the time; a file that has not grown for so long was left by one that was killed. Milliseconds. */
const ABANDONED = 600_000;

async function removeAbandoned(unfinished: string): Promise<void> {
  const found = await stat(unfinished).catch(() => undefined);
  if (found?.isFile() === true && Date.now() - found.mtimeMs > ABANDONED) await rm(unfinished);
}

/** Checks that the file is an older backup, which may be replaced, or does not exist. @throws CommandFailure */
async function mustBeBackup(file: string): Promise<void> {
  const begin = file === '-' ? undefined : await readBeginning(file);
  if (begin === undefined || begin.length === 0 || (begin[0] === 0x1f && begin[1] === 0x8b)) return;
  throw new CommandFailure(`${file} is there already, and is no backup: name a new file.`, 2);
}

/** The first two bytes; undefined where there is no such file. */
async function readBeginning(file: string): Promise<Uint8Array | undefined> {
  try {
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(new Uint8Array(2), 0, 2, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new CommandFailure(`${file}: ${fileErrorReason(error)}`, 2);
  }
}

async function* withLineEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
