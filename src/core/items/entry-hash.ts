import { hash } from 'node:crypto';
import type { FeedEntry } from '../feeds/feed.ts';
import { plainText } from '../feeds/plain-text.ts';
import { withoutCounters } from './counters.ts';

/** UTF-16 units of each text that are compared. */
const MAX_COMPARED = 50_000;

/**
 * A hash of an entry's text. Markup, counters and the printed age of an entry are left out, because many feeds change
 * them at each poll.
 */
export function entryHash({
  title,
  summary,
  content,
}: Pick<FeedEntry, 'title' | 'summary' | 'content'>): string {
  const said = [title, summary, content].map((text) => fold(text ?? '', MAX_COMPARED));
  return shortHash(JSON.stringify(said));
}

/** A text in the form in which it is compared: without markup, counters, case and punctuation. */
export function fold(text: string, maxLength: number): string {
  return withoutCounters(plainText(text, { maxLength }).normalize('NFKC').toLowerCase())
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim();
}

/** 132 bits of SHA-256, so that all keys have one length, however long a publisher's ids are. */
export function shortHash(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}
