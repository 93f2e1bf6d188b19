import { escapeUnsafe } from './plain-text.ts';

/**
 * JSON that is safe to print on a terminal. Unsafe characters are escaped (`\u202e`), so that programs still get
 * every character, and offsets stay valid.
 */
export function jsonText(value: unknown, indent?: number): string {
  return escapeUnsafe(JSON.stringify(value, undefined, indent));
}
