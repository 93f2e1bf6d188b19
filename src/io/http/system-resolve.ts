import { lookup } from 'node:dns/promises';
import { remember } from '../remember.ts';
import { type AddressPolicy, refusalFor } from './address-guard.ts';
import type { Resolve, ResolvedAddress } from './guarded-connect.ts';

/**
 * The system's resolver holds a thread of libuv's pool until it has an answer, which takes many seconds where a name
 * server is silent. Files, compression and the database's own names need that pool too, so only so many names are
 * looked up at a time (the pool has 64 threads, see `widen-thread-pool.ts`), and names that were slow the last time
 * take half of that at most.
 */
const AT_A_TIME = 48;
const SLOW_AT_A_TIME = AT_A_TIME / 2;
/** A lookup of this length is slow, and an earlier answer is taken instead where there is one. Milliseconds. */
const PATIENCE = 2_000;
/** How long an answer is taken without asking again, and how long where the resolver fails. Milliseconds. */
const FRESH = 30_000;
const USABLE = 3_600_000;
const REMEMBERED = 5_000;

interface Answer {
  readonly addresses: readonly ResolvedAddress[];
  readonly at: number;
}

/** Answers that say that the resolver failed, and not that the name does not exist. */
const FAILED = new Set(['EAI_AGAIN', 'EAI_FAIL', 'EAI_SYSTEM', 'EAI_MEMORY', 'ETIMEOUT', 'ESERVFAIL']);

/**
 * Looks names up with the system's resolver, hosts file included. What was found before outlasts a resolver that fails
 * or hangs. All addresses are checked by the caller, also remembered ones.
 *
 * An answer that the policy refuses is returned, but not remembered. A resolver gives out private addresses while it has
 * trouble or a log-in page is before it. If it failed afterwards, that answer would be taken instead of the last usable one.
 */
export function systemResolver(
  policy: AddressPolicy,
  {
    ask = (hostname) => lookup(hostname, { all: true, order: 'verbatim' }),
    patience = PATIENCE,
    fresh = FRESH,
  }: {
    readonly ask?: Resolve;
    readonly patience?: number;
    readonly fresh?: number;
  } = {},
): Resolve {
  const known = new Map<string, Answer>();
  const slow = new Set<string>();
  const underWay = new Map<string, Promise<readonly ResolvedAddress[]>>();
  const line: { readonly name: string; readonly begin: () => void }[] = [];
  let asking = 0;
  let slowAsking = 0;

  const mayBegin = (name: string) => asking < AT_A_TIME && (!slow.has(name) || slowAsking < SLOW_AT_A_TIME);
  const next = () => {
    const at = line.findIndex(({ name }) => mayBegin(name));
    if (at >= 0) line.splice(at, 1)[0]!.begin();
  };

  async function lookUp(name: string): Promise<readonly ResolvedAddress[]> {
    if (!mayBegin(name)) await new Promise<void>((begin) => line.push({ name, begin }));
    const isSlow = slow.has(name);
    asking += 1;
    slowAsking += isSlow ? 1 : 0;
    const begun = performance.now();
    try {
      const addresses = await ask(name);
      if (isUsable(name, addresses, policy))
        remember(known, name, { addresses, at: performance.now() }, REMEMBERED);
      return addresses;
    } finally {
      asking -= 1;
      slowAsking -= isSlow ? 1 : 0;
      if (performance.now() - begun < patience) slow.delete(name);
      else if (slow.size < REMEMBERED) slow.add(name);
      next();
    }
  }

  return async (name) => {
    const before = known.get(name);
    const age = before === undefined ? Infinity : performance.now() - before.at;
    if (before !== undefined && age < fresh) return before.addresses;
    const asked = underWay.get(name) ?? lookUp(name).finally(() => underWay.delete(name));
    underWay.set(name, asked);
    if (before === undefined || age > USABLE) return asked;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<readonly ResolvedAddress[]>((resolve) => {
      timer = setTimeout(() => resolve(before.addresses), patience);
    });
    return Promise.race([asked, late])
      .catch((error: NodeJS.ErrnoException) => {
        if (FAILED.has(error.code ?? '')) return before.addresses;
        throw error;
      })
      .finally(() => clearTimeout(timer));
  };
}

function isUsable(name: string, addresses: readonly ResolvedAddress[], policy: AddressPolicy): boolean {
  return (
    addresses.length > 0 && addresses.every(({ address }) => refusalFor(name, address, policy) === undefined)
  );
}
