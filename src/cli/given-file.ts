import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { fileErrorReason } from '../io/file-error.ts';
import { CommandFailure } from './failure.ts';

/** The content of a file that a person named. @throws CommandFailure */
export async function readGivenFile(file: string): Promise<Buffer> {
  return readFile(file).catch((error: Error) => {
    throw new CommandFailure(`${file} cannot be read: ${fileErrorReason(error)}`, 2);
  });
}

/** A JSONL file that a person named, or standard input (`-`), from its first byte. @throws CommandFailure */
export async function openGivenLines(file: string): Promise<Readable> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  await once(input, 'readable').catch((error: Error) => {
    throw new CommandFailure(`${file} cannot be read: ${fileErrorReason(error)}`, 2);
  });
  const head = input.read() as Buffer | null;
  if (head !== null) {
    refuseBinary(file, head, 'one JSON object a line');
    input.unshift(head);
  }
  return input;
}

/** How many bytes are looked at. */
const LOOKED_AT = 4_096;

/** The beginnings of UTF-16: the byte order marks, and `<` in two bytes. Its text has control bytes. */
const UTF16 = ['fffe', 'feff', '3c00', '003c'];

/**
 * Refuses pictures, archives and other files without text, which would be read as nonsense.
 * @param expected what the file should hold
 * @throws CommandFailure
 */
export function refuseBinary(file: string, bytes: Uint8Array, expected: string): void {
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT));
  if (UTF16.includes(head.toString('hex', 0, 2))) return;
  const isPdf = head.toString('latin1', 0, 5) === '%PDF-';
  // White space and the escape of ISO-2022-JP are text. A stray control character occurs in pages.
  const controls = head.filter((byte) => byte < 32 && ![9, 10, 12, 13, 27].includes(byte)).length;
  if (!isPdf && controls <= head.length / 50) return;
  const name = file === '-' ? 'standard input' : file;
  const found = isPdf ? 'a PDF document' : 'a binary file';
  throw new CommandFailure(`${name}: expected ${expected}, found ${found}`, 2);
}
