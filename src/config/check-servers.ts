import { didYouMean } from '../core/words/nearest-word.ts';
import { ConfigError } from './config-error.ts';

/** How the address of each server begins, with an example. */
const SERVERS = {
  DATABASE_URL: {
    schemes: ['postgres', 'postgresql'],
    example: 'postgres://user:password@host:5432/database',
  },
  REDIS_URL: { schemes: ['redis', 'rediss'], example: 'redis://:password@host:6379/0' },
} as const;

/**
 * Refuses addresses that no driver could open: a driver fails late, in words of its own, or retries for ever. The
 * address is never shown, because it contains the password.
 *
 * @throws ConfigError
 */
export function checkServers(given: Readonly<Record<keyof typeof SERVERS, string | undefined>>): void {
  const problems = (Object.keys(SERVERS) as (keyof typeof SERVERS)[]).flatMap((field) => {
    const fault = given[field] === undefined ? undefined : faultOf(given[field], field);
    return fault === undefined ? [] : [{ file: 'environment', field, message: fault }];
  });
  if (problems.length > 0) throw new ConfigError(problems);
}

function faultOf(address: string, field: keyof typeof SERVERS): string | undefined {
  const { schemes, example } = SERVERS[field];
  // A Unix socket.
  if (address.startsWith('/')) return undefined;
  const scheme = /^([a-z][a-z+]*):\/\//i.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined)
    return `expected ${example}, found something without "${schemes[0]}://" (not shown)`;
  if (!schemes.some((one) => one === scheme))
    return `expected ${example}, found "${scheme}://"${didYouMean(scheme, schemes)}`;
  return URL.canParse(address)
    ? undefined
    : `expected ${example}, found an address that cannot be read (not shown): is the port a number, and are : / @ in the password written as %3A %2F %40?`;
}
