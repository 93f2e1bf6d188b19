import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the receiver got it. */
export interface Received {
  readonly key: string;
  readonly path: string;
  /** By the clock of the test. */
  readonly at: Date;
  readonly body: { readonly data: { readonly stories: readonly { readonly title: string }[] } };
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * How the receiver behaves: an answer now or later, a broken connection, silence, or 200 after the client has gone.
 */
export type Behaviour = Reply | 'reset' | 'silence' | '200 too late' | Promise<Reply>;

/** A receiver of webhooks that can fail, and go away and come back at the same address. */
export interface FaultyReceiver extends AsyncDisposable {
  url(path: string): string;
  /** In order of arrival, whatever the answer was. */
  readonly requests: readonly Received[];
  /** The requests that it accepted. */
  readonly accepted: readonly Received[];
  behave(next: (request: Received, nth: number) => Behaviour): void;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

const OK: Reply = { status: 204 };

export async function faultyReceiver(now: () => Date = () => new Date()): Promise<FaultyReceiver> {
  const requests: Received[] = [];
  const accepted: Received[] = [];
  let behaviour: (request: Received, nth: number) => Behaviour = () => OK;
  let server: Server | undefined;
  let port = 0;

  const listen = async () => {
    const opened = createServer((request, response) => void answer(request, response));
    await new Promise<void>((resolve) => opened.listen(port, '127.0.0.1', resolve));
    port = (opened.address() as AddressInfo).port;
    server = opened;
  };
  const close = async () => {
    const closing = server;
    server = undefined;
    closing?.closeAllConnections();
    await new Promise((resolve) => (closing === undefined ? resolve(undefined) : closing.close(resolve)));
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const received: Received = {
      key: String(request.headers['idempotency-key']),
      path: request.url ?? '',
      at: now(),
      body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Received['body'],
    };
    requests.push(received);
    const what = behaviour(received, requests.length - 1);
    if (what === 'reset') request.socket.resetAndDestroy();
    else if (what === '200 too late') {
      accepted.push(received);
      request.socket.once('close', () => response.writeHead(200).end());
    } else if (what !== 'silence') {
      const { status, headers, body } = await what;
      if (status < 300) accepted.push(received);
      response.writeHead(status, headers).end(body);
    }
  };

  await listen();
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    requests,
    accepted,
    behave(next) {
      behaviour = next;
    },
    goAway: close,
    comeBack: listen,
    [Symbol.asyncDispose]: close,
  };
}

/** How often each key was accepted. */
export function timesTaken(received: readonly Received[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { key } of received) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}
