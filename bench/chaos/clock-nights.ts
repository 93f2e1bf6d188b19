import { writeFile } from 'node:fs/promises';
import { type Night, seconds } from './night.ts';
import { shiftedClock } from './shifted-clock.ts';
import { marked } from './surrounding-nights.ts';

const HOUR = 3_600_000;

/** Faults of the clock that last from the start, or come again and again. */
export const clockNights: readonly Night[] = [
  {
    // A machine without a battery for its clock begins in 1970 until it has asked a time server.
    name: 'the clock begins in 1970 and is set right 25 seconds later',
    async prepare(home) {
      const prepared = await shiftedClock(home);
      await writeFile(prepared.handle as string, String(-Date.now()));
      return prepared;
    },
    async fault(world, { handle }) {
      await seconds(10);
      await writeFile(handle as string, '0');
      await seconds(60);
      const doctor = await world.command('doctor');
      return { doctor: marked(doctor.stdout) };
    },
  },
  {
    name: 'the clock steps an hour ahead and back every three seconds for a minute',
    prepare: shiftedClock,
    async fault(_, { handle }) {
      for (let step = 0; step < 20; step += 1) {
        await writeFile(handle as string, String(step % 2 === 0 ? HOUR : 0));
        await seconds(3);
      }
    },
  },
];
