import type { z } from 'zod';
import { shorten } from '../words/shorten.ts';
import { meantLanguage } from '../words/meant-language.ts';
import { didYouMean } from '../words/nearest-word.ts';
import { expectation, hasOwnWords, meantWord } from './expectation.ts';
import { keysAt } from './schema-keys.ts';
import { fieldName, type Path } from './yaml-source.ts';

/** One fault of a value: its path, and what was expected and found, in words. */
export interface ExplainedIssue {
  readonly path: Path;
  /** Whether the key is wrong rather than its value. */
  readonly atKey: boolean;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** What was checked, and against what. */
interface Checked {
  readonly value: unknown;
  /** It provides the right words. */
  readonly schema: z.ZodType;
  /** Whether what stands there must not be shown. */
  isSecret(path: Path): boolean;
}

/**
 * Translates the issues of a zod schema into sentences for the author of the file.
 *
 * @param value the value that was checked
 * @param schema the schema, which provides the right words
 * @param isSecret whether the value at a path must not be shown
 */
export function explainIssues(
  issues: readonly Issue[],
  value: unknown,
  schema: z.ZodType,
  isSecret: (path: Path) => boolean = () => false,
): ExplainedIssue[] {
  return issues
    .filter((issue) => !issues.some((other) => saysMore(other, issue)))
    .flatMap((issue) => explain(issue, [], { value, schema, isSecret }));
}

/**
 * Whether another issue makes this one superfluous: the value is of another type altogether, or the other limit is
 * tighter (zod's integers have limits of their own).
 */
function saysMore(other: Issue, issue: Issue): boolean {
  if (other === issue || String(other.path) !== String(issue.path)) return false;
  if (other.code === 'invalid_type') return issue.code !== 'invalid_type';
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
      (atKey && path.length <= 1) || path.length === 0 ? message : `${fieldName(path)}: ${message}`,
    )
    .join('\n');
}

function explain(issue: Issue, prefix: Path, checked: Checked): ExplainedIssue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, path, checked);
  if (issue.code === 'invalid_key') {
    const wanted = issue.issues.map((inner) => expectation(inner));
    return [{ path, atKey: true, message: `${wanted.join(', ')}, found the key "${String(path.at(-1))}"` }];
  }
  const at = valueAt(path, checked.value);
  if (issue.code === 'invalid_union' && !hasOwnWords(issue)) {
    const types = issue.errors.flatMap((branch) => (isOfOtherType(branch, at) ? branch : []));
    // No form accepts a value of this type, so each is named.
    if (issue.errors.length > 1 && types.length === issue.errors.length)
      return [faultOf(forms(types, ' or '), path, checked)];
    // The branch that accepts this type, or has the fewest faults, was probably meant.
    const [meant = []] = issue.errors.toSorted(
      (a, b) => Number(isOfOtherType(a, at)) - Number(isOfOtherType(b, at)) || a.length - b.length,
    );
    const choices = issue.errors.filter((branch) => branch.length === 1 && isOfThisValue(branch));
    // Several forms are possible, so each is named.
    if (choices.length > 1) return [faultOf(forms(choices.flat(), ', or '), path, checked)];
    if (meant.length > 0) return meant.flatMap((inner) => explain(inner, path, checked));
  }
  const wanted =
    issue.code === 'invalid_type' && issue.expected === 'string' && checked.isSecret(path)
      ? 'expected text, {env: NAME} or {file: PATH}'
      : expectation(issue);
  return [faultOf(wanted, path, checked, issue)];
}

function faultOf(wanted: string, path: Path, { value, isSecret }: Checked, issue?: Issue): ExplainedIssue {
  const at = valueAt(path, value);
  const isHidden = holdsSecret(at, path, isSecret);
  const meant = issue === undefined || isHidden ? '' : meantWord(issue, at);
  return {
    path,
    atKey: false,
    message: `${wanted}, found ${isHidden ? showHidden(at, wanted) : show(at)}${meant}`,
  };
}

/** Whether the value is secret, or anything in it. */
function holdsSecret(value: unknown, path: Path, isSecret: Checked['isSecret']): boolean {
  if (isSecret(path)) return true;
  if (typeof value !== 'object' || value === null) return false;
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.some(([key, inner]) => holdsSecret(inner, [...path, key], isSecret));
}

function forms(issues: readonly Issue[], between: string): string {
  const words = issues.map((inner) => expectation(inner).replace(/^expected /, ''));
  return `expected ${[...new Set(words)].join(between)}`;
}

const MOST_KEYS = 24;

function unknownKeys(keys: readonly string[], path: Path, { schema }: Checked): ExplainedIssue[] {
  const known = keysAt(schema, path);
  return keys.map((key) => {
    // Another form of the group may have this key.
    const others = [...new Set(known)].filter((one) => one !== key);
    const rest = others.length > MOST_KEYS ? ' …' : '';
    const meant =
      didYouMean(key, others) ||
      asLanguage(key, others) ||
      (others.length === 0 ? ': remove it' : `; known: ${others.slice(0, MOST_KEYS).join(', ')}${rest}`);
    return { path: [...path, key], atKey: true, message: `unknown key "${key}"${meant}` };
  });
}

/** Where keys are languages: the tag of a language that was written as a word. */
function asLanguage(key: string, known: readonly string[]): string {
  const tag = known.includes('en') ? meantLanguage(key) : undefined;
  return tag !== undefined && known.includes(tag) ? `; did you mean "${tag}"?` : '';
}

function valueAt(path: Path, value: unknown): unknown {
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

const CREDENTIALS = /\/\/[^/\s"@]*@/g;

function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'object' && Object.keys(value).length === 0)
    return Array.isArray(value) ? 'an empty list' : 'none';
  const text = Number.isNaN(value) ? 'NaN' : (JSON.stringify(value) ?? String(value));
  const safe = text.replaceAll(CREDENTIALS, '//…@');
  return safe.length > 60 ? shorten(safe, 58) : safe;
}

function showHidden(value: unknown, wanted: string): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return value === '' ? '""' : 'something else (not shown)';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a group of settings';
  return `a ${typeof value} (not shown)${/\btext\b/.test(wanted) ? '; put it in quotes' : ''}`;
}
