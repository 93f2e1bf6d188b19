import ipaddr from 'ipaddr.js';

/** Which addresses may be connected to. */
export interface AddressPolicy {
  /** Allows every address: for tests on loopback and for feeds inside a private network. */
  readonly allowPrivateNetworks?: boolean | undefined;
  /** CIDR blocks that are allowed although they are not public, such as `10.1.2.0/24`. */
  readonly allowNetworks?: readonly string[] | undefined;
  /** Names that may resolve to private addresses: `wiki.corp.example`, or `*.corp.example` for all below it. */
  readonly allowHosts?: readonly string[] | undefined;
}

/**
 * Sorts the operator's list of allowed destinations into host names, addresses and CIDR blocks.
 * @throws RangeError for an entry that is none of these
 */
export function allowList(
  entries: readonly string[],
): Required<Pick<AddressPolicy, 'allowNetworks' | 'allowHosts'>> {
  const allowNetworks: string[] = [];
  const allowHosts: string[] = [];
  for (const entry of entries) {
    const text = entry.trim().replace(/^\[(.*)\]$/, '$1');
    if (ipaddr.isValidCIDR(text)) allowNetworks.push(text);
    else if (ipaddr.IPv4.isValidFourPartDecimal(text)) allowNetworks.push(`${text}/32`);
    else if (ipaddr.IPv6.isValid(text)) allowNetworks.push(`${text}/128`);
    else if (HOST.test(text) && !/^[\d.]+$/.test(text)) allowHosts.push(text.toLowerCase());
    else
      throw new RangeError(
        `“${entry}” is no host name, address or network such as wiki.corp.example, 10.1.2.3 or 10.1.2.0/24`,
      );
  }
  return { allowNetworks, allowHosts };
}

const HOST = /^(?:\*\.)?[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_][a-z0-9_-]{0,62}){0,20}$/i;

/** What a listed name may resolve to. Link-local addresses are not among them: clouds serve their metadata there. */
const OWN_RANGES: ReadonlySet<string> = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat']);

/** An address that is not on the public internet. `host` is the name or literal that led to it. */
export class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError';
  constructor(host: string, address: string, kind: string) {
    const found = host === address ? `${address} is` : `${host} resolves to ${address},`;
    super(
      `${found} ${kind}. Only the public internet is fetched from; a host or network of your own is listed in http.allowPrivateNetworks.`,
    );
  }
}

const WORDS: Readonly<Record<string, string>> = {
  unspecified: 'an unspecified address',
  broadcast: 'a broadcast address',
  multicast: 'a multicast address',
  linkLocal: 'a link-local address (cloud metadata lives there)',
  loopback: 'a loopback address of this machine',
  carrierGradeNat: 'an address of a carrier’s shared network (RFC 6598)',
  private: 'a private address (RFC 1918)',
  uniqueLocal: 'a private address (RFC 4193)',
  ipv4Mapped: 'an IPv4 address hidden in an IPv6 one',
  rfc6145: 'an IPv4 address hidden in an IPv6 one',
  rfc6052: 'a NAT64 address, behind which any IPv4 address may hide',
  '6to4': 'a 6to4 address, behind which any IPv4 address may hide',
  teredo: 'a Teredo address, behind which any IPv4 address may hide',
};

/**
 * Azure's host agent answers on this otherwise public address and hands out secrets (learn.microsoft.com,
 * "168.63.129.16").
 */
const AZURE_AGENT = '168.63.129.16';

/** What IANA has assigned to global unicast. IPv4-compatible ::/96 and the rest of IPv6 lie outside. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Says in words why an address must not be connected to; undefined for one that may be. The ranges are IANA's
 * special-purpose registries as ipaddr.js has them. Everything but plain unicast is refused.
 *
 * @param address an IPv4 or IPv6 address without brackets; anything else is refused
 */
export function refusalOf(address: string, policy: AddressPolicy): string | undefined {
  if (policy.allowPrivateNetworks === true) return undefined;
  if (!ipaddr.isValid(address)) return 'not an IP address';
  const parsed = ipaddr.parse(address);
  if (policy.allowNetworks?.some((network) => isWithin(parsed, network))) return undefined;
  const range = parsed.range();
  if (range !== 'unicast') return WORDS[range] ?? `a reserved address (${range})`;
  if (parsed.toString() === AZURE_AGENT) return 'the cloud’s own host agent';
  if (parsed instanceof ipaddr.IPv6) {
    if (!parsed.match(GLOBAL_IPV6)) return 'outside the public part of IPv6';
    if (isIsatap(parsed)) return 'an ISATAP address, behind which any IPv4 address may hide';
  }
  return undefined;
}

/**
 * Checks the policy itself, once, before anything is fetched under it.
 * @throws RangeError for a network that is not a CIDR block
 */
export function checkPolicy(policy: AddressPolicy): void {
  for (const network of policy.allowNetworks ?? []) {
    if (!ipaddr.isValidCIDR(network))
      throw new RangeError(`“${network}” is not a network such as 10.1.2.0/24.`);
  }
}

/** @throws ForbiddenAddressError */
export function checkAddress(host: string, address: string, policy: AddressPolicy): void {
  const refusal = refusalFor(host, address, policy);
  if (refusal !== undefined) throw new ForbiddenAddressError(host, address, refusal);
}

/** As `refusalOf`, for an address that the name `host` led to: a listed name may have addresses that others may not. */
export function refusalFor(host: string, address: string, policy: AddressPolicy): string | undefined {
  const isOwn =
    isListed(host, policy.allowHosts) &&
    ipaddr.isValid(address) &&
    OWN_RANGES.has(ipaddr.parse(address).range());
  return isOwn ? undefined : refusalOf(address, policy);
}

function isListed(host: string, hosts: readonly string[] | undefined): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return (
    hosts?.some((listed) => (listed.startsWith('*.') ? name.endsWith(listed.slice(1)) : name === listed)) ??
    false
  );
}

/** RFC 5214 §6.1: the interface identifier is 0:5efe or 200:5efe, then the IPv4 address. */
function isIsatap(address: ipaddr.IPv6): boolean {
  const [high, low] = [address.parts[4], address.parts[5]];
  return low === 0x5efe && (high === 0 || high === 0x200);
}

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, network: string): boolean {
  const [block, bits] = ipaddr.parseCIDR(network);
  return address.kind() === block.kind() && address.match(block, bits);
}
