import { isAbsolute, normalize } from 'node:path';
import { z } from 'zod';
import type { FetchErrorCode } from './page-source.ts';

/** The file of a recording that lists requests and responses. */
export const RECORDING_FILE = 'recording.json';

const errorCodes = [
  'bad-url',
  'forbidden-address',
  'too-large',
  'too-many-redirects',
  'bad-encoding',
  'timeout',
  'dns',
  'connection',
  'tls',
  'bad-response',
  'aborted',
  'not-recorded',
] as const satisfies readonly FetchErrorCode[];

const webUrl = z.url({ protocol: /^https?$/, error: 'expected an absolute http or https URL' });

const bodyFile = z
  .string()
  .min(1)
  .refine((file) => !isAbsolute(file) && !normalize(file).startsWith('..'), {
    error: 'expected a file below the recording’s own directory',
  });

const answer = z.strictObject({
  url: webUrl,
  status: z.int().min(100).max(599),
  /** Of the last hop. Any case is accepted; content-encoding and lengths are not kept, as bodies are decoded. */
  headers: z.record(z.string(), z.string()),
  /** Decoded bytes, relative to the directory; null for an empty body. */
  body: bodyFile.nullable(),
  redirects: z
    .array(z.strictObject({ from: webUrl, to: webUrl, status: z.int().min(300).max(399) }))
    .optional(),
});

const failure = z.strictObject({
  url: webUrl,
  error: z.strictObject({ code: z.enum(errorCodes), message: z.string() }),
});

const recording = z.strictObject({
  /** The instant at which the recording was made; a replay's clock starts there. */
  clock: z.iso.datetime({ offset: true, error: 'expected an ISO 8601 instant such as 2026-01-31T08:00:00Z' }),
  feeds: z.array(webUrl),
  /** In the order of the requests. Several for one URL are returned in turn; the last one repeats. */
  responses: z.array(z.union([answer, failure])),
});

export type RecordedResponse = z.infer<typeof answer>;
export type RecordedFailure = z.infer<typeof failure>;
export type RecordingFile = z.infer<typeof recording>;

/** A recording that cannot be read or written. The message names the directory and what is wrong in it. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
}

/** Puts the faults of a recording.json into words, which is not the business of the file's reader. */
export interface RecordingWords {
  /** @param error what `JSON.parse` threw for the text */
  readonly json: (text: string, error: unknown) => string;
  /** One line for each fault. */
  readonly issues: (issues: readonly z.core.$ZodIssue[], value: unknown, schema: z.ZodType) => string;
}

/**
 * Reads the text of a recording.json.
 * @param where named in the error message
 * @throws RecordingError that lists every field that does not fit
 */
export function parseRecordingFile(text: string, where: string, words: RecordingWords): RecordingFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new RecordingError(`${where}: ${words.json(text, cause)}`, { cause });
  }
  const parsed = recording.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = words.issues(parsed.error.issues, json, recording).split('\n');
  throw new RecordingError(faults.map((fault) => `${where}: ${fault}`).join('\n'));
}

/** The form under which a request's URL is looked up: normalised by the URL parser, without its fragment. */
export function recordedUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  parsed.hash = '';
  return parsed.href;
}
