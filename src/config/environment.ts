import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { didYouMean } from '../core/words/nearest-word.ts';
import { fileFault } from '../io/file-fault.ts';
import { ConfigError, type ConfigProblem } from './config-error.ts';

const PREFIX = 'CHIPWATCH_';
/** Variables that are not settings of the file. */
const OWN = new Set(['CHIPWATCH_CONFIG']);

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Applies `CHIPWATCH_…` variables to the settings of the file: `CHIPWATCH_WEB_PORT=80` sets `web.port`. Lists (feeds,
 * channels, routes) can only be given in the file. A variable that matches no setting is an error, because it may be
 * misspelt.
 *
 * @throws ConfigError
 */
export function overrideFromEnvironment(file: unknown, schema: z.ZodType, environment: Environment): unknown {
  const settings = new Map(leaves(schema).map((path) => [variableName(path), path]));
  const result = structuredClone(file) as Record<string, unknown>;
  const problems: ConfigProblem[] = [];
  for (const [name, raw] of Object.entries(environment)) {
    if (!name.startsWith(PREFIX) || raw === undefined || OWN.has(name)) continue;
    const fromFile = name.endsWith('_FILE') && !settings.has(name);
    const path = settings.get(fromFile ? name.slice(0, -'_FILE'.length) : name);
    if (path === undefined) {
      problems.push({
        file: 'environment',
        field: name,
        message: `no such setting${didYouMean(name, settings.keys()) || `; known: ${[...settings.keys()].join(', ')}`}`,
      });
      continue;
    }
    set(result, path, scalar(fromFile ? readSecretFile(raw, variable(name)) : raw));
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return result;
}

/** The settings given by variables, each with its variable: `web.port` → `CHIPWATCH_WEB_PORT`. */
export function variablesOf(schema: z.ZodType, environment: Environment): Map<string, string> {
  return new Map(
    leaves(schema).flatMap((path): [string, string][] => {
      const name = variableName(path);
      const given = [name, `${name}_FILE`].find((one) => environment[one] !== undefined);
      return given === undefined ? [] : [[path.join('.'), given]];
    }),
  );
}

/** `NAME`, or the contents of the file that `NAME_FILE` names. @throws ConfigError when the file cannot be read */
export function readSecret(environment: Environment, name: string): string | undefined {
  const file = environment[`${name}_FILE`];
  if (file !== undefined && file !== '') return readSecretFile(file, variable(`${name}_FILE`));
  const value = environment[name];
  return value === undefined || value === '' ? undefined : value;
}

/** A secret kept in a file, without the line break that editors add. @throws ConfigError */
export function readSecretFile(file: string, place: Omit<ConfigProblem, 'message'>): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError([{ ...place, message: `cannot read ${file}: ${fileFault(error)}` }], {
      cause: error,
    });
  }
}

function variable(name: string): Omit<ConfigProblem, 'message'> {
  return { file: 'environment', field: name };
}

/** The paths of all settings with a single value. */
function leaves(schema: z.ZodType, path: readonly string[] = []): string[][] {
  const inner = unwrap(schema);
  const shape = (inner as { shape?: Record<string, z.ZodType> }).shape;
  if (shape !== undefined)
    return Object.entries(shape).flatMap(([key, child]) => leaves(child, [...path, key]));
  return inner.type === 'array' ? [] : [[...path]];
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

function scalar(raw: string): unknown {
  if (raw === 'true' || raw === 'false') return raw === 'true';
  return /^-?\d+(\.\d+)?$/.test(raw) ? Number(raw) : raw;
}
