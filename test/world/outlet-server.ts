import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { listening } from '../support/listening.ts';

export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** `raw` is written to the socket unchanged. */
export interface Answer {
  readonly status?: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
  readonly raw?: string;
}

export interface OutletServer extends AsyncDisposable {
  readonly port: number;
}

/** An HTTP server on loopback; undefined means 404. */
export async function outletServer(answer: (asked: Asked) => Answer | undefined): Promise<OutletServer> {
  const server = createServer((request, response) => {
    const {
      status = 200,
      headers = {},
      body = '',
      raw,
    } = answer({
      path: request.url ?? '/',
      headers: request.headers,
    }) ?? { status: 404 };
    if (raw !== undefined) request.socket.end(raw);
    else response.writeHead(status, headers).end(body);
  });
  const own = await listening(server);
  return {
    port: own.port,
    [Symbol.asyncDispose]: () => own[Symbol.asyncDispose](),
  };
}
