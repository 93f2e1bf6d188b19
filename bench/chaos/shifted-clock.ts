import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Prepared } from './night.ts';

/** All processes of the service add the milliseconds in the returned file to their clock. */
export async function shiftedClock(home: string): Promise<Prepared> {
  const file = path.join(home, 'clock');
  await writeFile(file, '0');
  return {
    environment: {
      SHIFT_CLOCK_FILE: file,
      NODE_OPTIONS: `--import=${path.resolve(import.meta.dirname, 'shift-clock.ts')}`,
    },
    handle: file,
  };
}
