import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordCommand } from '../../src/cli/record.ts';
import { replayCommand } from '../../src/cli/replay.ts';
import { type TestCli, testCli } from '../support/cli.ts';

let server: Server;
let base = '';
let cli: TestCli;
const asked: string[] = [];

const PAGES: Readonly<Record<string, string>> = {
  '/news/1': 'The first story is told here at some length, so that there is something to read and to keep.',
  '/news/2': 'The second story is another one, and it is about a cat that crossed the market square at noon.',
  '/private/3': 'The third story may not be fetched by a machine, for the robots.txt of this host says so.',
  '/news/5': 'The fifth story is beyond the number of pages that the test asks for, and stays where it is.',
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = request.url ?? '/';
    asked.push(url);
    const body = PAGES[url];
    if (url === '/feed.xml') {
      response.setHeader('content-type', 'application/rss+xml; charset=utf-8');
      response.end(feed());
    } else if (url === '/robots.txt') response.end('User-agent: *\nDisallow: /private/\n');
    else if (url === '/') {
      response.setHeader('content-type', 'text/html');
      response.end(
        '<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body>Home</body></html>',
      );
    } else if (body === undefined)
      response.writeHead(404, { 'content-type': 'text/html' }).end('<p>gone</p>');
    else {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('set-cookie', 'secret=1');
      response.end(
        `<html lang="en"><head><title>Story</title></head><body><article><h1>Story</h1><p>${body}</p><p>${body}</p></article></body></html>`,
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  cli = await testCli(() => [recordCommand(), replayCommand()]);
});
afterAll(async () => {
  await cli[Symbol.asyncDispose]();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function feed(): string {
  const items = ['/news/1', '/news/2', '/private/3', '/gone/4', '/news/5'].map(
    (place, index) =>
      `<item><title>Story ${index + 1}</title><link>${base}${place}</link><description>Summary ${index + 1}</description></item>`,
  );
  return `<rss version="2.0"><channel><title>T</title><link>${base}/</link>${items.join('')}</channel></rss>`;
}

interface Recorded {
  answers: number;
  recorded: { status: string; url: string; pages?: number; disallowed?: number; failed?: unknown[] }[];
}
interface Replayed {
  items: { url: string; outcome: string; text: string }[];
}

describe('a recording', () => {
  test('holds what a replay needs: feed, robots.txt and pages, failures included', async () => {
    const out = path.join(cli.directory, 'one');
    const result = await cli.json<Recorded>('record', `${base}/feed.xml`, '--out', out, '--pages', '4');
    expect(result.recorded).toMatchObject([
      {
        status: 'feed',
        entries: 5,
        pages: 2,
        disallowed: 1,
        failed: [{ url: `${base}/gone/4`, reason: 'answered 404' }],
      },
    ]);
    expect(asked).toEqual(['/feed.xml', '/robots.txt', '/news/1', '/news/2', '/gone/4']);
    const written = await readFile(path.join(out, 'recording.json'), 'utf8');
    expect(written).not.toContain('secret');
    expect(JSON.parse(written)).toMatchObject({ feeds: [`${base}/feed.xml`] });

    asked.length = 0;
    const { items } = await cli.json<Replayed>('replay', out);
    const of = (place: string) => items.find((item) => item.url === `${base}${place}`);
    expect(items).toHaveLength(5);
    expect(of('/news/1')).toMatchObject({ outcome: 'read from the page (dom)' });
    expect(of('/news/2')?.text).toContain('a cat that crossed the market square');
    expect(of('/private/3')?.outcome).toMatch(/^read from the feed: .*robots\.txt disallows it/);
    expect(of('/gone/4')?.outcome).toBe('read from the feed: the page answered 404');
    expect(of('/news/5')?.outcome).toMatch(/^read from the feed: No answer to .* is recorded/);
    // A replay makes no requests.
    expect(asked).toEqual([]);
  });

  test('of a page names the feed that it announces; one that fails does not affect the others', async () => {
    const out = path.join(cli.directory, 'two');
    const urls = [`${base}/`, `${base}/no-feed`, `${base}/feed.xml`];
    const { code, stdout } = await cli.run('record', ...urls, '--out', out, '--pages', '1');
    expect(code).toBe(1);
    expect(stdout).toContain(`${base}/: a page, no feed\n  it announces the feed ${base}/feed.xml\n`);
    expect(stdout).toContain('/no-feed: failed: answered 404\n');
    expect(stdout).toContain('/feed.xml: a feed of 5 entries; 1 page\n');
    expect(stdout).toContain('5 answers recorded in');
    expect((await stat(path.join(out, 'recording.json'))).isFile()).toBe(true);
  });

  test('does not overwrite another', async () => {
    const out = path.join(cli.directory, 'one');
    const result = await cli.run('record', `${base}/feed.xml`, '--out', out);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(/already holds a recording/);
  });

  test.each([
    [
      ['record', 'ftp://a.example/', '--out', 'x'],
      /expected an address that begins with http:\/\/ or https:\/\/, found "ftp:/,
    ],
    [['record', 'https://a.example/'], /required option '--out/],
    [['record', 'https://a.example/', '--out', 'x', '--pages', '-1'], /number from 0/],
  ])('%j exits with 2', async (args, says) => {
    const result = await cli.run(...args);
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(says);
  });
});
