import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { memoryParts, memoryPartsOf } from '../../bench/support/memory-parts.ts';

const mapping = (head: string, rss: number) =>
  `${head}\nSize:              99999 kB\nRss:  ${String(rss).padStart(12)} kB\nPss:                   1 kB\nVmFlags: rd wr mr mw me ac\n`;

test('adds up the mappings of a process by what they are for', () => {
  const smaps = [
    mapping('0082e000-0348a000 r-xp 00c2d000 08:01 1234      /opt/a directory/node', 2_048),
    mapping('14cb9000-1690c000 rw-p 00000000 00:00 0         [heap]', 4_096),
    mapping('276f0bc0000-276f0f5b000 rw-p 00000000 00:00 0', 1_024),
    mapping('3fffffc00000-3fffffc40000 rw-p 00000000 00:00 0 ', 512),
    mapping('7f71aeec0000-7f71ceec0000 rwxp 00000000 00:00 0', 8_192),
    mapping('351c64395000-351c6493f000 rwxp 00000000 00:00 0', 1_024),
    mapping('7f719d44b000-7f719ee40000 rw-p 00000000 00:00 0', 256),
    mapping('7ffd1c000000-7ffd1c021000 rw-p 00000000 00:00 0  [stack]', 256),
  ].join('');
  expect(memoryParts(smaps)).toEqual({ files: 2, code: 9, objects: 1.5, allocator: 4.5 });
});

test.skipIf(process.platform !== 'linux')('finds the heap of this process and the files of Node', () => {
  const parts = memoryPartsOf(process.pid);
  const used = process.memoryUsage();
  expect(parts.objects).toBeGreaterThan(used.heapUsed / 2 ** 21);
  expect(parts.files).toBeGreaterThan(10);
  const all = parts.files + parts.code + parts.objects + parts.allocator;
  const resident = Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1_024;
  expect(Math.abs(all - resident) / resident).toBeLessThan(0.2);
});
