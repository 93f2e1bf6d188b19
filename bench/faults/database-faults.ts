import { spawn } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { seconds } from '../chaos/night.ts';
import { familyOf, postmasterOf } from '../chaos/postgres-processes.ts';
import type { PastFault } from './past-fault.ts';
import { openTrial } from './trial.ts';
import { useUpTries } from './used-up-tries.ts';

/** Reports that are published in each trial. */
const REPORTS = 4;

/** Seconds for which articles are locked. */
const LOCKED = 120;
/** Seconds for which the database stands still; longer than the lease of a delivery. */
const PAUSED = 110;

export const databaseFaults: readonly PastFault[] = [
  {
    name: `a session holds a lock on articles for ${LOCKED} seconds, and the server gives up on locks after one second`,
    run: (subject) =>
      useUpTries({
        ...subject,
        forSeconds: LOCKED,
        async ready(trial) {
          await trial.query(
            `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET lock_timeout = ''1s''', current_database()); END $$`,
          );
          await trial.service.stop('SIGTERM');
          await trial.start();
        },
        async begin(trial) {
          const holder = new Client({ connectionString: trial.databaseUrl });
          await holder.connect();
          await holder.query('BEGIN; LOCK TABLE articles IN ACCESS EXCLUSIVE MODE');
          return async () => {
            await holder.query('ROLLBACK');
            await holder.end();
          };
        },
      }),
  },
  {
    name: 'the postmaster of the embedded PostgreSQL is killed',
    async run(subject) {
      await using trial = await openTrial({ ...subject, isEmbedded: true });
      await trial.start();
      await seconds(5);
      process.kill(postmasterOf(trial.databaseDirectory), 'SIGKILL');
      await seconds(5);
      trial.outlet.publish(REPORTS);
      const told = await trial.allTold(180);
      const { exitCode, signalCode } = trial.service.child;
      const refused = trial.service.output.stderr.match(/"sweep\.failed"/g)?.length ?? 0;
      const state =
        exitCode === null && signalCode === null
          ? 'the process lives'
          : `the process ended (${exitCode ?? signalCode})`;
      return {
        isWell: told === REPORTS,
        seen: `${told} of ${REPORTS} alerts in three minutes; ${state}; ${refused} failed sweeps were logged`,
      };
    },
  },
  {
    name: `the database stands still for ${PAUSED} seconds from the moment at which a message is received`,
    async run(subject) {
      let isStill = false;
      const stand = (pids: readonly number[]) => {
        isStill = true;
        for (const pid of pids) process.kill(pid, 'SIGSTOP');
        setTimeout(() => {
          for (const pid of pids.toReversed()) process.kill(pid, 'SIGCONT');
          isStill = false;
        }, PAUSED * 1_000);
      };
      await using trial = await openTrial({
        ...subject,
        // Its yes comes when idle connections to the database have been closed, so that the record needs a new one.
        async answer(n) {
          if (n === 0) stand(familyOf(postmasterOf(trial.databaseDirectory)));
          if (isStill) await seconds(20);
          return 204;
        },
      });
      await trial.start();
      trial.outlet.publish(REPORTS);
      await seconds(PAUSED + 60);
      const told = await trial.allTold(240);
      await seconds(120);
      const twice = [...trial.receiver.seen.values()].filter((times) => times > 1).length;
      return {
        isWell: told === REPORTS && twice === 0,
        seen: `${told} of ${REPORTS} alerts; ${twice} messages sent again though no process had died`,
      };
    },
  },
  {
    name: 'the process id in postmaster.pid is that of another program after a power cut',
    async run(subject) {
      await using trial = await openTrial({ ...subject, isEmbedded: true });
      const directory = trial.databaseDirectory;
      // The server's user may enter it, so that the database is in this directory.
      await chmod(trial.home, 0o755);
      await mkdir(directory, { recursive: true });
      await trial.start();
      const postmaster = postmasterOf(directory);
      await trial.service.stop('SIGKILL');
      const pids = familyOf(postmaster);
      const file = path.join(directory, 'cluster', 'postmaster.pid');
      const [, ...rest] = (await readFile(file, 'utf8')).split('\n');
      for (const pid of pids) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // Its postmaster has ended it.
        }
      }
      await seconds(1);
      const stranger = spawn('sleep', ['600'], { stdio: 'ignore' });
      try {
        await writeFile(file, [stranger.pid, ...rest].join('\n'));
        trial.outlet.publish(REPORTS);
        const began = performance.now();
        const hasStarted = await trial.start().then(
          () => true,
          () => false,
        );
        const took = Math.round((performance.now() - began) / 1_000);
        const told = hasStarted ? await trial.allTold(120) : 0;
        return {
          isWell: told === REPORTS,
          seen: hasStarted
            ? `started after ${took} s, ${told} of ${REPORTS} alerts`
            : `the start ended with ${trial.service.child.exitCode} after ${took} s`,
        };
      } finally {
        stranger.kill('SIGKILL');
      }
    },
  },
];
