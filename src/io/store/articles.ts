import { type Selectable, sql } from 'kysely';
import type { Article } from '../../core/articles/article.ts';
import type { DetectedLanguage } from '../../core/language/detected-language.ts';
import type { StoryFeatures } from '../../core/stories/story.ts';
import type { EntityMention, Match } from '../../core/topics/match.ts';
import type { Database } from './database.ts';
import { type ItemRow, withoutNul } from './items.ts';
import type { ArticlesTable, MatchesTable } from './schema.ts';
import { bounded, toJson } from './clean-values.ts';

export type ArticleRow = Selectable<ArticlesTable>;
export type MatchRow = Selectable<MatchesTable>;

/** All that one reading of a page yields. */
export interface ReadArticle {
  readonly article: Article;
  /** Where it was fetched from, after redirects. */
  readonly url: string;
  readonly outlet: string;
  readonly sample: boolean;
  /** Of title and text: the same hash needs no second classification. */
  readonly contentHash: string;
  readonly language: DetectedLanguage;
  readonly entities: readonly EntityMention[];
  readonly features: StoryFeatures;
  readonly matches: readonly (Match & { readonly label: string })[];
  readonly reportedAt: Date;
  /** Why the feed's words stand though a page answered. */
  readonly viaReason?: string | undefined;
}

/** The item that an article was read for. */
export type ReadItem = Pick<
  ItemRow,
  'id' | 'feed_id' | 'article_id' | 'link_key' | 'link_use' | 'title_key' | 'key' | 'url'
>;

/**
 * Stores an article under its canonical URL, or brings the stored one up to date. Two entries never share an article
 * because a page names an address that is not its own: then the item's own address stands, and its key if need be.
 */
export async function storeArticle(
  tx: Database,
  read: ReadArticle,
  now: Date,
  item?: ReadItem,
): Promise<ArticleRow> {
  const { article } = read;
  const values = {
    url: read.url,
    outlet: read.outlet,
    title: bounded(article.title, LONGEST.title),
    lead: bound(article.lead, LONGEST.lead),
    text: article.text,
    content_hash: read.contentHash,
    authors: boundAll(article.authors),
    site_name: bound(article.siteName, LONGEST.name),
    section: bound(article.section, LONGEST.name),
    image: (article.image?.length ?? 0) > LONGEST.url ? null : (article.image ?? null),
    keywords: boundAll(article.keywords),
    free: article.isAccessibleForFree ?? null,
    published_at: article.published ?? null,
    modified_at: article.modified ?? null,
    language: read.language.language,
    language_tag: read.language.tag,
    language_confidence: read.language.confidence,
    confidence: article.confidence,
    via: article.via,
    via_reason: read.viaReason ?? null,
    entities: toJson(read.entities),
    features: toJson(read.features),
    fetched_at: now,
  };
  const own = item === undefined ? undefined : await ownArticle(tx, item);
  if (own !== undefined)
    return tx
      .updateTable('articles')
      .set(values)
      .where('id', '=', own)
      .returningAll()
      .executeTakeFirstOrThrow();
  const address = item === undefined ? article.canonicalUrl : await freeAddress(tx, article, item);
  return tx
    .insertInto('articles')
    .values({
      ...values,
      canonical_url: withoutNul(address),
      sample: read.sample,
      reported_at: read.reportedAt,
    })
    .onConflict((conflict) => conflict.expression(sql`md5(canonical_url)`).doUpdateSet(values))
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** What a page says of itself is kept up to here. Letters, and names in a list. */
const LONGEST = { title: 2_000, lead: 10_000, name: 500, url: 8_000, list: 200 };

function bound(text: string | undefined, longest: number): string | null {
  return text === undefined ? null : bounded(text, longest);
}

function boundAll(names: readonly string[]): string[] {
  return names.slice(0, LONGEST.list).map((name) => bounded(name, LONGEST.name));
}

/** The item's article of before, unless entries of the same feed with other titles have it too. */
async function ownArticle(tx: Database, item: ReadItem): Promise<string | undefined> {
  if (item.article_id === null) return undefined;
  const owners = await ownersOf(tx, item.article_id);
  return owners.some((owner) => isAnotherEntry(owner, item)) ? undefined : item.article_id;
}

async function freeAddress(tx: Database, article: Article, item: ReadItem): Promise<string> {
  // Two readings at once must not both find the address free.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${article.canonicalUrl}, 0))`.execute(tx);
  for (const address of [article.canonicalUrl, item.url]) {
    if (await isFree(tx, address, article, item)) return address;
  }
  return `${item.url.split('#', 1)[0]}#${item.key}`;
}

/** By the index on the hash, which is the unique one. */
async function findArticle(
  tx: Database,
  canonicalUrl: string,
): Promise<Pick<ArticleRow, 'id' | 'title'> | undefined> {
  return tx
    .selectFrom('articles')
    .select(['id', 'title'])
    .where(sql<boolean>`md5(canonical_url) = md5(${canonicalUrl})`)
    .where('canonical_url', '=', canonicalUrl)
    .executeTakeFirst();
}

/** Whether nobody has the address, or those who have it have the same page. */
async function isFree(tx: Database, address: string, article: Article, item: ReadItem): Promise<boolean> {
  const taken = await findArticle(tx, address);
  if (taken === undefined) return true;
  const owners = await ownersOf(tx, taken.id);
  if (owners.some((owner) => isSamePage(owner, item))) return true;
  return !owners.some((owner) => isAnotherEntry(owner, item)) && taken.title === article.title;
}

type Owner = Pick<ItemRow, 'id' | 'feed_id' | 'title_key' | 'link_key' | 'link_use'>;

async function ownersOf(tx: Database, articleId: string): Promise<Owner[]> {
  return tx
    .selectFrom('items')
    .select(['id', 'feed_id', 'title_key', 'link_key', 'link_use'])
    .where('article_id', '=', articleId)
    .execute();
}

/** Whether two feeds link to one page. Of one feed, two entries with one link are two for a reason. */
function isSamePage(owner: Owner, item: ReadItem): boolean {
  return (
    owner.feed_id !== item.feed_id &&
    owner.link_use === 'page' &&
    item.link_use === 'page' &&
    owner.link_key !== null &&
    owner.link_key === item.link_key
  );
}

/** Whether a feed has told the two apart. */
function isAnotherEntry(owner: Owner, item: ReadItem): boolean {
  return owner.id !== item.id && owner.feed_id === item.feed_id && owner.title_key !== item.title_key;
}

/** Replaces the article's matches by those of the latest reading. */
export async function storeMatches(
  tx: Database,
  articleId: string,
  matches: ReadArticle['matches'],
  now: Date,
): Promise<void> {
  await tx.deleteFrom('matches').where('article_id', '=', articleId).execute();
  if (matches.length === 0) return;
  await tx
    .insertInto('matches')
    .values(
      matches.map((match) => ({
        article_id: articleId,
        topic: match.topic,
        ...matchColumns(match),
        matched_at: now,
      })),
    )
    .execute();
}

/** What is stored of a match, besides whose it is and when it was found. */
export function matchColumns(match: ReadArticle['matches'][number]) {
  return {
    label: match.label,
    level: match.level,
    confidence: match.confidence,
    stance: match.stance ?? null,
    rules: toJson(match.rules),
    passages: toJson(match.passages),
    version: match.version,
  };
}
