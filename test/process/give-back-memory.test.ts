import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const MIB = 2 ** 20;

const usesGlibc = (process.report.getReport() as { header: { glibcVersionRuntime?: string } }).header
  .glibcVersionRuntime;

test.skipIf(!usesGlibc)(
  'memory that was freed between blocks in use is given back to the machine',
  { timeout: 60_000 },
  async () => {
    const child = path.join(import.meta.dirname, 'fragmented-child.ts');
    // Without a fixed size from which glibc maps blocks on their own, as tests may be run with the one of the service.
    const { MALLOC_MMAP_THRESHOLD_: _, ...env } = process.env;
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', child], { env });
    const { kept, before, after } = JSON.parse(stdout) as { kept: number; before: number; after: number };
    expect(kept).toBe(96);
    expect(before - after).toBeGreaterThan(100 * MIB);
  },
);
