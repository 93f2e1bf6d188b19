import { didYouMean, nearestWord } from '../core/words/nearest-word.ts';
import { type Environment, proxyOf } from '../io/http/proxy-settings.ts';
import { checkMachine } from './check-machine.ts';
import { ConfigError, type ConfigProblem } from './config-error.ts';
import { secretFileOf } from './environment.ts';

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
    // A name that ends in _FILE tells the operator to look into that file.
    const variable = secretFileOf(environment, field) === undefined ? field : `${field}_FILE`;
    return fault === undefined ? [] : [{ file: 'environment', field: variable, message: fault }];
  });
  const faulty = PROXIES.flatMap((field) => {
    const fault = proxyFault(field, environment);
    const message = `expected http://proxy.example:3128, found ${fault}`;
    return fault === undefined ? [] : [{ file: 'environment', field, message }];
  });
  const all = [...problems, ...faulty, ...checkMachine(environment)];
  if (all.length > 0) throw new ConfigError(all);
}

const PROXIES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'];

/** What is wrong with a proxy's address, without the address, because it may contain a password. */
function proxyFault(name: string, environment: Environment): string | undefined {
  let found: string | undefined;
  try {
    const proxies = proxyOf({ [name]: environment[name] });
    found = proxies?.http ?? proxies?.https;
  } catch {
    return 'no address of a proxy (not shown)';
  }
  if (found === undefined) return undefined;
  // A URL with a number instead of a host is valid: 3128 becomes the host 0.0.12.56.
  if (/^\w+:\/\/:?\d+\/?$/.test(found)) return 'a number without a host';
  const { pathname, search } = new URL(found);
  return pathname.length > 1 || search !== ''
    ? 'an address with a path (not shown): a proxy has none, and scripts that choose one (PAC) are not read'
    : undefined;
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
  if (address === '') return `expected ${example}, found nothing`;
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
