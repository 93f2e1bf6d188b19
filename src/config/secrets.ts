import { SECRET_KEYS } from '../core/alerts/channel-config.ts';
import { didYouMean } from '../core/words/nearest-word.ts';
import { fieldName, type Path } from '../core/yaml/yaml-source.ts';
import { ConfigError, type ConfigProblem } from './config-error.ts';
import { readSecretFile } from './environment.ts';

/** Addresses may contain a name and a password, or be a secret themselves. */
const CHANNEL_SECRETS: ReadonlySet<PropertyKey> = new Set([
  ...Object.values(SECRET_KEYS).flat(),
  'api',
  'server',
  'unsubscribeUrl',
]);

/** Also in the wrong place: an address for a whole channel, or channels as a group instead of a list. */
function isSecretSetting([group, ...rest]: Path): boolean {
  if (group === 'channels') return rest.length < 2 || rest.some((key) => CHANNEL_SECRETS.has(key));
  return group === 'web' && /(?:^|\.)(?:metricsToken|clientSecret)$/.test(fieldName(rest));
}

/** Where secrets are read from. */
interface SecretSource {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The configuration file, for messages. */
  readonly file: string;
  lineOf(path: Path): number;
}

interface Resolving extends SecretSource {
  /** The fields whose values were named instead of written. */
  readonly named: Set<string>;
  readonly problems: ConfigProblem[];
}

/** The groups of settings that may name secrets. */
const GROUPS = ['channels', 'web'];

/**
 * Replaces `{env: NAME}` and `{file: PATH}` in the settings by the values, so that the configuration need not contain
 * secrets. Says as well of which settings the value must not be shown.
 *
 * @throws ConfigError that lists all variables that are not set and files that cannot be read
 */
export function resolveSecrets(
  settings: Readonly<Record<string, unknown>>,
  source: SecretSource,
): { readonly settings: Record<string, unknown>; isSecret(path: Path): boolean } {
  const problems: ConfigProblem[] = [];
  const named = new Set<string>();
  const resolved = Object.entries(settings).map(([key, value]) => [
    key,
    GROUPS.includes(key) ? resolve(value, [key], { ...source, named, problems }) : value,
  ]);
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    settings: Object.fromEntries(resolved) as Record<string, unknown>,
    isSecret: (path) => isSecretSetting(path) || named.has(fieldName(path)),
  };
}

function resolve(value: unknown, path: Path, source: Resolving): unknown {
  const inner = (one: unknown, key: string | number) => resolve(one, [...path, key], source);
  if (Array.isArray(value)) return value.map(inner);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [key, name] = entries.length === 1 ? (entries[0] as [string, unknown]) : [];
  if ((key !== 'env' && key !== 'file') || typeof name !== 'string')
    return Object.fromEntries(entries.map(([one, at]) => [one, inner(at, one)]));
  const place = { file: source.file, line: source.lineOf(path), field: fieldName(path) };
  source.named.add(place.field);
  try {
    return key === 'file' ? readSecretFile(name, place) : variable(name, place, source.environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    source.problems.push(...error.problems);
    return undefined;
  }
}

function variable(
  name: string,
  place: Omit<ConfigProblem, 'message'>,
  environment: SecretSource['environment'],
): string {
  const found = environment[name];
  if (found !== undefined && found !== '') return found;
  const state = found === '' ? 'is empty' : `is not set${didYouMean(name, Object.keys(environment))}`;
  throw new ConfigError([{ ...place, message: `the environment variable ${name} ${state}` }]);
}
