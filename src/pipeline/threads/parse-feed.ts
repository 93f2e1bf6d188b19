import type { SeenBefore } from '../../core/feeds/assemble-feed.ts';
import type { Feed } from '../../core/feeds/feed.ts';
import { type NotAFeed, NotAFeedError } from '../../core/feeds/not-a-feed.ts';
import { parseFeed } from '../../core/feeds/parse-feed.ts';
import { hasCounter } from '../../core/items/counters.ts';
import { comparedText, type ComparedText, type EntryTexts, plainTexts } from '../../core/items/entry-hash.ts';

/** A task of the feed thread: the body of one response. */
export interface ParseFeedTask {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
  /** After redirects. */
  readonly url: string;
  /** When it was fetched, and what earlier polls have shown of its dates. */
  readonly seen?: SeenBefore | undefined;
}

export interface ReadFeed extends Feed {
  /** The text of each entry as it is compared, in their order; computed here, off the event loop. */
  readonly said: readonly ComparedText[];
  /**
   * How many entries have a count of readers, or their age, in the title, and how many at the beginning or end of the
   * text.
   */
  readonly counted: { readonly titles: number; readonly texts: number };
}

/** Only texts up to this length are searched for a counter: a longer one is no teaser. UTF-16 units. */
const MAX_TEASER = 5_000;

/** The result of the feed thread. Bytes that are no feed are a result, not an error. */
export type ParseFeedOutcome =
  | { readonly status: 'feed'; readonly feed: ReadFeed }
  | ({ readonly status: 'not-a-feed'; readonly message: string } & NotAFeed);

/** Runs inside a thread of the feed pool. */
export async function run({ bytes, contentType, url, seen }: ParseFeedTask): Promise<ParseFeedOutcome> {
  try {
    const feed = await parseFeed(bytes, { contentType, url, seen });
    // The markup of each text is removed once for both.
    const plain = feed.entries.map(plainTexts);
    const said = feed.entries.map((entry, at) => comparedText(entry, plain[at]));
    return { status: 'feed', feed: { ...feed, said, counted: countersOf(feed, plain) } };
  } catch (error) {
    if (!(error instanceof NotAFeedError)) throw error;
    const { message, found, announced } = error;
    return { status: 'not-a-feed', message, found, announced };
  }
}

function countersOf({ entries }: Feed, plain: readonly EntryTexts[]): ReadFeed['counted'] {
  const isCounted = ({ summary, content }: EntryTexts, at: number) => {
    const text = plain[at]?.content ?? plain[at]?.summary;
    return text !== undefined && (content ?? summary ?? '').length <= MAX_TEASER && hasCounter(text);
  };
  return {
    titles: entries.filter(({ title }) => title !== undefined && hasCounter(title)).length,
    texts: entries.filter(isCounted).length,
  };
}
