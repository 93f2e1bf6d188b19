import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FetchError, type PageRequest, type PageResponse, type PageSource } from './page-source.ts';
import { fileErrorReason } from '../file-error.ts';
import {
  parseRecordingFile,
  RECORDING_FILE,
  type RecordedFailure,
  type RecordedResponse,
  RecordingError,
  type RecordingWords,
  recordedUrl,
} from './recording-format.ts';

/** A recorded piece of the web. */
export interface Recording extends PageSource {
  /** When it was made: the instant at which a replay's clock starts. */
  readonly clock: Date;
  /** The feeds that were polled, in order. */
  readonly feeds: readonly string[];
}

/**
 * Opens a directory written by `chipwatch record` (or by hand) as a page source.
 *
 * Several responses to one URL are returned in turn, and the last one repeats. A request whose validators equal those
 * of the recorded answer gets a 304, as from a live server. A robots.txt that was not recorded is a 404.
 *
 * @param dir holds recording.json, with the bodies beside it
 * @param words put its faults into words
 * @throws RecordingError when the directory, the file or one of its bodies cannot be read
 */
export async function openRecording(dir: string, words: RecordingWords): Promise<Recording> {
  const path = join(dir, RECORDING_FILE);
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new RecordingError(`${dir} holds no readable ${RECORDING_FILE}: ${fileErrorReason(cause)}`, {
      cause,
    });
  });
  const file = parseRecordingFile(text, path, words);
  await Promise.all(file.responses.map((response) => checkBody(dir, response)));

  const turns = new Map<string, (RecordedResponse | RecordedFailure)[]>();
  for (const response of file.responses) {
    const url = recordedUrl(response.url);
    const known = turns.get(url);
    if (known) known.push(response);
    else turns.set(url, [response]);
  }

  return {
    clock: new Date(file.clock),
    feeds: file.feeds,
    async get(request) {
      if (request.signal?.aborted) {
        throw new FetchError('aborted', request.url, `The fetch of ${request.url} was called off.`);
      }
      const waiting = turns.get(recordedUrl(request.url));
      const next = waiting && waiting.length > 1 ? waiting.shift() : waiting?.[0];
      if (next === undefined) return missing(request, dir);
      if ('error' in next) throw new FetchError(next.error.code, request.url, next.error.message);
      return answer(next, request, dir);
    },
  };
}

async function checkBody(dir: string, response: RecordedResponse | RecordedFailure): Promise<void> {
  if ('error' in response || response.body === null) return;
  const found = await stat(join(dir, response.body)).catch(() => undefined);
  if (!found?.isFile()) {
    throw new RecordingError(
      `${dir}: the body of ${response.url} should be in ${response.body}, which is no file.`,
    );
  }
}

function missing(request: PageRequest, dir: string): PageResponse {
  if (request.kind === 'robots') {
    return { status: 404, url: request.url, redirects: [], headers: {}, body: new Uint8Array() };
  }
  throw new FetchError(
    'not-recorded',
    request.url,
    `No answer to ${request.url} is recorded in ${dir}; record it with: chipwatch record ${request.url} --out DIR`,
  );
}

async function answer(recorded: RecordedResponse, request: PageRequest, dir: string): Promise<PageResponse> {
  const headers = lowerCased(recorded.headers);
  const redirects = recorded.redirects ?? [];
  const url = redirects.at(-1)?.to ?? recorded.url;
  if (recorded.status === 200 && isUnchanged(request, headers)) {
    return { status: 304, url, redirects, headers, body: new Uint8Array() };
  }
  const body =
    recorded.body === null ? new Uint8Array() : new Uint8Array(await readFile(join(dir, recorded.body)));
  return { status: recorded.status, url, redirects, headers, body };
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** RFC 9110 §13.2.2: where an ETag was sent it decides, by weak comparison; else the date does. */
function isUnchanged(request: PageRequest, headers: Readonly<Record<string, string>>): boolean {
  if (request.etag !== undefined) {
    return headers['etag'] !== undefined && strip(request.etag) === strip(headers['etag']);
  }
  return request.lastModified !== undefined && request.lastModified === headers['last-modified'];
}

function strip(etag: string): string {
  return etag.trim().replace(/^W\//, '');
}
