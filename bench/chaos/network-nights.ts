import { execFileSync } from 'node:child_process';
import { createServer, type TLSSocket } from 'node:tls';
import { once } from 'node:events';
import { connect } from 'node:net';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../src/io/store/postgres/embedded-postgres.ts';
import { outletsOf } from '../../test/world/live/life.ts';
import { type Night, needsRoot, seconds } from './night.ts';
import { ownRedis } from './redis-server.ts';
import { marked } from './surrounding-nights.ts';

const OUTLETS = 8;

/** A certificate for 127.0.0.1 that is valid for so many days from now, signed by the authority in `home`. */
function signedFor(home: string, days: number): { readonly key: string; readonly cert: string } {
  const script = `set -e; cd "$1"
    [ -f ca.pem ] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -subj /CN=night -days 3650
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out request.pem -subj /CN=receiver
    printf 'subjectAltName=IP:127.0.0.1' > names
    openssl x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days "$2" -extfile names -out cert.pem`;
  execFileSync('sh', ['-c', script, 'sh', home, String(days)], { stdio: 'ignore' });
  const read = (name: string) => execFileSync('cat', [path.join(home, name)], { encoding: 'utf8' });
  return { key: read('key.pem'), cert: read('cert.pem') };
}

/** Faults of addresses, certificates and passwords between the service and other servers. */
export const networkNights: readonly Night[] = [
  {
    name: 'feeds, database, Redis and receiver have IPv6 addresses only',
    skip: needsRoot,
    async prepare(home, resources) {
      const hosts = outletsOf({ outlets: OUTLETS, manners: ['sound'], addresses: 'IPv6' } as never);
      for (const host of hosts.map((outlet) => outlet.host.slice(1, -1))) {
        execFileSync('ip', ['-6', 'addr', 'add', `${host}/128`, 'dev', 'lo', 'nodad']);
        resources.defer(() => void execFileSync('ip', ['-6', 'addr', 'del', `${host}/128`, 'dev', 'lo']));
      }
      const server = await startEmbeddedPostgres({
        directory: path.join(home, 'outside'),
        settings: { listen_addresses: '127.0.0.1,::1' },
      });
      resources.defer(() => server.close());
      await writeFile(
        path.join(server.directory, 'cluster', 'pg_hba.conf'),
        'host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n',
      );
      await server.revive();
      const redis = resources.use(await ownRedis(home, false, '::1'));
      const databaseUrl = Object.assign(new URL(server.url), { hostname: '[::1]' }).href;
      return { addresses: 'IPv6', outlets: OUTLETS, databaseUrl, environment: { REDIS_URL: redis.url } };
    },
    async fault(world) {
      await seconds(10);
      const doctor = await world.command('doctor');
      return { doctor: marked(doctor.stdout) };
    },
  },
  {
    name: 'the certificate of the receiver expires for 90 seconds',
    async prepare(home, resources) {
      const sound = signedFor(home, 2);
      const server = createServer(sound);
      const open = new Set<TLSSocket>();
      resources.defer(() => {
        server.close();
        for (const socket of open) socket.destroy();
      });
      return {
        environment: { NODE_EXTRA_CA_CERTS: path.join(home, 'ca.pem') },
        async front(receiver) {
          const { port, pathname } = new URL(receiver);
          server.on('secureConnection', (socket) => {
            open.add(socket);
            const onward = connect(Number(port), '127.0.0.1');
            for (const one of [socket, onward]) one.on('error', () => {});
            socket.on('close', () => onward.destroy());
            onward.on('close', () => socket.destroy());
            socket.pipe(onward).pipe(socket);
          });
          server.listen(0, '127.0.0.1');
          await once(server, 'listening');
          return `https://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`;
        },
        handle(days: number) {
          server.setSecureContext(signedFor(home, days));
          for (const socket of open) socket.destroy();
        },
      };
    },
    async fault(world, { handle }) {
      const renew = handle as (days: number) => void;
      renew(-1);
      await seconds(90);
      const channels = await world.command('channels', 'list', '--json');
      const doctor = await world.command('doctor');
      renew(2);
      return {
        'the channel says': /"(?:lastError|error)": ?"([^"]*)"/.exec(channels.stdout)?.[1] ?? channels.stdout,
        doctor: marked(doctor.stdout),
      };
    },
  },
  {
    name: 'the password of Redis is changed, and the service is told 70 seconds later',
    async prepare(home, resources) {
      const redis = resources.use(await ownRedis(home, false));
      const file = path.join(home, 'redis-url');
      const urlWith = (password: string) => Object.assign(new URL(redis.url), { password }).href;
      await redis.protect('old');
      await writeFile(file, urlWith('old'));
      return { environment: { REDIS_URL: '', REDIS_URL_FILE: file }, handle: { redis, file, urlWith } };
    },
    async fault(world, { handle }) {
      const { redis, file, urlWith } = handle as {
        redis: Awaited<ReturnType<typeof ownRedis>>;
        file: string;
        urlWith: (password: string) => string;
      };
      await redis.protect('new');
      await seconds(70);
      const doctor = await world.command('doctor');
      await writeFile(file, urlWith('new'));
      return { doctor: marked(doctor.stdout), 'exit code': String(world.service.child.exitCode) };
    },
  },
];
