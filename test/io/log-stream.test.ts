import { execFileSync } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLogStream } from '../../src/io/log-stream.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-log-'));
});
afterAll(() => rm(directory, { recursive: true }));

const file = () => {
  const name = path.join(directory, `${Math.random()}`);
  return { name, fd: openSync(name, 'a') };
};

test('lines are written in their order, also those that wait when the process ends', async () => {
  const { name, fd } = file();
  const stream = openLogStream(fd);
  stream.write('one\n');
  await expect.poll(() => readFileSync(name, 'utf8')).toBe('one\n');
  for (const line of ['two\n', 'three\n', '四\n']) stream.write(line);
  await expect.poll(() => readFileSync(name, 'utf8')).toBe('one\ntwo\nthree\n四\n');
});

test.skipIf(!existsSync('/dev/full'))('on a full disk the process neither ends nor hangs', async () => {
  const fd = openSync('/dev/full', 'w');
  const stream = openLogStream(fd);
  for (let n = 0; n < 3; n += 1) {
    stream.write('lost\n');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  stream.write('lost\n');
  stream.flushSync();
  closeSync(fd);
});

test.skipIf(process.platform === 'win32')('a reader that stops loses lines and takes no memory', async () => {
  const pipe = path.join(directory, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const fd = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  const stream = openLogStream(fd, 100_000);
  // More than fits into the pipe and into the buffer of waiting lines.
  for (let n = 0; n < 40; n += 1) stream.write(`${'x'.repeat(9_999)}\n`);
  const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const chunk = Buffer.alloc(65_536);
  const read = () => {
    try {
      return chunk.toString('utf8', 0, readSync(reader, chunk));
    } catch {
      return '';
    }
  };
  let seen = '';
  await expect
    .poll(() => {
      seen += read();
      stream.write('.\n');
      return seen;
    })
    .toMatch(/"event":"log.dropped","lines":\d+/);
  expect(seen.split('\n').filter((line) => line.startsWith('x')).length).toBeLessThan(40);
  closeSync(reader);
});
