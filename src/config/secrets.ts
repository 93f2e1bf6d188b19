import { readSecretFile } from './environment.ts';
import { ConfigError } from './config-error.ts';

/**
 * Replaces `{env: NAME}` and `{file: PATH}` in a channel's settings by what they name, so that no secret has to
 * stand in the configuration.
 *
 * @throws ConfigError when a variable is not set or a file cannot be read
 */
export function resolveSecrets(
  value: unknown,
  environment: Readonly<Record<string, string | undefined>>,
  field: string,
): unknown {
  if (Array.isArray(value))
    return value.map((one, index) => resolveSecrets(one, environment, `${field}[${index}]`));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1) {
    const [key, name] = entries[0] as [string, unknown];
    if (key === 'env' && typeof name === 'string') {
      const found = environment[name];
      if (found === undefined || found === '')
        throw new ConfigError([{ file: 'environment', field, message: `the variable ${name} is not set` }]);
      return found;
    }
    if (key === 'file' && typeof name === 'string') return readSecretFile(name, field);
  }
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, resolveSecrets(inner, environment, `${field}.${key}`)]),
  );
}
