import { hash } from 'node:crypto';
import type { FeedEntry } from '../feeds/feed.ts';
import { plainText } from '../feeds/plain-text.ts';
import { withoutCounters } from './counters.ts';

/** UTF-16 units of each text that are compared, and of the title alone. */
const MAX_COMPARED = 50_000;
const MAX_TITLE = 300;
/** Punctuation and white space, except for single spaces, which are to stay: each replacement takes time. */
const UNEVEN = / [\s\p{P}\p{S}]+|(?! )[\s\p{P}\p{S}]+/gu;

/** What is compared of an entry's text. */
export interface ComparedText {
  /** A hash of title, summary and content. */
  readonly hash: string;
  /** The title, or else the beginning of the text; empty where there is neither. */
  readonly title: string;
}

export type EntryTexts = Pick<FeedEntry, 'title' | 'summary' | 'content'>;

/** Title, summary and content without markup; undefined where the entry has none. */
export function plainTexts({ title, summary, content }: EntryTexts): EntryTexts {
  const plain = (text: string | undefined) =>
    text === undefined ? undefined : plainText(text, { maxLength: MAX_COMPARED });
  return { title: plain(title), summary: plain(summary), content: plain(content) };
}

/**
 * The text of an entry as it is compared. Markup, counters and the printed age of an entry are left out, because many
 * feeds change them at each poll.
 *
 * @param plain the entry's texts without markup
 */
export function comparedText(entry: EntryTexts, plain = plainTexts(entry)): ComparedText {
  const { title = '', summary, content } = entry;
  const said = [plain.title, plain.summary, plain.content].map((text) => foldEntryText(text ?? ''));
  const [whole = ''] = said;
  return {
    hash: shortHash(JSON.stringify(said)),
    title: (title.length > MAX_TITLE ? beginning(title) : whole) || beginning(content ?? summary ?? ''),
  };
}

/** The beginning of a text, as it is compared. */
function beginning(text: string): string {
  return foldEntryText(plainText(text, { maxLength: MAX_TITLE }));
}

/** A plain text in the form in which it is compared: without counters, case and punctuation. */
export function foldEntryText(plain: string): string {
  if (plain === '') return '';
  return withoutCounters(plain.normalize('NFKC').toLowerCase()).replace(UNEVEN, ' ').trim();
}

/** 132 bits of SHA-256, so that all keys have one length, however long a publisher's ids are. */
export function shortHash(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}
