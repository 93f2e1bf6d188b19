import { escapeUnsafe } from './plain-text.ts';

/**
 * JSON that a terminal may print: what no reader should be shown is escaped (`\u202e`), so that a program still gets
 * every character, and offsets into a text stay true.
 */
export function jsonText(value: unknown, indent?: number): string {
  return escapeUnsafe(JSON.stringify(value, null, indent));
}
