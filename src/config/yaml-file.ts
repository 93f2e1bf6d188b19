import type { z } from 'zod';
import { explainIssues } from '../core/yaml/explain-issues.ts';
import { fieldName, type Path, YamlSource } from '../core/yaml/yaml-source.ts';
import { ConfigError, type ConfigProblem } from './config-error.ts';

/** A parsed YAML file, before its content is checked. */
export interface YamlFile {
  readonly value: unknown;
  /** The problems of a zod check, each with the line of its field. */
  locate(
    error: z.ZodError,
    value: unknown,
    schema: z.ZodType,
    isSecret: (path: Path) => boolean,
  ): ConfigProblem[];
  lineOf(path: Path): number;
}

/** Parses YAML. @throws ConfigError with line and reason for invalid YAML */
export function parseYaml(text: string, file: string): YamlFile {
  const yaml = new YamlSource(text);
  const [broken] = yaml.faults;
  if (broken !== undefined) {
    const { line } = yaml.placeAt(broken.offset);
    throw new ConfigError([{ file, line, field: '', message: broken.message }]);
  }
  const value = yaml.value() ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    const found = Array.isArray(value) ? 'a list' : 'a single value';
    throw new ConfigError([
      {
        file,
        line: 1,
        field: '',
        message: `expected settings such as "channels:" and "routes:", found ${found}`,
      },
    ]);
  }
  return {
    value,
    locate: (error, value, schema, isSecret) =>
      explainIssues(error.issues, value, schema, isSecret).map(({ path, atKey, message }) => ({
        file,
        line: yaml.placeOf(path, atKey).line,
        field: fieldName(path),
        message: message.replace(/^unknown key "[^"]*"/, 'unknown key'),
      })),
    lineOf: (path) => yaml.placeOf(path).line,
  };
}
