import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { lstat, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { isPrivate } from './cache/cache-directory.js';
import { type FileLock, tryToLock } from './file-lock.ts';
import { makeDirectory } from './make-directory.ts';

/**
 * Lines that outlive a kill of the process, in a directory of this machine that all processes with the same database
 * share. The operating system has a line as soon as `note` returns. It does not survive a crash of the machine.
 *
 * Each writer has a file that it keeps locked. The kernel ends the lock with the process, so others know whether it lives.
 */
export interface SentNotes {
  /**
   * Writes a line. The function that it returns forgets the line: call it when the database has it. Undefined where it
   * could not be written.
   */
  note(line: string): (() => void) | undefined;
  /**
   * Hands the lines of processes that have ended to `record`, a file at a time, and removes their files. The lines of
   * processes that live are handed over too, once, and kept: such a process may have been stopped.
   * @param which `silent` leaves out the files to which a living process has written lately
   * @throws the error of `record`; the file is kept then
   */
  takeOver(which: 'all' | 'silent', record: (lines: readonly string[]) => Promise<void>): Promise<void>;
  /** Removes the files that hold nothing but forgotten lines. */
  close(): void;
}

/** Another file is begun after so many bytes, so that files can be removed while lines keep coming. */
const FILE_BYTES = 262_144;
/** How long a file without lines that count is kept for the next one. Milliseconds. */
const IDLE = 1_000;
/**
 * A living process that wrote nothing for so long may stand still. Shorter than a lease, so that its lines are recorded before
 * another process may send. Milliseconds.
 */
const SILENT = 10_000;

interface NoteFile {
  readonly name: string;
  readonly handle: number;
  bytes: number;
  /** Lines that are not forgotten yet. */
  owed: number;
}

/** The name under which a process writes, and the lock that says that it lives. */
interface Writer {
  readonly id: string;
  readonly lock: FileLock;
}

/**
 * @param directories created for their owner alone. The first that can be used is written to; what an earlier process left in
 * another one is read
 * @returns undefined where none can be used: it cannot be made or locked, or another user could write to it. A forged line
 * would keep a message from being sent
 */
export async function openSentNotes(directories: readonly string[]): Promise<SentNotes | undefined> {
  let directory: string | undefined;
  let writer: Writer | undefined;
  for (const one of directories) {
    directory = one;
    writer = (await makePrivate(one)) ? becomeWriter(one) : undefined;
    if (writer !== undefined) break;
  }
  if (directory === undefined || writer === undefined) return undefined;
  return notesIn(directory, directories, writer);
}

function notesIn(directory: string, directories: readonly string[], first: Writer): SentNotes {
  let writer = first;
  let begun = 0;
  const own = new Map<string, NoteFile>();
  /** The size of each file of a living process when it was handed over. */
  const handedOver = new Map<string, number>();
  let current: NoteFile | undefined;
  let idle: NodeJS.Timeout | undefined;

  function begin(): NoteFile {
    // Somebody has tidied up. Without a lock the file would count as that of a process that has ended.
    if (!existsSync(lockOf(directory, writer.id))) {
      const next = becomeWriter(directory);
      if (next === undefined) throw new Error(`${directory} cannot be locked`);
      writer.lock.release();
      writer = next;
    }
    begun += 1;
    const name = `${writer.id}.${begun}.jsonl`;
    const file = { name, handle: openSync(path.join(directory, name), 'ax', 0o600), bytes: 0, owed: 0 };
    own.set(name, file);
    return file;
  }

  function remove(file: NoteFile): void {
    if (current === file) current = undefined;
    own.delete(file.name);
    closeSync(file.handle);
    try {
      unlinkSync(path.join(directory, file.name));
    } catch {
      // Another process took it for that of a process that has ended.
    }
  }

  function forget(file: NoteFile): void {
    file.owed -= 1;
    if (file.owed > 0 || !own.has(file.name)) return;
    if (file !== current) remove(file);
    else
      idle ??= setTimeout(() => {
        idle = undefined;
        if (current?.owed === 0) remove(current);
      }, IDLE).unref();
  }

  return {
    note(line) {
      try {
        if (current !== undefined && current.bytes >= FILE_BYTES) {
          const full = current;
          current = undefined;
          if (full.owed === 0) remove(full);
        }
        const file = (current ??= begin());
        // A line that was cut off, because the disk was full, must not spoil the next one.
        const bytes = Buffer.from(`\n${line}\n`);
        file.bytes += bytes.length;
        if (writeSync(file.handle, bytes) < bytes.length) return undefined;
        file.owed += 1;
        return () => forget(file);
      } catch {
        return undefined;
      }
    },
    async takeOver(which, record) {
      for (const place of directories)
        for (const [id, names] of await writersIn(place)) {
          if (id === writer.id) continue;
          const files = names.filter((name) => name.endsWith('.jsonl') && !own.has(name));
          const lock = await lockEnded(place, id, files);
          try {
            for (const name of files) {
              const file = path.join(place, name);
              if (lock === undefined && which === 'silent' && !(await isSilent(file))) continue;
              // What cannot be read is lost, and must not keep this process from sending.
              const text = await readFile(file, 'utf8').catch(() => '');
              const lines = text.split('\n').filter((line) => line !== '');
              if (lines.length > 0 && (lock !== undefined || handedOver.get(file) !== text.length))
                await record(lines);
              handedOver.set(file, text.length);
              if (lock === undefined) continue;
              await rm(file, { force: true }).catch(() => {});
              handedOver.delete(file);
            }
            // The lock goes last: files without one would be those of an unknown writer.
            if (lock !== undefined) await rm(lockOf(place, id), { force: true }).catch(() => {});
          } finally {
            lock?.release();
          }
        }
      for (const file of handedOver.keys()) if (!existsSync(file)) handedOver.delete(file);
    },
    close() {
      clearTimeout(idle);
      let isOwed = false;
      for (const file of own.values())
        if (file.owed === 0) remove(file);
        else {
          isOwed = true;
          closeSync(file.handle);
        }
      own.clear();
      current = undefined;
      if (!isOwed)
        try {
          unlinkSync(lockOf(directory, writer.id));
        } catch {
          // Somebody has tidied up.
        }
      writer.lock.release();
    },
  };
}

function lockOf(directory: string, id: string): string {
  return path.join(directory, `${id}.lock`);
}

/** Whether the directory is there, and no other user can write to it. */
async function makePrivate(directory: string): Promise<boolean> {
  try {
    await makeDirectory(directory, 0o700);
    const info = await lstat(directory);
    return info.isDirectory() && isPrivate(info);
  } catch {
    return false;
  }
}

function becomeWriter(directory: string): Writer | undefined {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const id = randomUUID();
    const lock = tryToLock(lockOf(directory, id));
    if (lock === 'unsupported') return undefined;
    if (lock === 'held') continue;
    // Another process may have taken it for the file of one that has ended, before it was locked.
    if (existsSync(lockOf(directory, id))) return { id, lock };
    lock.release();
  }
  return undefined;
}

/** The names of all files by the id of their writer. Where another user could write, there are none. */
async function writersIn(directory: string): Promise<Map<string, string[]>> {
  const info = await lstat(directory).catch(() => undefined);
  if (info === undefined || !info.isDirectory() || !isPrivate(info)) return new Map();
  const names = await readdir(directory).catch(() => []);
  return Map.groupBy(names, (name) => name.split('.')[0] ?? name);
}

/** The lock of a writer that has ended; undefined while it lives. */
async function lockEnded(
  directory: string,
  id: string,
  files: readonly string[],
): Promise<FileLock | undefined> {
  if (!existsSync(lockOf(directory, id)))
    // An older version takes no lock.
    for (const name of files) if (!(await isSilent(path.join(directory, name)))) return undefined;
  const lock = tryToLock(lockOf(directory, id));
  return typeof lock === 'object' ? lock : undefined;
}

/** Whether nobody has written to the file for `SILENT`. */
async function isSilent(file: string): Promise<boolean> {
  const info = await lstat(file).catch(() => undefined);
  return info !== undefined && Math.abs(Date.now() - info.mtimeMs) >= SILENT;
}
