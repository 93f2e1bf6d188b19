import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Settings of a connection that every pooler passes on. */
const KEPT = new Set(['user', 'database', 'client_encoding', 'application_name']);

/**
 * Stands before PostgreSQL and drops what a connection sets at its start, as PgBouncer does with
 * `ignore_startup_parameters`, or refuses it as PgBouncer does by default.
 *
 * @returns the address of the pooler
 */
export async function forgetfulPooler(
  database: string,
  manner: 'drops' | 'refuses',
): Promise<{ readonly url: string } & AsyncDisposable> {
  const target = new URL(database);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const onward = connect(Number(target.port), target.hostname);
    for (const socket of [client, onward]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
    client.on('close', () => onward.destroy());
    onward.on('close', () => client.destroy());
    client.once('data', (startup: Buffer) => {
      const words = startup.subarray(8).toString('utf8').split('\0');
      const pairs = words.flatMap((name, n) => (n % 2 === 0 && name !== '' ? [[name, words[n + 1]!]] : []));
      const refused = pairs.find(([name]) => !KEPT.has(name!));
      if (manner === 'refuses' && refused !== undefined) client.end(refusal(refused[0]!));
      else {
        onward.write(startupWith(pairs.filter(([name]) => KEPT.has(name!))));
        client.pipe(onward);
      }
    });
    onward.pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(database), { hostname: '127.0.0.1', port: String(port) }).href,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Version 3.0 of the protocol, and the settings as pairs of strings that end with NUL. */
function startupWith(pairs: readonly (readonly string[])[]): Buffer {
  const body = Buffer.from(`\0\u0003\0\0${pairs.flat().join('\0')}\0\0`);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([length, body]);
}

function refusal(name: string): Buffer {
  const fields = `SFATAL\0C08P01\0Munsupported startup parameter: ${name}\0\0`;
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(Buffer.byteLength(fields) + 4, 1);
  return Buffer.concat([head, Buffer.from(fields)]);
}
