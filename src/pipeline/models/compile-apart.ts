import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cacheFault } from '../../io/cache/disk-cache.ts';
import type { RuleFiles } from './load-topics.ts';
import { findSoundTopics } from './sound-topics.ts';

/** The compiler takes some ten seconds on a busy machine. Milliseconds. */
const LONGEST = 300_000;

/**
 * Compiles rules that have changed into the disk cache, in a process that ends with it: compiling needs 200 MB, of which a
 * thread leaves a part to its process for good. Does nothing where the rules are compiled already, or where nothing can be
 * cached. If it fails, the caller compiles and finds the fault.
 */
export async function compileApart(files: RuleFiles): Promise<void> {
  const known = await findSoundTopics(files).catch(() => undefined);
  if (known !== undefined || (await cacheFault()) !== undefined) return;
  const program = fileURLToPath(new URL('./compile-process.js', import.meta.url));
  const flags = ['--max-old-space-size=512', '--disable-warning=ExperimentalWarning'];
  await promisify(execFile)(process.execPath, [...flags, program, files.topics, files.entities], {
    timeout: LONGEST,
  }).catch(() => {});
}
