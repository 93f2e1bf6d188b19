import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inOwnMounts, type Night, needsRoot, seconds } from './night.ts';
import { familyOf, postmasterOf } from './postgres-processes.ts';
import { marked } from './surrounding-nights.ts';

/** The sessions of the service at its embedded server. */
async function sessionsOf(postmaster: number): Promise<number[]> {
  const sessions: number[] = [];
  for (const pid of familyOf(postmaster)) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (line.startsWith('postgres: chipwatch chipwatch ')) sessions.push(pid);
  }
  return sessions;
}

/** Faults of a machine that has too little of something, or takes it away from a running service. */
export const machineNights: readonly Night[] = [
  {
    // As the kernel does where memory is short. The server then ends all sessions and reads its log again; commits that
    // were not flushed are lost.
    name: 'one session of the database is killed (SIGKILL) every ten seconds for 90 seconds',
    async fault(world) {
      let killed = 0;
      for (let round = 0; round < 9; round += 1) {
        const sessions = await sessionsOf(postmasterOf(path.join(world.directory, 'postgres')));
        const victim = sessions[round % Math.max(1, sessions.length)];
        if (victim !== undefined) {
          process.kill(victim, 'SIGKILL');
          killed += 1;
        }
        await seconds(10);
      }
      const doctor = await world.command('doctor');
      return { 'sessions killed': killed, doctor: marked(doctor.stdout) };
    },
  },
  {
    name: 'the service gets one second of ten for 120 seconds',
    async fault({ service }) {
      const pid = service.child.pid!;
      for (let round = 0; round < 12; round += 1) {
        process.kill(pid, 'SIGSTOP');
        await seconds(9);
        process.kill(pid, 'SIGCONT');
        await seconds(1);
      }
    },
  },
  {
    name: 'the running service may open no further file or connection for 60 seconds',
    skip: needsRoot,
    async fault(world) {
      const pid = String(world.service.child.pid!);
      const limit = (soft: string) => execFileSync('prlimit', ['--pid', pid, `--nofile=${soft}:`]);
      limit('16');
      await seconds(60);
      const doctor = await world.command('doctor');
      limit('4096');
      return {
        doctor: marked(doctor.stdout),
        'exit code': String(world.service.child.exitCode ?? world.service.child.signalCode),
      };
    },
  },
  {
    name: 'another program fills the shared memory (/dev/shm) for 60 seconds',
    skip: needsRoot,
    prepare: async () => ({
      through: inOwnMounts('mount -t tmpfs -o size=64m shared /dev/shm'),
    }),
    async fault(world) {
      const within = (line: string) =>
        execFileSync('nsenter', ['-t', String(world.service.child.pid), '-m', 'sh', '-c', line], {
          stdio: 'ignore',
        });
      within('cat /dev/zero > /dev/shm/filler; true');
      await seconds(60);
      const doctor = await world.command('doctor');
      within('rm /dev/shm/filler');
      return { doctor: marked(doctor.stdout) };
    },
  },
  {
    name: 'started without /proc, killed, and started again',
    skip: needsRoot,
    prepare: async () => ({
      through: inOwnMounts('mount -t tmpfs none /proc'),
    }),
    async fault(world) {
      await world.service.stop('SIGKILL');
      await world.start();
      await seconds(10);
      assert.equal(world.service.child.exitCode, null);
    },
  },
  {
    name: 'the directory of the service is read-only and its user has no home',
    skip: needsRoot,
    prepare: async () => ({
      through: inOwnMounts(
        'mount --bind "$PWD" "$PWD"; mount -o remount,ro,bind "$PWD"; cd "$PWD"; export HOME=/nonexistent',
      ),
    }),
    fault: async () => {},
  },
];
