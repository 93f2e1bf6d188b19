import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FetchError, type PageResponse, type PageSource } from '../../../src/io/http/page-source.ts';
import { readRecording } from '../../../src/service/read-recording.ts';
import { createRecorder } from '../../../src/io/http/recorder.ts';
import { RecordingError } from '../../../src/io/http/recording-format.ts';

const FEED = 'https://news.example/rss.xml';
const CLOCK = '2026-02-03T04:05:06.000Z';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'recording-'));
});
afterEach(() => rm(dir, { recursive: true }));

async function write(responses: unknown[], rest: object = {}): Promise<void> {
  await mkdir(join(dir, 'bodies'), { recursive: true });
  await writeFile(join(dir, 'bodies/a.xml'), '<rss>première</rss>');
  await writeFile(join(dir, 'bodies/b.xml'), '<rss>deuxième</rss>');
  await writeFile(
    join(dir, 'recording.json'),
    JSON.stringify({ clock: CLOCK, feeds: [FEED], responses, ...rest }),
  );
}

const text = (response: PageResponse) => new TextDecoder().decode(response.body);
const ok = (body: string | null, headers: Record<string, string> = {}) => ({
  url: FEED,
  status: 200,
  headers,
  body,
});

describe('a recording', () => {
  test('has a clock, feeds and responses', async () => {
    await write([ok('bodies/a.xml', { 'Content-Type': 'text/xml' })]);
    const recording = await readRecording(dir);
    expect(recording.clock).toEqual(new Date(CLOCK));
    expect(recording.feeds).toEqual([FEED]);
    const response = await recording.get({ url: `${FEED}#top`, kind: 'feed' });
    expect(text(response)).toBe('<rss>première</rss>');
    expect(response).toMatchObject({
      status: 200,
      url: FEED,
      redirects: [],
      headers: { 'content-type': 'text/xml' },
    });
  });

  test('gives several answers to one URL in turn and repeats the last', async () => {
    await write([ok('bodies/a.xml'), ok('bodies/b.xml')]);
    const recording = await readRecording(dir);
    const seen = [];
    for (let poll = 0; poll < 3; poll += 1) seen.push(text(await recording.get({ url: FEED, kind: 'feed' })));
    expect(seen).toEqual(['<rss>première</rss>', '<rss>deuxième</rss>', '<rss>deuxième</rss>']);
  });

  const validators = { ETag: '"v1"', 'Last-Modified': 'Tue, 03 Feb 2026 04:00:00 GMT' };
  test.each([
    ['the same ETag', { etag: '"v1"' }, 304],
    ['the same ETag, marked weak on one side', { etag: 'W/"v1"' }, 304],
    ['another ETag', { etag: '"v0"' }, 200],
    ['another ETag with the same date', { etag: '"v0"', lastModified: validators['Last-Modified'] }, 200],
    ['the same date', { lastModified: validators['Last-Modified'] }, 304],
    ['another date', { lastModified: 'Mon, 02 Feb 2026 04:00:00 GMT' }, 200],
    ['no validator', {}, 200],
  ])('answers %s as a server would', async (_, conditions, status) => {
    await write([ok('bodies/a.xml', validators)]);
    const response = await (await readRecording(dir)).get({ url: FEED, kind: 'feed', ...conditions });
    expect(response.status).toBe(status);
    expect(response.body.byteLength > 0).toBe(status === 200);
  });

  test('a conditional request uses up a response too', async () => {
    await write([ok('bodies/a.xml', { etag: '"1"' }), ok('bodies/b.xml', { etag: '"2"' })]);
    const recording = await readRecording(dir);
    const statuses = [];
    for (let poll = 0; poll < 3; poll += 1) {
      statuses.push(
        (await recording.get({ url: FEED, kind: 'feed', etag: poll < 2 ? '"1"' : '"2"' })).status,
      );
    }
    expect(statuses).toEqual([304, 200, 304]);
  });

  test('follows recorded redirects to the final URL', async () => {
    const to = 'https://news.example/feed/';
    await write([{ ...ok('bodies/a.xml'), redirects: [{ from: FEED, to, status: 301 }] }]);
    const response = await (await readRecording(dir)).get({ url: FEED, kind: 'feed' });
    expect(response.url).toBe(to);
    expect(response.redirects).toEqual([{ from: FEED, to, status: 301 }]);
  });

  test('what was not recorded is an error that says how to record it; a robots.txt is a 404', async () => {
    await write([ok(null)]);
    const recording = await readRecording(dir);
    const url = 'https://news.example/other';
    const refusal = await recording.get({ url, kind: 'page' }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FetchError);
    expect(refusal).toMatchObject({ code: 'not-recorded', transient: false, url });
    expect((refusal as Error).message).toContain(`chipwatch record ${url}`);
    expect(await recording.get({ url: 'https://news.example/robots.txt', kind: 'robots' })).toMatchObject({
      status: 404,
    });
  });

  test('a fetch that was cancelled before it began is aborted', async () => {
    await write([ok(null)]);
    const recording = await readRecording(dir);
    await expect(
      recording.get({ url: FEED, kind: 'feed', signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({
      code: 'aborted',
    });
  });
});

describe('a damaged recording is refused with its place', () => {
  test.each([
    ['a missing body', [ok('bodies/none.xml')], {}, /none\.xml/],
    [
      'a body outside the directory',
      [ok('../../etc/passwd')],
      {},
      /responses\[0\]\.body: expected a file below/,
    ],
    ['a local time', [], { clock: '2026-02-03 04:05' }, /clock: expected an ISO 8601/],
    [
      'an unknown field',
      [{ ...ok(null), statsu: 1 }],
      {},
      /responses\[0\].statsu: unknown key "statsu"; did you mean "status"/,
    ],
    ['a relative URL', [{ ...ok(null), url: '/rss' }], {}, /responses\[0\]\.url: expected an absolute/],
  ])('%s', async (_, responses, rest, message) => {
    await write(responses, rest);
    const refusal = await readRecording(dir).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RecordingError);
    expect((refusal as Error).message).toMatch(message);
    expect((refusal as Error).message).toContain(dir);
  });

  test('no file at all, and a file that is not JSON', async () => {
    await expect(readRecording(dir)).rejects.toThrow(/recording\.json/);
    await writeFile(join(dir, 'recording.json'), '{');
    await expect(readRecording(dir)).rejects.toThrow(/not JSON/);
  });
});

describe('the recorder', () => {
  const page = 'https://news.example/2026/chips.html';
  const live: PageSource = {
    async get({ url }) {
      if (url.includes('gone')) throw new FetchError('dns', url, 'No such host.');
      return {
        status: 200,
        url: `${url}?final`,
        redirects: [{ from: url, to: `${url}?final`, status: 302 }],
        headers: {
          'content-type': 'text/html',
          'content-encoding': 'gzip',
          'set-cookie': 'id=1',
          etag: '"e"',
        },
        body: new TextEncoder().encode('芯片'),
      };
    },
  };

  test('writes what openRecording reads back, failures included', async () => {
    const recorder = await createRecorder(live, { dir, clock: new Date(CLOCK), feeds: [page] });
    const original = await recorder.get({ url: page, kind: 'page' });
    await expect(recorder.get({ url: 'https://gone.example/', kind: 'feed' })).rejects.toThrow(
      'No such host.',
    );
    expect(await recorder.finish()).toBe(2);

    const replay = await readRecording(dir);
    expect(replay.feeds).toEqual([page]);
    const replayed = await replay.get({ url: page, kind: 'page' });
    expect(replayed).toEqual({ ...original, headers: { 'content-type': 'text/html', etag: '"e"' } });
    await expect(replay.get({ url: 'https://gone.example/', kind: 'feed' })).rejects.toMatchObject({
      code: 'dns',
      message: 'No such host.',
    });
  });

  test('names body files by their content, and leaves no temporary file', async () => {
    const recorder = await createRecorder(live, { dir, clock: new Date(CLOCK), feeds: [] });
    await recorder.get({ url: page, kind: 'page' });
    await recorder.finish();
    expect(await readdir(join(dir, 'bodies'))).toEqual(['0001-news.example-2026-chips.html']);
    expect((await readdir(dir)).sort()).toEqual(['bodies', 'recording.json']);
    expect(await readFile(join(dir, 'bodies/0001-news.example-2026-chips.html'), 'utf8')).toBe('芯片');
  });

  test('never overwrites a recording', async () => {
    await write([ok(null)]);
    await expect(createRecorder(live, { dir, clock: new Date(CLOCK), feeds: [] })).rejects.toThrow(
      RecordingError,
    );
  });
});
