import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listening } from '../../support/listening.ts';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** The response to one request; `hang` waits until the client gives up, then tries to respond. */
export type Reply =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  /** Repeats the body for as long as the client reads. */
  | { readonly status: number; readonly endless: string }
  /** Sends this much of the body, and then nothing, or ends the connection. */
  | { readonly status: number; readonly begun: string; readonly ending: 'silence' | 'reset' }
  | 'reset'
  | 'hang';

export interface Loopback extends AsyncDisposable {
  readonly url: string;
  readonly received: Received[];
}

/** A real HTTP server on 127.0.0.1 that responds as `reply` says. */
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
  const own = await listening(server);
  return {
    url: own.url,
    received,
    [Symbol.asyncDispose]: () => own[Symbol.asyncDispose](),
  };
}

function answer(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
  if (reply === 'reset') {
    request.socket.resetAndDestroy();
  } else if (reply === 'hang') {
    // The client has disconnected, so the 200 that follows does not reach it.
    response.on('close', () => response.writeHead(200).end('ok'));
  } else if ('begun' in reply) {
    response.writeHead(reply.status, { 'content-length': '100000' });
    response.write(reply.begun, () => {
      if (reply.ending === 'reset') setTimeout(() => request.socket.resetAndDestroy(), 50);
    });
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
