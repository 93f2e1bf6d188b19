import { z } from 'zod';
import type { Database } from '../../io/store/database.ts';
import { preferredLanguages } from '../../io/store/people/reader-settings.ts';
import type { Visitor } from '../route.ts';

/** The languages in which somebody likes to read headlines, the most wanted first. */
export const headlineTags = z
  .array(z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'expected a BCP 47 tag: en, zh-Hant'))
  .max(10);

/** The languages that the reader chose, or those of the browser's Accept-Language. */
export async function headlineLanguages(
  db: Database,
  visitor: Visitor,
  accepted: string | undefined,
): Promise<string[]> {
  const chosen = await preferredLanguages(db, visitor.id);
  if (chosen.length > 0) return chosen;
  return (accepted ?? '')
    .split(',')
    .map((part) => part.split(';', 1)[0]?.trim().split('-', 1)[0] ?? '')
    .filter((tag) => /^[a-z]{2,3}$/i.test(tag))
    .slice(0, 5);
}

/** Whether a language tag belongs to a language: `zh-Hant` to Chinese, `de-AT` to German. */
export function isIn(tag: string, language: string): boolean {
  return tag === language || tag.startsWith(`${language}-`) || language.startsWith(`${tag}-`);
}
