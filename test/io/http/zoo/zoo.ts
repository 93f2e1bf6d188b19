import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What a server does after it has read a request. `request` is the request's head, as text. */
export type Animal = (socket: Socket, request: string) => void;

export interface Zoo {
  readonly port: number;
  /** The URL of an animal, under any host name; the test's resolver resolves all names. */
  url(path: string, host?: string): string;
  /** The heads of all requests so far, in order. */
  readonly requests: string[];
  /** Connections accepted so far. */
  connections(): number;
  close(): Promise<void>;
}

/**
 * A server on loopback that writes raw bytes, as wrong as each animal needs them, by path. `node:http` refuses to
 * send such responses.
 *
 * @param address what it listens on; `0.0.0.0` for all loopback addresses
 */
export async function openZoo(
  animals: Readonly<Record<string, Animal>>,
  address = '127.0.0.1',
): Promise<Zoo> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  let accepted = 0;
  const server: Server = createServer((socket) => {
    accepted += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    let head = '';
    socket.on('data', (data) => {
      // A TLS handshake, answered as a plain HTTP server answers it.
      if (data[0] === 0x16) socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
      head += data.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end === -1) return;
      const request = head.slice(0, end);
      head = head.slice(end + 4);
      requests.push(request);
      const path = request.split(' ')[1]!.replace(/^http:\/\/[^/]+/, '');
      const animal = animals[path] ?? animals['*'];
      if (animal) animal(socket, request);
      else socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
    });
  });
  server.listen(0, address);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: (path, host = '127.0.0.1') => `http://${host}:${port}${path}`,
    requests,
    connections: () => accepted,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A valid response, from which the animals deviate. */
export function reply(body: string | Buffer, headers: readonly string[] = [], status = '200 OK'): Animal {
  const bytes = Buffer.from(body as string);
  return (socket) => {
    socket.write(
      `HTTP/1.1 ${status}\r\n${[...headers, `Content-Length: ${bytes.byteLength}`].join('\r\n')}\r\n\r\n`,
    );
    socket.write(bytes);
  };
}

export function redirect(to: string, status = 302): Animal {
  return reply('', [`Location: ${to}`], `${status} Found`);
}
