import type { z } from 'zod';
import { meantLanguage } from '../words/meant-language.ts';
import { didYouMean } from '../words/nearest-word.ts';
import { fieldName, type Path } from './yaml-source.ts';

/** One fault of a value: its path, and what was expected and found, in words. */
export interface ExplainedIssue {
  readonly path: Path;
  /** Whether the key is wrong rather than its value. */
  readonly atKey: boolean;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/**
 * Translates the issues of a zod schema into sentences for the author of the file.
 *
 * @param value the value that was checked
 * @param schema the schema, which provides the right words
 */
export function explainIssues(issues: readonly Issue[], value: unknown, schema: z.ZodType): ExplainedIssue[] {
  return issues
    .filter((issue) => !issues.some((other) => isNarrower(other, issue)))
    .flatMap((issue) => explain(issue, [], value, schema));
}

/** Whether another issue gives the same value a tighter limit: zod's integers have limits of their own. */
function isNarrower(other: Issue, issue: Issue): boolean {
  if (String(other.path) !== String(issue.path)) return false;
  if (other.code === 'too_big' && issue.code === 'too_big')
    return Number(other.maximum) < Number(issue.maximum);
  return (
    other.code === 'too_small' && issue.code === 'too_small' && Number(other.minimum) > Number(issue.minimum)
  );
}

/** One line for each fault, with its field. */
export function explainLines(issues: readonly Issue[], value: unknown, schema: z.ZodType): string {
  return explainIssues(issues, value, schema)
    .map(({ path, atKey, message }) =>
      atKey || path.length === 0 ? message : `${fieldName(path)}: ${message}`,
    )
    .join('\n');
}

function explain(issue: Issue, prefix: Path, value: unknown, schema: z.ZodType): ExplainedIssue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => {
      // Another form of the group may have this key.
      const others = known.filter((one) => one !== key);
      const meant =
        didYouMean(key, others) || asLanguage(key, others) || ': check the spelling, or remove it';
      return { path: [...path, key], atKey: true, message: `unknown key "${key}"${meant}` };
    });
  }
  if (issue.code === 'invalid_key') {
    const key = String(path.at(-1));
    const wanted = issue.issues.map((inner) => expectation(inner, key));
    return [{ path, atKey: true, message: `${wanted.join(', ')}, found the key "${key}"` }];
  }
  if (issue.code === 'invalid_union' && !hasOwnWords(issue)) {
    const types = issue.errors.flatMap((branch) => (isOfOtherType(branch, found(path, value)) ? branch : []));
    // No form accepts a value of this type, so each is named.
    if (issue.errors.length > 1 && types.length === issue.errors.length) {
      const at = found(path, value);
      const forms = types.map((inner) => expectation(inner, at).replace(/^expected /, ''));
      return [
        { path, atKey: false, message: `expected ${[...new Set(forms)].join(' or ')}, found ${show(at)}` },
      ];
    }
    // The branch that accepts this type, or has the fewest faults, was probably meant.
    const [meant = []] = issue.errors.toSorted(
      (a, b) =>
        Number(isOfOtherType(a, found(path, value))) - Number(isOfOtherType(b, found(path, value))) ||
        a.length - b.length,
    );
    const choices = issue.errors.filter((branch) => branch.length === 1 && isOfThisValue(branch));
    // Several forms are possible, so each is named.
    if (choices.length > 1) {
      const at = found(path, value);
      const forms = choices.flat().map((inner) => expectation(inner, at).replace(/^expected /, ''));
      return [{ path, atKey: false, message: `expected ${forms.join(', or ')}, found ${show(at)}` }];
    }
    if (meant.length > 0) return meant.flatMap((inner) => explain(inner, path, value, schema));
  }
  const at = found(path, value);
  return [{ path, atKey: false, message: `${expectation(issue, at)}, found ${show(at)}` }];
}

/** Where keys are languages: the tag of a language that was written as a word. */
function asLanguage(key: string, known: readonly string[]): string {
  const tag = known.includes('en') ? meantLanguage(key) : undefined;
  return tag !== undefined && known.includes(tag) ? `; did you mean "${tag}"?` : '';
}

function found(path: Path, value: unknown): unknown {
  return path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );
}

/** Whether the fault is about the value itself: its type is right, its content is not. */
function isOfThisValue([issue]: readonly Issue[]): boolean {
  return issue !== undefined && issue.path.length === 0 && issue.code !== 'invalid_type';
}

function isOfOtherType(issues: readonly Issue[], value: unknown): boolean {
  return issues.some(
    (issue) =>
      issue.path.length === 0 &&
      (issue.code === 'invalid_type' ||
        (issue.code === 'invalid_value' && issue.values.every((one) => typeof one !== typeof value))),
  );
}

/** Whether the schema has a message of ours about what it expects. */
function hasOwnWords(issue: Issue): boolean {
  return !issue.message.startsWith('Invalid ');
}

function expectation(issue: Issue, found: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${TYPES[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `expected ${amount(issue.origin, issue.inclusive === false ? 'more than' : 'at least', Number(issue.minimum))}`;
    case 'too_big':
      return `expected ${amount(issue.origin, issue.inclusive === false ? 'less than' : 'at most', Number(issue.maximum))}`;
    case 'invalid_value':
      return choice(issue.values.map(String), found);
    case 'invalid_format':
      return hasOwnWords(issue) ? issue.message : `expected text in the form of ${issue.format}`;
    case 'invalid_union':
      return 'options' in issue && issue.options !== undefined
        ? choice(issue.options.map(String), found)
        : cleaned(issue);
    default:
      return cleaned(issue);
  }
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a group of settings',
  record: 'a group of settings',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  int: 'a whole number',
};

function amount(origin: string, bound: string, limit: number): string {
  if (origin === 'string')
    return limit === 1 && bound === 'at least' ? 'some text' : `text of ${bound} ${limit} characters`;
  if (origin === 'array' || origin === 'set')
    return `a list of ${bound} ${limit} ${limit === 1 ? 'entry' : 'entries'}`;
  return bound.endsWith('than') ? `a number ${bound} ${limit}` : `a number of ${bound} ${limit}`;
}

function choice(values: readonly string[], found: unknown): string {
  const meant =
    typeof found === 'string' ? didYouMean(found, values).replace(/^; /, ' – ').replace(/\?$/, '') : '';
  return values.length === 1
    ? `expected ${values[0]}${meant}`
    : `expected one of ${values.join(', ')}${meant}`;
}

function cleaned(issue: Issue): string {
  return issue.message.replace(/^Invalid input: /, '').replace(/, received .*$/, '');
}

function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  const text = Number.isNaN(value) ? 'NaN' : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** The keys that a schema has at a path. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  const [key, ...rest] = path;
  return variants(schema).flatMap((variant) => {
    const { shape, element, valueType } = variant.def as unknown as Inner;
    if (key === undefined) return Object.keys(shape ?? {});
    const child = shape?.[String(key)] ?? (typeof key === 'number' ? element : valueType);
    return child === undefined ? [] : keysAt(child, rest);
  });
}

interface Inner {
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
}

/** The schemas beneath defaults, transformations and unions. */
function variants(schema: z.ZodType): z.ZodType[] {
  const { innerType, in: input, options } = schema.def as unknown as Inner;
  if (innerType !== undefined) return variants(innerType);
  if (input !== undefined) return variants(input);
  return options === undefined ? [schema] : options.flatMap(variants);
}
