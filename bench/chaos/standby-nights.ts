import { execFileSync } from 'node:child_process';
import { appendFile, chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../src/io/store/postgres/embedded-postgres.ts';
import { movingAddress } from './moving-address.ts';
import { type Night, needsRoot, seconds } from './night.ts';
import { postmasterOf } from './postgres-processes.ts';
import { marked } from './surrounding-nights.ts';

/** A primary and its streaming standby, with one address that leads to the primary. */
async function serverPair(home: string, resources: AsyncDisposableStack) {
  // The servers' user must be able to enter it; otherwise the databases would live elsewhere.
  await chmod(home, 0o755);
  const [own, other] = ['primary', 'standby'].map((name) => path.join(home, name)) as [string, string];
  const first = await startEmbeddedPostgres({ directory: own });
  await first.close();
  execFileSync('cp', ['-a', own, other]);
  const primary = await startEmbeddedPostgres({ directory: own });
  resources.defer(() => primary.close());
  const { port, username, password } = new URL(primary.url);
  const cluster = path.join(other, 'cluster');
  await writeFile(path.join(cluster, 'standby.signal'), '');
  await appendFile(
    path.join(cluster, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=127.0.0.1 port=${port} user=${username} password=${password}'\n`,
  );
  const standby = await startEmbeddedPostgres({ directory: other });
  resources.defer(() => standby.close());
  const address = resources.use(await movingAddress(primary.url));
  return { primary: own, standby, cluster, address };
}

/** Faults of a pair of PostgreSQL servers. */
export const standbyNights: readonly Night[] = [
  {
    name: 'the primary of PostgreSQL dies, and its standby takes no writes for 60 seconds',
    skip: needsRoot,
    async prepare(home, resources) {
      const pair = await serverPair(home, resources);
      return { databaseUrl: pair.address.url, handle: pair };
    },
    async fault(world, { handle }) {
      const { primary, standby, cluster, address } = handle as Awaited<ReturnType<typeof serverPair>>;
      address.moveTo(standby.url);
      address.cut();
      // What was committed reaches the standby before the primary dies.
      await seconds(2);
      process.kill(postmasterOf(primary), 'SIGKILL');
      await seconds(60);
      const doctor = await world.command('doctor');
      await writeFile(path.join(cluster, 'promote'), '');
      process.kill(postmasterOf(path.dirname(cluster)), 'SIGUSR1');
      return { doctor: marked(doctor.stdout) || doctor.stderr.slice(0, 200) };
    },
  },
];
