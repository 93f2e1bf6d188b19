import { existsSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { Command } from 'commander';
import { openSource } from '../service/open-source.ts';
import { configOf } from './context.ts';
import { CommandFailure } from './failure.ts';
import { readGivenFile, refuseBinary } from './given-file.ts';
import { requireWebAddress } from './option-values.ts';

/** The page that the command line names, as undecoded bytes. */
interface LoadedPage {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
  /** After redirects. */
  readonly url: string;
  /** The Content-Language of the answer. */
  readonly language: string | undefined;
}

/**
 * Fetches an address, or reads a file or standard input (`-`).
 * @param assumed the address of a file or of standard input
 * @throws CommandFailure
 */
export async function loadPage(page: string, assumed: string, command: Command): Promise<LoadedPage> {
  if (!/^https?:\/\//i.test(page)) {
    const bytes = page === '-' ? await buffer(process.stdin) : await readPageFile(page);
    refuseBinary(page, bytes, 'an HTML page');
    return { bytes, contentType: undefined, url: assumed, language: undefined };
  }
  const source = await openSource(configOf(command));
  try {
    const response = await source.get({ url: page, kind: 'page' });
    if (response.status !== 200) throw new CommandFailure(`${page} answered ${response.status}.`);
    return {
      bytes: response.body,
      contentType: response.headers['content-type'],
      url: response.url,
      language: response.headers['content-language'],
    };
  } finally {
    await source.close();
  }
}

/** Reads a file. If the name looks like an address without `https://` or with another scheme, the error says so. */
async function readPageFile(file: string): Promise<Buffer> {
  const looksLikeAddress =
    /^[a-z][a-z+.-]+:\/\//i.test(file) || /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\//i.test(file);
  if (looksLikeAddress && !existsSync(file)) requireWebAddress(file);
  return readGivenFile(file);
}
