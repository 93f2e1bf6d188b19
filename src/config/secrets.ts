import { fieldName, type Path } from '../core/yaml/yaml-source.ts';
import { ConfigError } from './config-error.ts';
import { readSecretFile } from './environment.ts';

/** Where secrets are read from. */
interface SecretSource {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The configuration file, for messages. */
  readonly file: string;
  lineOf(path: Path): number;
}

/**
 * Replaces `{env: NAME}` and `{file: PATH}` in a channel's settings by the values, so that the configuration need not
 * contain secrets.
 *
 * @throws ConfigError when a variable is not set or a file cannot be read
 */
export function resolveSecrets(value: unknown, path: Path, source: SecretSource): unknown {
  if (Array.isArray(value)) return value.map((one, index) => resolveSecrets(one, [...path, index], source));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1) {
    const [key, name] = entries[0] as [string, unknown];
    const place = { file: source.file, line: source.lineOf(path), field: fieldName(path) };
    if (key === 'env' && typeof name === 'string') {
      const found = source.environment[name];
      if (found === undefined || found === '')
        throw new ConfigError([{ ...place, message: `the environment variable ${name} is not set` }]);
      return found;
    }
    if (key === 'file' && typeof name === 'string') return readSecretFile(name, place);
  }
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, resolveSecrets(inner, [...path, key], source)]),
  );
}
