import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { listening } from './listening.ts';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
}

export interface ScriptedServer extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly url: string;
  /** In the order in which they came. */
  readonly requests: readonly SeenRequest[];
}

/** A loopback server that answers as the test says; undefined means 404. */
export async function scriptedServer(
  answer: (
    request: SeenRequest,
    base: string,
  ) => ScriptedAnswer | undefined | Promise<ScriptedAnswer | undefined>,
): Promise<ScriptedServer> {
  const requests: SeenRequest[] = [];
  let base = '';
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const seen: SeenRequest = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks),
    };
    requests.push(seen);
    const { status = 200, headers = {}, body = '' } = (await answer(seen, base)) ?? { status: 404 };
    response.writeHead(status, headers).end(body);
  });
  const own = await listening(server);
  base = own.url;
  return {
    url: base,
    requests,
    [Symbol.asyncDispose]: () => own[Symbol.asyncDispose](),
  };
}
