import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What the server does with one request; `hang` waits for the client to give up, then tries to answer. */
export type Reply =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  /** The body again and again, for as long as the client listens. */
  | { readonly status: number; readonly endless: string }
  | 'reset'
  | 'hang';

export interface Loopback extends AsyncDisposable {
  readonly url: string;
  readonly received: Received[];
}

/** A real HTTP server on 127.0.0.1 that answers as `reply` says. */
export async function loopback(reply: (request: Received, index: number) => Reply): Promise<Loopback> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const entry = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      };
      received.push(entry);
      answer(reply(entry, received.length - 1), request, response);
    });
    request.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
  if (reply === 'reset') {
    request.socket.resetAndDestroy();
  } else if (reply === 'hang') {
    // The client goes first: the 200 that follows reaches nobody.
    response.on('close', () => response.writeHead(200).end('ok'));
  } else if ('endless' in reply) {
    response.writeHead(reply.status);
    const more = () => {
      while (!response.destroyed && response.write(reply.endless));
    };
    response.on('drain', more);
    more();
  } else {
    response.writeHead(reply.status, reply.headers).end(reply.body ?? '');
  }
}

/** A port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
