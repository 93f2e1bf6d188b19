import { randomUUID } from 'node:crypto';
import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { lstat, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { isPrivate } from './cache/cache-directory.js';
import { makeDirectory } from './make-directory.ts';

/**
 * Lines that outlive a kill of the process, in a directory of this machine that all processes with the same database
 * share. The operating system has a line as soon as `note` returns. It does not survive a crash of the machine.
 */
export interface SentNotes {
  /**
   * Writes a line. The function that it returns forgets the line: call it when the database has it. Undefined where it
   * could not be written.
   */
  note(line: string): (() => void) | undefined;
  /**
   * Hands the lines of other processes to `record`, a file at a time, and removes those files to which nobody has written for `SILENT`.
   * @param which `all` for the first look, because the process before this one may just have been killed
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
 * A file to which nobody wrote for so long probably belongs to a process that has ended. Shorter than a lease, so that its lines
 * are recorded before another process may send. If the process lives, only its later lines in this file are lost.
 * Milliseconds.
 */
const SILENT = 10_000;

interface NoteFile {
  readonly name: string;
  readonly handle: number;
  bytes: number;
  /** Lines that are not forgotten yet. */
  owed: number;
}

/**
 * @param directory created for its owner alone
 * @returns undefined where the directory cannot be made, or where another user could write to it: a forged line would keep
 * a message from being sent
 */
export async function openSentNotes(directory: string): Promise<SentNotes | undefined> {
  try {
    await makeDirectory(directory, 0o700);
    const info = await lstat(directory);
    if (!info.isDirectory() || !isPrivate(info)) return undefined;
  } catch {
    return undefined;
  }
  const own = new Map<string, NoteFile>();
  let current: NoteFile | undefined;
  let idle: NodeJS.Timeout | undefined;

  function begin(): NoteFile {
    const name = `${randomUUID()}.jsonl`;
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
      // What cannot be read is lost, and must not keep this process from sending.
      for (const name of await readdir(directory).catch(() => [])) {
        if (own.has(name)) continue;
        const file = path.join(directory, name);
        const isSilent = await silent(file);
        if (!isSilent && which === 'silent') continue;
        const text = await readFile(file, 'utf8').catch(() => '');
        const lines = text.split('\n').filter((line) => line !== '');
        if (lines.length > 0) await record(lines);
        if (isSilent) await rm(file, { force: true }).catch(() => {});
      }
    },
    close() {
      clearTimeout(idle);
      for (const file of own.values())
        if (file.owed === 0) remove(file);
        else closeSync(file.handle);
      own.clear();
      current = undefined;
    },
  };
}

/** Whether nobody has written to the file for `SILENT`. */
async function silent(file: string): Promise<boolean> {
  const info = await lstat(file).catch(() => undefined);
  return info !== undefined && Math.abs(Date.now() - info.mtimeMs) >= SILENT;
}
