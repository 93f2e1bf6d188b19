import { isIP, type LookupFunction } from 'node:net';
import type { buildConnector as BuildConnector } from 'undici';
import { type AddressPolicy, checkAddress } from './address-guard.ts';
import { limitConnectionBytes } from './limit-connection-bytes.ts';
import { buildConnector } from './undici.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Turns a host name into all its addresses. Rejects with a `code` such as ENOTFOUND, as node:dns does. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

/**
 * Builds the connector through which every direct connection is made. The name is resolved once, each of its
 * addresses is checked, and the socket is opened to exactly these addresses. A name that resolves differently a
 * moment later (DNS rebinding) changes nothing. One forbidden address refuses the whole name.
 *
 * @param timeoutMs for resolving, connecting and the TLS handshake together
 * @param maxAnswerBytes limit of one answer on the wire, headers and chunk sizes included
 */
export function guardedConnector(
  policy: AddressPolicy,
  resolve: Resolve,
  timeoutMs: number,
  maxAnswerBytes: number,
): BuildConnector.connector {
  const checkedLookup: LookupFunction = async (hostname, { all }, callback) => {
    let addresses: readonly ResolvedAddress[];
    try {
      addresses = await resolveChecked(hostname, policy, resolve);
    } catch (error) {
      callback(error as Error, '');
      return;
    }
    const [first] = addresses;
    if (all === true) callback(null, [...addresses]);
    else if (first) callback(null, first.address, first.family);
  };
  const connect = buildConnector({
    allowH2: false,
    timeout: timeoutMs,
    autoSelectFamily: true,
    // A connection without a request is closed long before the kernel would ask whether the other side is alive.
    keepAlive: false,
    lookup: checkedLookup,
  });
  return (options, callback) => {
    try {
      // node:net does not call the resolver for a literal address, so it is checked here.
      const literal = bareHost(options.hostname);
      if (isIP(literal) !== 0) checkAddress(literal, literal, policy);
    } catch (error) {
      callback(error as Error, null);
      return;
    }
    connect(options, (...outcome) => {
      const [error, socket] = outcome;
      if (error === null && socket) limitConnectionBytes(socket, maxAnswerBytes);
      callback(...outcome);
    });
  };
}

/**
 * The addresses of a name, all of them permitted.
 * @throws ForbiddenAddressError, or the resolver's own error with its `code`
 */
export async function resolveChecked(
  hostname: string,
  policy: AddressPolicy,
  resolve: Resolve,
): Promise<readonly ResolvedAddress[]> {
  const addresses = await resolve(hostname);
  if (addresses.length === 0) {
    throw Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' });
  }
  for (const { address } of addresses) checkAddress(hostname, address, policy);
  return addresses;
}

/** An IPv6 literal without the brackets that URLs put around it. */
export function bareHost(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}
