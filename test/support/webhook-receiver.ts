import { createServer } from 'node:http';
import { listening } from './listening.ts';

/** A receiver of webhooks that remembers how often it saw each idempotency key. */
export interface WebhookReceiver extends AsyncDisposable {
  readonly url: string;
  readonly seen: ReadonlyMap<string, number>;
  readonly bodies: readonly unknown[];
  /** When each body was taken; epoch milliseconds. */
  readonly times: readonly number[];
}

/** @param answer the status for the nth request, from 0; 204 by default */
export async function webhookReceiver(
  answer: (n: number) => number | Promise<number> = () => 204,
  host = '127.0.0.1',
): Promise<WebhookReceiver> {
  const seen = new Map<string, number>();
  const bodies: unknown[] = [];
  const times: number[] = [];
  let n = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const status = await answer(n++);
      if (status < 300) {
        const key = String(request.headers['idempotency-key']);
        seen.set(key, (seen.get(key) ?? 0) + 1);
        times.push(Date.now());
        bodies.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      }
      response.statusCode = status;
      response.end();
    });
  });
  const own = await listening(server, host);
  return {
    url: `${own.url}/hook`,
    seen,
    bodies,
    times,
    [Symbol.asyncDispose]: () => own[Symbol.asyncDispose](),
  };
}
