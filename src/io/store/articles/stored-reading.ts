import type { Article } from '../../../core/articles/article.ts';
import type { DetectedLanguage } from '../../../core/language/detected-language.ts';
import type { StoryFeatures } from '../../../core/stories/story.ts';
import type { EntityMention, Match } from '../../../core/topics/match.ts';
import type { ItemRow } from '../items/items.ts';

/** Everything that one reading of a page yields. */
export interface ReadArticle {
  readonly article: Article;
  /** Where it was fetched from, after redirects. */
  readonly url: string;
  readonly outlet: string;
  readonly sample: boolean;
  /** Hash of title and text. Text with the same hash is not classified again. */
  readonly contentHash: string;
  readonly language: DetectedLanguage;
  readonly entities: readonly EntityMention[];
  /** Without, those of an earlier reading are kept. */
  readonly features: StoryFeatures | undefined;
  readonly matches: readonly (Match & { readonly label: string })[];
  readonly reportedAt: Date;
  /** Why the feed's words are used although a page answered. */
  readonly viaReason?: string | undefined;
}

/** The item that an article was read for. */
export type ReadItem = Pick<
  ItemRow,
  'id' | 'feed_id' | 'article_id' | 'link_key' | 'link_use' | 'title_key' | 'key' | 'url'
>;

/** A reading, and the item that it is for. */
export interface StoredReading {
  readonly read: ReadArticle;
  /** Undefined for an article that was read from elsewhere than a feed. */
  readonly item: ReadItem | undefined;
}
