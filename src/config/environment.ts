import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { nearestWord } from '../core/words/nearest-word.ts';
import { fileErrorReason } from '../io/file-error.ts';
import { ConfigError, type ConfigProblem } from './config-error.ts';

const PREFIX = 'CHIPWATCH_';
/** Variables that are not settings of the file. */
const OWN = new Set(['CHIPWATCH_CONFIG']);
/** Variables that have no prefix. People write them with `CHIPWATCH_` by mistake. */
const SERVERS = ['DATABASE_URL', 'REDIS_URL'];

interface Leaf {
  readonly path: readonly string[];
  readonly schema: z.ZodType;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Applies `CHIPWATCH_…` variables to the settings of the file: `CHIPWATCH_WEB_PORT=80` sets `web.port`. Lists (feeds,
 * channels, routes) can only be given in the file. A variable that matches no setting is an error, because it may be
 * misspelt.
 *
 * @throws ConfigError
 */
export function overrideFromEnvironment(file: unknown, schema: z.ZodType, environment: Environment): unknown {
  const settings = new Map(leaves(schema).map((leaf) => [variableName(leaf.path), leaf]));
  const result = structuredClone(file) as Record<string, unknown>;
  const problems: ConfigProblem[] = [];
  for (const [name, raw] of Object.entries(environment)) {
    if (!name.startsWith(PREFIX) || raw === undefined || OWN.has(name)) continue;
    const fromFile = name.endsWith('_FILE') && !settings.has(name);
    const leaf = settings.get(fromFile ? name.slice(0, -'_FILE'.length) : name);
    if (leaf !== undefined && fromFile) refuseBoth(environment, name);
    const value = leaf !== undefined && fromFile ? readSecretFile(raw, variable(name)) : raw;
    if (leaf === undefined)
      problems.push({ ...variable(name), message: `no such setting${meant(name, [...settings.keys()])}` });
    else if (value.trim() === '')
      problems.push({
        ...variable(name),
        message: 'expected a value, found nothing: unset the variable to use what the file says',
      });
    else set(result, leaf.path, typed(value, leaf.schema));
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return result;
}

/** The settings given by variables, each with its variable: `web.port` → `CHIPWATCH_WEB_PORT`. */
export function variablesOf(schema: z.ZodType, environment: Environment): Map<string, string> {
  return new Map(
    leaves(schema).flatMap(({ path }): [string, string][] => {
      const name = variableName(path);
      const given = [name, `${name}_FILE`].find((one) => environment[one] !== undefined);
      return given === undefined ? [] : [[path.join('.'), given]];
    }),
  );
}

/** The file that `NAME_FILE` names. */
export function secretFileOf(environment: Environment, name: string): string | undefined {
  const file = environment[`${name}_FILE`];
  return file === '' ? undefined : file;
}

/**
 * `NAME`, or the contents of the file that `NAME_FILE` names.
 * @throws ConfigError when both are set, or the file cannot be read
 */
export function readSecret(environment: Environment, name: string): string | undefined {
  const file = secretFileOf(environment, name);
  if (file !== undefined) refuseBoth(environment, `${name}_FILE`);
  if (file !== undefined) return readSecretFile(file, variable(`${name}_FILE`));
  const value = environment[name];
  return value === undefined || value === '' ? undefined : value;
}

/** A secret kept in a file, without the line break that editors add. @throws ConfigError */
export function readSecretFile(file: string, place: Omit<ConfigProblem, 'message'>): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError([{ ...place, message: `cannot read ${file}: ${fileErrorReason(error)}` }], {
      cause: error,
    });
  }
}

/** With both set it is unclear which value the operator meant. */
function refuseBoth(environment: Environment, fileVariable: string): void {
  const other = fileVariable.slice(0, -'_FILE'.length);
  if (environment[other] === undefined || environment[other] === '') return;
  throw new ConfigError([
    { ...variable(fileVariable), message: `${other} is set as well: unset one of the two` },
  ]);
}

function variable(name: string): Omit<ConfigProblem, 'message'> {
  return { file: 'environment', field: name };
}

/** All settings with a single value. */
function leaves(schema: z.ZodType, path: readonly string[] = []): Leaf[] {
  const inner = unwrap(schema);
  const shape = (inner as { shape?: Record<string, z.ZodType> }).shape;
  if (shape !== undefined)
    return Object.entries(shape).flatMap(([key, child]) => leaves(child, [...path, key]));
  return inner.type === 'array' ? [] : [{ path, schema: inner }];
}

function unwrap(schema: z.ZodType): z.ZodType {
  const { innerType } = schema.def as { innerType?: z.ZodType };
  return innerType === undefined ? schema : unwrap(innerType);
}

function variableName(path: readonly string[]): string {
  return (
    PREFIX + path.map((part) => part.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()).join('_')
  );
}

function set(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  if (typeof target[key] !== 'object' || target[key] === null) target[key] = {};
  set(target[key] as Record<string, unknown>, rest, value);
}

/** `; did you mean "…"?`. Names are compared without the prefix, which is most of a short name. */
function meant(name: string, settings: readonly string[]): string {
  const known = new Map([
    ...[...settings, ...OWN].map((one): [string, string] => [one.slice(PREFIX.length), one]),
    ...SERVERS.map((one): [string, string] => [one, one]),
  ]);
  const nearest = nearestWord(name.slice(PREFIX.length), known.keys());
  return nearest === undefined
    ? `; known: ${[...known.values()].join(', ')}`
    : `; did you mean "${known.get(nearest)}"?`;
}

/** A number or a boolean where the setting takes one. A token or an id of digits stays text. */
function typed(raw: string, schema: z.ZodType): unknown {
  const value =
    raw === 'true' || raw === 'false' ? raw === 'true' : /^-?\d+(\.\d+)?$/.test(raw) ? Number(raw) : raw;
  return schema.safeParse(value).success || !schema.safeParse(raw).success ? value : raw;
}
