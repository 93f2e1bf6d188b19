import { access, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FetchError, type PageResponse, type PageSource } from './page-source.ts';
import { RECORDING_FILE, RecordingError, type RecordingFile } from './recording-format.ts';
import { makeDirectory } from '../make-directory.ts';
import { fileErrorReason } from '../file-error.ts';

/** A page source that records every answer. */
export interface Recorder extends PageSource {
  /** Writes recording.json; until then the directory holds only bodies. Returns the number of recorded responses. */
  finish(): Promise<number>;
}

/**
 * Headers that are not recorded. The body is stored decoded, so its coding and length would be wrong; cookies are
 * private; and connection headers mean nothing in a replay.
 */
const NOT_KEPT: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-length',
  'transfer-encoding',
  'set-cookie',
  'connection',
  'keep-alive',
  'alt-svc',
]);

/**
 * Wraps a page source so that every answer, failures included, is written to a directory that `openRecording` reads.
 *
 * @param clock the instant that a replay's clock will start at
 * @param feeds the URLs among those to come that are feeds
 * @throws RecordingError when the directory already holds a recording
 */
export async function createRecorder(
  source: PageSource,
  { dir, clock, feeds }: { dir: string; clock: Date; feeds: readonly string[] },
): Promise<Recorder> {
  const taken = await access(join(dir, RECORDING_FILE)).then(
    () => true,
    () => false,
  );
  if (taken)
    throw new RecordingError(`${dir} already holds a recording; name another directory or remove it first.`);
  await makeDirectory(join(dir, 'bodies')).catch((cause: unknown) => {
    throw new RecordingError(`${dir} cannot hold a recording: ${fileErrorReason(cause)}`, { cause });
  });

  const responses: RecordingFile['responses'] = [];
  let bodies = 0;

  async function keep(requested: string, response: PageResponse): Promise<void> {
    const headers = Object.fromEntries(
      Object.entries(response.headers).filter(([name]) => !NOT_KEPT.has(name)),
    );
    const redirects = response.redirects.length > 0 ? { redirects: [...response.redirects] } : {};
    let body: string | null = null;
    if (response.body.byteLength > 0) {
      bodies += 1;
      body = `bodies/${bodyName(bodies, requested, headers['content-type'])}`;
    }
    // Before the body is written, so that responses keep the order in which they arrived.
    responses.push({ url: requested, status: response.status, headers, body, ...redirects });
    if (body !== null) await writeFile(join(dir, body), response.body);
  }

  return {
    async get(request) {
      try {
        const response = await source.get(request);
        await keep(request.url, response);
        return response;
      } catch (error) {
        // A fetch that we cancelled says nothing about the site.
        if (error instanceof FetchError && error.code !== 'aborted') {
          responses.push({ url: request.url, error: { code: error.code, message: error.message } });
        }
        throw error;
      }
    },
    async finish() {
      const file: RecordingFile = { clock: clock.toISOString(), feeds: [...feeds], responses };
      const path = join(dir, RECORDING_FILE);
      await writeFile(`${path}.new`, `${JSON.stringify(file, null, 2)}\n`);
      await rename(`${path}.new`, path);
      return responses.length;
    },
  };
}

/** `0001-example.com-rss.xml`: in order, and easy to recognise in the directory. */
function bodyName(number: number, url: string, contentType: string | undefined): string {
  const { hostname, pathname } = new URL(url);
  const words = `${hostname}${pathname}`
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/[^a-z0-9.]+/gi, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60);
  return `${String(number).padStart(4, '0')}-${words}.${extension(contentType)}`;
}

function extension(contentType: string | undefined): string {
  const type = contentType?.toLowerCase() ?? '';
  if (type.includes('html')) return 'html';
  if (type.includes('json')) return 'json';
  if (type.includes('xml')) return 'xml';
  return type.startsWith('text/') ? 'txt' : 'bin';
}
