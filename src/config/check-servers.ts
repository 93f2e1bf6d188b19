import { didYouMean, nearestWord } from '../core/words/nearest-word.ts';
import { type Environment, proxyOf } from '../io/http/proxy-settings.ts';
import { ConfigError, type ConfigProblem } from './config-error.ts';

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
export function checkServers(
  given: Readonly<Record<keyof typeof SERVERS, string | undefined>>,
  environment: Environment,
): void {
  const problems = (Object.keys(SERVERS) as (keyof typeof SERVERS)[]).flatMap((field) => {
    if (given[field] === undefined) return misspelt(field, environment);
    const fault = faultOf(given[field], field);
    return fault === undefined ? [] : [{ file: 'environment', field, message: fault }];
  });
  const faulty = PROXIES.filter((name) => !isProxy(name, environment)).map((field) => ({
    file: 'environment',
    field,
    message: 'expected http://proxy.example:3128, found no address of a proxy (not shown)',
  }));
  if (problems.length + faulty.length > 0) throw new ConfigError([...problems, ...faulty]);
}

const PROXIES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'];

function isProxy(name: string, environment: Environment): boolean {
  try {
    proxyOf({ [name]: environment[name] });
    return true;
  } catch {
    return false;
  }
}

/**
 * A variable whose name is nearly the server's and whose value is an address of such a server. Without this check the
 * service would start with a database of its own, and the operator would look for the data in the other.
 */
function misspelt(wanted: keyof typeof SERVERS, environment: Environment): ConfigProblem[] {
  const { schemes } = SERVERS[wanted];
  return Object.entries(environment)
    .filter(
      ([name, value]) =>
        name !== `${wanted}_FILE` &&
        schemes.some((scheme) => value?.startsWith(`${scheme}://`) === true) &&
        nearestWord(name, [wanted]) !== undefined,
    )
    .map(([field]) => ({
      file: 'environment',
      field,
      message: `nothing reads this variable; did you mean "${wanted}"? Rename it, or unset it`,
    }));
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
  const number = scheme.startsWith('redis') ? URL.parse(address)?.pathname.slice(1) : '';
  if (number !== undefined && !/^\d*$/.test(number))
    return `expected ${example}, found something else (not shown) where the number of a database belongs`;
  return URL.canParse(address)
    ? undefined
    : `expected ${example}, found an address that cannot be read (not shown): is the port a number, and are : / @ in the password written as %3A %2F %40?`;
}
