import { createServer, type Server } from 'node:http';
import type { Server as SecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A listening server; disposing of it closes its connections. */
export interface Listening extends AsyncDisposable {
  readonly port: number;
  /** On 127.0.0.1, or on ::1 where only IPv6 is listened to; without a slash at the end. */
  readonly url: string;
}

/**
 * Starts a server on a free port.
 * @param host `0.0.0.0` for a server that plays several hosts, each on an address of 127.0.0.0/8
 */
export async function listening(server: Server | SecureServer, host = '127.0.0.1'): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${host === '::1' ? '[::1]' : '127.0.0.1'}:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A port on which nothing listens. */
export async function closedPort(): Promise<number> {
  await using probe = await listening(createServer());
  return probe.port;
}
