import { escapeHtml } from '../core/messages/escape.ts';
import { replaceUnsafe, safeLines } from '../core/messages/plain-text.ts';

/** Markup that is safe to send. Only `html` makes it. */
export interface Html {
  readonly markup: string;
}

type Value = Html | string | number | undefined | false | readonly (Html | undefined | false)[];

/** A template whose values are escaped, unless they are markup themselves. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return {
    markup: parts.reduce(
      (text, part, index) => text + part + (index < values.length ? show(values[index]) : ''),
      '',
    ),
  };
}

function show(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(safeLines(value));
  if ('markup' in value) return value.markup;
  return value.map((one) => show(one)).join('');
}

/**
 * Text with all its white space, for what is edited or quoted line by line. U+FFFD stands for each unsafe character, so
 * that people see that there is one. A character that reverses the direction of text could make a rule look like
 * another.
 */
export function verbatim(text: string): Html {
  return { markup: escapeHtml(replaceUnsafe(text.toWellFormed(), () => '\ufffd')) };
}
