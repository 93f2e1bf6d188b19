import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { ConfigError, type ConfigProblem } from './config-error.ts';

type Path = readonly PropertyKey[];

/** A YAML file that has been read but not yet checked. */
export interface YamlFile {
  readonly value: unknown;
  /** Problems of a zod check, each with the line of the field that it is about. */
  locate(error: z.ZodError, value: unknown): ConfigProblem[];
}

/** Parses YAML. @throws ConfigError with line and reason when it is no YAML */
export function parseYaml(text: string, file: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  // What follows the first error in the file mostly follows from it.
  const [broken] = document.errors;
  if (broken !== undefined) {
    const { line } = lines.linePos(broken.pos[0]);
    throw new ConfigError([{ file, line, field: '', message: `not YAML: ${broken.message}` }]);
  }
  const lineOf = (path: Path) => {
    const offset = offsetOf(document, path);
    return offset === undefined ? undefined : lines.linePos(offset).line;
  };
  return {
    value: document.toJS() ?? {},
    locate: (error, value) => error.issues.flatMap((issue) => explain(issue, [], file, lineOf, value)),
  };
}

/** Where the value at the path begins; where it is missing, where the nearest thing around it begins. */
function offsetOf(document: Document, path: Path): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length) as unknown[], true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}

function explain(
  issue: z.core.$ZodIssue,
  prefix: Path,
  file: string,
  lineOf: (path: Path) => number | undefined,
  value: unknown,
): ConfigProblem[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      file,
      line: lineOf([...path, key]),
      field: fieldName([...path, key]),
      message: 'unknown key: check the spelling, or remove it',
    }));
  if (issue.code === 'invalid_union') {
    // The branch with the fewest complaints is the one that was meant.
    const meant = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
    if (meant.length > 0) return meant.flatMap((inner) => explain(inner, path, file, lineOf, value));
  }
  const found = path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  const message = issue.message.replace(/^Invalid input: /, '').replace(/, received .*$/, '');
  return [{ file, line: lineOf(path), field: fieldName(path), message: `${message}, found ${show(found)}` }];
}

function fieldName(path: Path): string {
  return path.reduce<string>(
    (name, key) =>
      typeof key === 'number' ? `${name}[${key}]` : name === '' ? String(key) : `${name}.${String(key)}`,
    '',
  );
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
