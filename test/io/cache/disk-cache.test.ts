import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cacheFault, openDiskCache } from '../../../src/io/cache/disk-cache.ts';
import { isWhole, packShared, unpackShared } from '../../../src/io/cache/shared-archive.ts';

const person = { name: 'both' };
const VALUE = {
  table: Int32Array.from({ length: 1_000 }, (_, at) => at - 500),
  bytes: Uint8Array.from([1, 2, 3]),
  odd: Float64Array.from([Math.PI]),
  empty: new Uint32Array(0),
  words: new Map([['a', new Set([1, 2])]]),
  nothing: undefined,
  shared: [person, person],
};

describe('archive', () => {
  test('unpacks to an equal value, in which shared objects are shared again', () => {
    const copy = unpackShared(packShared(VALUE)) as typeof VALUE;
    expect(copy).toEqual(VALUE);
    expect(copy.shared[0]).toBe(copy.shared[1]);
  });

  test('has its arrays in memory that threads share', async () => {
    const archive = packShared(VALUE);
    const { table } = unpackShared(archive) as typeof VALUE;
    const worker = new Worker(
      `const { workerData, parentPort } = require('node:worker_threads');
       new Int32Array(workerData.buffer, workerData.at, 1)[0] = 4711;
       parentPort.postMessage('written');`,
      { eval: true, workerData: { buffer: table.buffer, at: table.byteOffset } },
    );
    await new Promise((resolve) => worker.once('message', resolve));
    expect(table[0]).toBe(4711);
  });

  test('refuses kinds of array that it cannot name', () => {
    expect(() => packShared({ big: new BigInt64Array(1) })).toThrow('BigInt64Array');
  });
});

describe('disk cache', () => {
  let directory: string;
  beforeEach(async () => {
    directory = path.join(await mkdtemp(path.join(os.tmpdir(), 'chipwatch-cache-')), 'cache');
  });
  afterEach(() => rm(path.dirname(directory), { recursive: true, force: true }));

  const archive = packShared(VALUE);
  const file = () => path.join(directory, 'rules-key');

  test('keeps archives by their key, for their owner alone', async () => {
    const cache = openDiskCache(directory);
    expect(await cache.read('rules', 'key')).toBeUndefined();
    await cache.write('rules', 'key', archive);
    const kept = await cache.read('rules', 'key');
    expect(kept && unpackShared(kept)).toEqual(VALUE);
    expect(await cache.read('rules', 'another')).toBeUndefined();
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in one bit', (bytes: Buffer) => ((bytes[bytes.length >> 1]! ^= 1), bytes)],
    ['something else', () => Buffer.from('#!/bin/sh\n'.repeat(100))],
    ['with a length of its own', (bytes: Buffer) => (bytes.writeUInt32LE(0xfffffff0, 8), bytes)],
  ])('ignores a file that is %s, and writes it again', async (_, spoil) => {
    const cache = openDiskCache(directory);
    await cache.write('rules', 'key', archive);
    await writeFile(file(), spoil(await readFile(file())));
    expect(await cache.read('rules', 'key')).toBeUndefined();
    await cache.write('rules', 'key', archive);
    expect(await cache.read('rules', 'key')).toBeDefined();
  });

  test('trusts no file or directory that others may write to, and no link', async () => {
    const cache = openDiskCache(directory);
    await cache.write('rules', 'key', archive);
    await chmod(file(), 0o666);
    expect(await cache.read('rules', 'key')).toBeUndefined();
    await chmod(file(), 0o600);
    expect(await cache.read('rules', 'key')).toBeDefined();
    await chmod(directory, 0o777);
    expect(await cache.read('rules', 'key')).toBeUndefined();
    await cache.write('rules', 'other', archive);
    expect(await readdir(directory)).toEqual(['rules-key']);
    await chmod(directory, 0o700);
    await symlink(file(), path.join(directory, 'rules-linked'));
    expect(await cache.read('rules', 'linked')).toBeUndefined();
  });

  test('works without a cache where nothing can be written', async () => {
    await writeFile(directory, 'a file stands where the directory would be');
    const cache = openDiskCache(directory);
    await cache.write('rules', 'key', archive);
    expect(await cache.read('rules', 'key')).toBeUndefined();
  });

  test('keeps only the newest archives of a name, and those that are still read', async () => {
    const cache = openDiskCache(directory);
    await cache.write('languages', 'key', archive);
    for (let version = 0; version < 12; version++) {
      await cache.write('rules', `v${version}`, archive);
      expect(await cache.read('rules', 'v0')).toBeDefined();
    }
    const kept = await readdir(directory);
    expect(kept).toContain('rules-v0');
    expect(kept).toContain('rules-v11');
    expect(kept).toContain('languages-key');
    expect(kept.filter((name) => name.startsWith('rules-')).length).toBeLessThan(8);
  });

  test('refuses an archive whose digest is not that of its bytes', () => {
    const copy = packShared(VALUE);
    new Uint8Array(copy)[60] = 99;
    expect(isWhole(copy)).toBe(false);
    expect(isWhole(archive)).toBe(true);
  });
});

describe('a directory that cannot hold the cache', () => {
  test('is named with the reason', async () => {
    const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-fault-'));
    expect(await cacheFault(path.join(directory, 'fresh'))).toBeUndefined();
    await chmod(directory, 0o777);
    expect(await cacheFault(directory)).toBe(`${directory}: another user owns it, or may write to it`);
    const file = path.join(directory, 'file');
    await writeFile(file, '');
    expect(await cacheFault(path.join(file, 'below'))).toBe(
      `${file}/below: a part of its path is a file, not a directory`,
    );
    await rm(directory, { recursive: true });
  });
});
