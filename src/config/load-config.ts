import { readFileSync } from 'node:fs';
import path from 'node:path';
import { didYouMean } from '../core/words/nearest-word.ts';
import { decodeUtf8, fileErrorReason } from '../io/file-error.ts';
import { checkServers } from './check-servers.ts';
import { ConfigError, type ConfigProblem } from './config-error.ts';
import { overrideFromEnvironment, readSecret, secretFileOf, variablesOf } from './environment.ts';
import { type ConfigFile, configSchema } from './schema.ts';
import { resolveSecrets } from './secrets.ts';
import { shownPath } from './shown-path.ts';
import { parseYaml } from './yaml-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** All settings, with absolute paths and the two servers from the environment. */
export interface Config extends ConfigFile {
  /** The file it was read from. */
  readonly file: string;
  /** The line of a setting in that file. */
  readonly lineOf?: ((path: readonly PropertyKey[]) => number) | undefined;
  /** From `DATABASE_URL`; undefined for the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** The file that `DATABASE_URL_FILE` names, where the URL came from it. */
  readonly databaseUrlFile?: string | undefined;
  /** From `REDIS_URL`; undefined for queues on PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** The file that `REDIS_URL_FILE` names, where the URL came from it. */
  readonly redisUrlFile?: string | undefined;
}

/**
 * Reads the configuration once, at the entry point.
 * The file is the argument, else `CHIPWATCH_CONFIG`, else `config/chipwatch.yaml` below the working directory.
 *
 * @throws ConfigError that lists every problem with its file and line
 */
export function loadConfig(environment: Environment, wanted?: string): Config {
  const file = path.resolve(wanted ?? environment['CHIPWATCH_CONFIG'] ?? 'config/chipwatch.yaml');
  const shown = shownPath(file);
  let text: string;
  try {
    text = decodeUtf8(readFileSync(file));
  } catch (error) {
    throw new ConfigError([{ file: shown, field: '', message: `cannot be read: ${unreadable(error)}` }], {
      cause: error,
    });
  }
  const yaml = parseYaml(text, shown);
  const overridden = overrideFromEnvironment(yaml.value, configSchema, environment) as Record<
    string,
    unknown
  >;
  const { settings, isSecret } = resolveSecrets(overridden, {
    environment,
    file: shown,
    lineOf: yaml.lineOf,
  });
  const parsed = configSchema.safeParse(settings);
  const variables = variablesOf(configSchema, environment);
  const problems = parsed.success
    ? crossCheck(parsed.data, shown, yaml.lineOf)
    : yaml.locate(parsed.error, settings, configSchema, isSecret);
  if (!parsed.success || problems.length > 0)
    throw new ConfigError(
      problems.map((problem) => {
        const variable = variables.get(problem.field);
        return variable === undefined
          ? problem
          : { ...problem, file: 'environment', line: undefined, field: variable };
      }),
    );
  const servers = {
    DATABASE_URL: readSecret(environment, 'DATABASE_URL'),
    REDIS_URL: readSecret(environment, 'REDIS_URL'),
  };
  checkServers(servers, environment);

  const from = (relative: string) => path.resolve(path.dirname(file), relative);
  const config = parsed.data;
  return {
    ...config,
    file,
    lineOf: yaml.lineOf,
    sample: config.sample === undefined ? undefined : from(config.sample),
    topics: from(config.topics),
    entities: from(config.entities),
    feeds: { ...config.feeds, opml: config.feeds.opml.map(from) },
    database: { ...config.database, directory: from(config.database.directory) },
    databaseUrl: servers.DATABASE_URL,
    databaseUrlFile: secretFileOf(environment, 'DATABASE_URL'),
    redisUrl: servers.REDIS_URL,
    redisUrlFile: secretFileOf(environment, 'REDIS_URL'),
  };
}

/** Checks between settings, after the schema: unique names, names that exist, limits in order. */
function crossCheck(
  config: ConfigFile,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const twice = (names: readonly string[], field: string) => {
    for (const [index, name] of names.entries())
      if (names.indexOf(name) !== index)
        problems.push({
          file,
          line: lineOf([field, index, 'name']),
          field: `${field}[${index}].name`,
          message: `the name "${name}" is given twice`,
        });
  };
  const channels = config.channels.map((channel) => channel.name);
  twice(channels, 'channels');
  twice(
    config.routes.map((route) => route.name),
    'routes',
  );
  const { minInterval, maxInterval } = config.feeds;
  if (minInterval > maxInterval)
    // Either value may be the default or come from the environment, so the message names both.
    problems.push({
      file,
      line: lineOf(['feeds', 'minInterval']),
      field: 'feeds.minInterval',
      message: `expected at most feeds.maxInterval, which is ${maxInterval} s, found ${minInterval} s`,
    });
  config.routes.forEach((route, index) => {
    for (const [at, channel] of route.channels.entries())
      if (!channels.includes(channel))
        problems.push({
          file,
          line: lineOf(['routes', index, 'channels', at]),
          field: `routes[${index}].channels[${at}]`,
          message: `there is no channel "${channel}"; known: ${channels.join(', ')}${didYouMean(channel, channels)}`,
        });
  });
  return problems;
}

function unreadable(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'there is no such file. Name another with --config or CHIPWATCH_CONFIG, or run chipwatch where config/ is';
    case 'EISDIR':
      return 'it is a directory; expected a YAML file';
    default:
      return fileErrorReason(error);
  }
}
