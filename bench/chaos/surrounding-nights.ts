import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../src/io/store/postgres/embedded-postgres.ts';
import { type Night, needsRoot, seconds, stopFor } from './night.ts';

/** A night on which the service is started by a line of the shell that ends with `exec "$@"`. */
function startedBy(name: string, line: string, skip: Night['skip'] = () => undefined): Night {
  return {
    name: `started ${name}`,
    skip,
    prepare: async () => ({ through: ['sh', '-c', line, 'sh'] }),
    fault: async () => {},
  };
}

const HANGING_HOSTS = 10;

/** Faults in the environment of a process: limits, variables, signals, host names. */
export const surroundingNights: readonly Night[] = [
  startedBy('with 256 open files at most', 'ulimit -n 256; exec "$@"'),
  startedBy('with 96 open files at most', 'ulimit -n 96; exec "$@"'),
  startedBy('with little more virtual memory than it reserves', 'ulimit -d 2250000; exec "$@"'),
  startedBy('without a home, in LANG=C', 'unset HOME; export LANG=C LC_ALL=C; exec "$@"'),
  startedBy(
    'in a time zone with half hours and a home that is not there',
    'export TZ=Asia/Kathmandu HOME=/nonexistent; exec "$@"',
  ),
  startedBy('in a time zone that does not exist', 'export TZ=Middle/Earth; exec "$@"'),
  startedBy('without a directory for temporary files', 'export TMPDIR=/nonexistent; exec "$@"'),
  startedBy('without standard input and output', 'exec "$@" <&- >&-'),
  startedBy(
    'on a machine whose name has no address',
    'exec unshare -u sh -c \'hostname nowhere.invalid; exec "$@"\' sh "$@"',
    needsRoot,
  ),
  {
    name: 'a home and a cache on a disk that is mounted read-only',
    skip: needsRoot,
    async prepare(home) {
      const directory = path.join(home, 'closed');
      await mkdir(directory);
      const line = `mount -t tmpfs -o ro,size=64k closed ${directory}; export HOME=${directory} XDG_CACHE_HOME=${directory}/cache; exec "$@"`;
      return { through: ['unshare', '-m', 'sh', '-c', line, 'sh'] };
    },
    async fault(world) {
      await seconds(40);
      const doctor = await world.command('doctor');
      return { doctor: marked(doctor.stdout) };
    },
  },
  {
    name: 'what reads the log and the standard output ends',
    async fault({ service }) {
      service.child.stderr?.destroy();
      service.child.stdout?.destroy();
      await seconds(40);
      assert.equal(service.child.exitCode ?? service.child.signalCode, null);
    },
  },
  {
    name: 'a full directory for temporary files',
    skip: needsRoot,
    async prepare(home) {
      const directory = path.join(home, 'temporary');
      await mkdir(directory);
      const line = `mount -t tmpfs -o size=4k full ${directory}; cat /dev/zero > ${directory}/filler 2>/dev/null; export TMPDIR=${directory}; exec "$@"`;
      return { through: ['unshare', '-m', 'sh', '-c', line, 'sh'] };
    },
    fault: async () => {},
  },
  {
    name: 'a resolver that never answers',
    skip: needsRoot,
    async prepare(home, resources) {
      const silent = createSocket('udp4');
      silent.bind(53, '127.0.0.9');
      await once(silent, 'listening');
      resources.defer(() => void silent.close());
      const file = path.join(home, 'resolv.conf');
      await writeFile(file, 'nameserver 127.0.0.9\n');
      const line = `mount --bind ${file} /etc/resolv.conf; exec "$@"`;
      return {
        through: ['unshare', '-m', 'sh', '-c', line, 'sh'],
        otherFeeds: Array.from({ length: HANGING_HOSTS }, (_, n) => `http://outlet-${n}.example/feed.xml`),
      };
    },
    async fault(world) {
      await seconds(60);
      const feeds = await world.command('feeds', 'list', '--json');
      const hanging = (
        JSON.parse(feeds.stdout) as { url: string; state: string; lastError: string | null }[]
      ).filter(({ url }) => url.includes('outlet-'));
      const doctor = await world.command('doctor');
      assert.equal(doctor.code, 1);
      return {
        'states of the feeds whose names hang': [...new Set(hanging.map(({ state }) => state))].join(', '),
        'their error': hanging[0]?.lastError ?? 'none',
        doctor: marked(doctor.stdout),
      };
    },
  },
  {
    name: 'the service stands still for 60 seconds and goes on',
    async fault(world) {
      await stopFor([world.service.child.pid!], 60);
    },
  },
  {
    name: 'a debugger stops the service for five minutes',
    async fault(world) {
      await stopFor([world.service.child.pid!], 300);
    },
  },
  {
    name: 'the terminal is closed (SIGHUP), then two SIGTERM',
    // The last process stops its own server, and the next one starts it on another port.
    async prepare(home, resources) {
      const server = await startEmbeddedPostgres({ directory: path.join(home, 'outside') });
      resources.defer(() => server.close());
      return { databaseUrl: server.url };
    },
    async fault(world) {
      const code = await world.service.stop('SIGHUP');
      assert.match(world.service.output.stderr, /"service.stopped"/);
      assert.equal(code, 0);
      const next = await world.start();
      await seconds(5);
      next.child.kill('SIGTERM');
      await seconds(0.05);
      await next.stop('SIGTERM');
      await world.start();
    },
  },
];

/** The lines of `doctor` that report a fault. */
export function marked(stdout: string): string {
  const lines = stdout.split('\n').filter((line) => line.startsWith('✗'));
  return lines.length === 0 ? 'nothing' : lines.join('; ');
}
