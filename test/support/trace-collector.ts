import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CollectedSpan {
  readonly trace: string;
  readonly id: string;
  /** Empty at the root of a trace. */
  readonly parent: string;
  readonly name: string;
}

/** A collector of traces on loopback: OTLP over HTTP, in protocol buffers. */
export async function traceCollector(): Promise<
  { readonly url: string; readonly spans: readonly CollectedSpan[] } & AsyncDisposable
> {
  const spans: CollectedSpan[] = [];
  const server = createServer(async (request, response) => {
    const chunks = await Array.fromAsync(request as AsyncIterable<Buffer>);
    if (request.url === '/v1/traces') spans.push(...spansOf(Buffer.concat(chunks)));
    response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Numbers of fields as in opentelemetry/proto/trace/v1/trace.proto. */
function spansOf(request: Buffer): CollectedSpan[] {
  const within = (messages: readonly Buffer[], field: number) =>
    messages.flatMap((message) => fieldsOf(message).get(field) ?? []);
  const [resourceSpans, scopeSpans, span] = [1, 2, 2];
  return within(within(within([request], resourceSpans), scopeSpans), span).map((message) => {
    const fields = fieldsOf(message);
    const of = (field: number) => fields.get(field)?.[0] ?? Buffer.alloc(0);
    return {
      trace: of(1).toString('hex'),
      id: of(2).toString('hex'),
      parent: of(4).toString('hex'),
      name: of(5).toString(),
    };
  });
}

/** The fields of a message that have a length, by their number. https://protobuf.dev/programming-guides/encoding/ */
function fieldsOf(message: Buffer): Map<number, Buffer[]> {
  const fields = new Map<number, Buffer[]>();
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = message[at++]!;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const widths: Readonly<Record<number, () => number>> = { 1: () => 8, 2: varint, 5: () => 4 };
  while (at < message.length) {
    const tag = varint();
    const kind = tag % 8;
    if (kind === 0) varint();
    else {
      const width = widths[kind]!();
      const field = Math.floor(tag / 8);
      if (kind === 2) fields.set(field, [...(fields.get(field) ?? []), message.subarray(at, at + width)]);
      at += width;
    }
  }
  return fields;
}
