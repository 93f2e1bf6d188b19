import { readFile } from 'node:fs/promises';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or directory',
  ENOTDIR: 'a part of its path is a file, not a directory',
  EISDIR: 'it is a directory; expected a file',
  EACCES: 'this user may not do so: its permissions forbid it',
  EPERM: 'this user may not do so: its permissions forbid it',
  EROFS: 'its file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of this user is used up',
  EEXIST: 'it is there already',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8; save it as UTF-8',
};

/**
 * Why the file system refused, in words for the person who named the file. Node's own message names a system call.
 */
export function fileErrorReason(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}

/** A file that a person named cannot be read. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
  constructor(file: string, cause: unknown) {
    super(`${file}: cannot be read: ${fileErrorReason(cause)}`, { cause });
  }
}

/** The text of a UTF-8 file that a person named. @throws UnreadableFileError */
export async function readNamedFile(file: string): Promise<string> {
  try {
    return decodeUtf8(await readFile(file));
  } catch (error) {
    throw new UnreadableFileError(file, error);
  }
}

/** Decodes UTF-8. @throws TypeError for anything else: decoded leniently, a UTF-16 file would be text full of NULs */
export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
