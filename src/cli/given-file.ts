import { readFile } from 'node:fs/promises';
import { fileErrorReason } from '../io/file-error.ts';
import { CommandFailure } from './failure.ts';

/** The content of a file that a person named. @throws CommandFailure */
export async function readGivenFile(file: string): Promise<Buffer> {
  return readFile(file).catch((error: Error) => {
    throw new CommandFailure(`${file} cannot be read: ${fileErrorReason(error)}`, 2);
  });
}
