import type { z } from 'zod';
import { didYouMean } from '../words/nearest-word.ts';

type Issue = z.core.$ZodIssue;

/** What a schema expects, in words: `expected a list of at least 1 entry`. */
export function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${TYPES[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `expected ${amount(issue.origin, issue.inclusive === false ? 'more than' : 'at least', Number(issue.minimum))}`;
    case 'too_big':
      return `expected ${amount(issue.origin, issue.inclusive === false ? 'less than' : 'at most', Number(issue.maximum))}`;
    case 'invalid_value':
      return choice(issue.values.map(String));
    case 'invalid_format':
      return hasOwnWords(issue)
        ? issue.message
        : `expected ${FORMATS[issue.format] ?? 'text of another form'}`;
    case 'invalid_union':
      return 'options' in issue && issue.options !== undefined
        ? choice(issue.options.map(String))
        : cleaned(issue);
    default:
      return cleaned(issue);
  }
}

/** `; did you mean "…"?` where the schema lists its words and one of them is similar; otherwise empty. */
export function meantWord(issue: Issue, found: unknown): string {
  return typeof found === 'string' ? didYouMean(found, words(issue)) : '';
}

/** Whether the schema has a message of ours about what it expects. */
export function hasOwnWords(issue: Issue): boolean {
  return !issue.message.startsWith('Invalid ');
}

/** The words that the schema accepts; a check of ours lists them in the parameters of its issue. */
function words(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'invalid_union' && 'options' in issue) return (issue.options ?? []).map(String);
  return issue.code === 'custom' && Array.isArray(issue.params?.['known'])
    ? issue.params['known'].map(String)
    : [];
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a group of settings',
  record: 'a group of settings',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  int: 'a whole number',
  date: 'a date',
};

const FORMATS: Readonly<Record<string, string>> = {
  url: 'a URL',
  email: 'a mail address',
  date: 'a date: 2026-01-31',
  datetime: 'a date with its time: 2026-01-31T08:00:00Z',
  uuid: 'a UUID',
};

function amount(origin: string, bound: string, limit: number): string {
  if (origin === 'string')
    return limit === 1 && bound === 'at least' ? 'some text' : `text of ${bound} ${limit} characters`;
  if (origin === 'array' || origin === 'set')
    return `a list of ${bound} ${limit} ${limit === 1 ? 'entry' : 'entries'}`;
  return bound.endsWith('than') ? `a number ${bound} ${limit}` : `a number of ${bound} ${limit}`;
}

function choice(values: readonly string[]): string {
  return values.length === 1 ? `expected ${values[0]}` : `expected one of ${values.join(', ')}`;
}

function cleaned(issue: Issue): string {
  return issue.message.replace(/^Invalid input: /, '').replace(/, received .*$/, '');
}
