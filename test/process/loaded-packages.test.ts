import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../../src');

async function packagesOf(...files: readonly string[]): Promise<string[]> {
  const child = path.join(import.meta.dirname, 'loaded-packages-child.ts');
  const modules = files.map((file) => path.join(SRC, file));
  const { stdout } = await promisify(execFile)(process.execPath, [child, ...modules]);
  return JSON.parse(stdout) as string[];
}

/** Large packages that a process needs only once it sends a message, asks the web, or is asked for something rare. */
const LATER = [
  '@bull-board/api',
  '@bull-board/fastify',
  '@node-rs/argon2',
  'eld',
  'franc',
  'nodemailer',
  'openid-client',
  'tough-cookie',
  'undici',
];

test('a process starts without the packages that only some of its work needs', {
  timeout: 60_000,
}, async () => {
  const loaded = await packagesOf('process/run-process.ts', 'web/server/server.ts');
  expect(loaded).toContain('fastify');
  expect(loaded).toContain('kysely');
  expect(loaded.filter((name) => LATER.includes(name))).toEqual([]);
});

test('only a process with pages loads the web framework', { timeout: 60_000 }, async () => {
  const loaded = await packagesOf('process/run-process.ts');
  expect(loaded).toContain('bullmq');
  expect(loaded).not.toContain('fastify');
});

test('a thread that reads feeds loads no parser of articles and no models', { timeout: 60_000 }, async () => {
  const loaded = await packagesOf('pipeline/threads/reading-thread.ts', 'pipeline/threads/parse-feed.ts');
  expect(loaded).toContain('htmlparser2');
  expect(loaded).not.toContain('cheerio');
  expect(loaded.filter((name) => LATER.includes(name))).toEqual([]);
});
