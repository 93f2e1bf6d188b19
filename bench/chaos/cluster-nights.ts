import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inOwnMounts, mountSmallDisk, type Night, needsRoot, seconds } from './night.ts';
import { familyOf, postmasterOf } from './postgres-processes.ts';
import { marked } from './surrounding-nights.ts';

/** Faults of the disk and the limits under the embedded PostgreSQL. */
export const clusterNights: readonly Night[] = [
  {
    name: 'the disk has room but takes no further file for 60 seconds',
    skip: needsRoot,
    async prepare(home, resources) {
      mountSmallDisk(home, 'size=2g,nr_inodes=6000,mode=755', resources);
      return {};
    },
    async fault(world) {
      const directory = path.join(world.directory, 'filler');
      await mkdir(directory);
      try {
        for (let n = 0; ; n += 1) await writeFile(path.join(directory, String(n)), '');
      } catch {
        // No file can be created any more, as intended.
      }
      await seconds(60);
      const doctor = await world.command('doctor');
      await rm(directory, { recursive: true });
      return { doctor: doctor.stderr === '' ? marked(doctor.stdout) : doctor.stderr };
    },
  },
  {
    // Somebody tidies up. The server ends itself within a minute when the file is gone.
    name: 'postmaster.pid and the log of the server are deleted',
    async prepare(home) {
      // The server's user may enter it, so that the database is in this directory.
      await chmod(home, 0o755);
      return {};
    },
    async fault(world) {
      const directory = path.join(world.directory, 'postgres');
      const before = postmasterOf(directory);
      await rm(path.join(directory, 'cluster', 'postmaster.pid'));
      await rm(path.join(directory, 'server.log'));
      await seconds(120);
      const doctor = await world.command('doctor');
      const after = postmasterOf(directory);
      return {
        'the server was started again': before === after ? 'no' : 'yes',
        'processes of the old server': familyOf(before).length,
        doctor: doctor.stderr === '' ? marked(doctor.stdout) : doctor.stderr,
      };
    },
  },
  {
    name: 'started with little shared memory, and with files of 48 MB at most',
    skip: needsRoot,
    prepare: async () => ({
      through: inOwnMounts('mount -t tmpfs -o size=256k small /dev/shm; ulimit -f 98304'),
    }),
    async fault(world) {
      await seconds(60);
      const doctor = await world.command('doctor');
      return { doctor: marked(doctor.stdout) };
    },
  },
];
