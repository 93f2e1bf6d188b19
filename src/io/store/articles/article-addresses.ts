import { sql } from 'kysely';
import type { ReadItem, StoredReading } from './stored-reading.ts';
import type { Database } from '../database.ts';
import { withoutNul, type ItemRow } from '../items/items.ts';

type Owner = Pick<ItemRow, 'id' | 'feed_id' | 'title_key' | 'link_key' | 'link_use'>;

interface KnownArticle {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly owners: readonly Owner[];
}

/** Where a reading is stored: in the article that its item already has, or under an address. */
export type AddressOwner = { readonly own: string } | { readonly address: string };

/**
 * The addresses and ids that a reading may store to. Two readings that share one must not be stored in one group,
 * because each must see what the other stored.
 */
export function placesOf({ read, item }: StoredReading): string[] {
  const addresses = [
    read.article.canonicalUrl,
    ...(item === undefined ? [] : [item.url, keyedAddress(item)]),
  ];
  const own = item?.article_id ?? undefined;
  return own === undefined ? addresses : [...addresses, `article ${own}`];
}

/**
 * Finds where each reading is stored. An entry whose page names another article's address as canonical does not
 * overwrite that article: the item's own address is used instead, with its key added if that is taken too.
 */
export async function findPlaces(tx: Database, readings: readonly StoredReading[]): Promise<AddressOwner[]> {
  const addresses = readings.map(({ read }) => withoutNul(read.article.canonicalUrl));
  if (readings.every(({ item }) => item === undefined)) return addresses.map((address) => ({ address }));
  // Two workers must not both find the same address free. All take the locks in the same order.
  await sql`
    SELECT pg_advisory_xact_lock(hash) FROM (
      SELECT DISTINCT hashtextextended(address, 0) AS hash FROM unnest(${addresses}::text[]) AS address ORDER BY 1
    ) AS sorted`.execute(tx);
  const known = await findKnown(tx, readings);
  const byAddress = new Map(known.map((article) => [article.address, article]));
  const byId = new Map(known.map((article) => [article.id, article]));
  return readings.map(({ read, item }) => {
    if (item === undefined) return { address: withoutNul(read.article.canonicalUrl) };
    const own = item.article_id === null ? undefined : byId.get(item.article_id);
    // The article this item had before, unless entries of the same feed with other titles have it too.
    if (own !== undefined && !own.owners.some((owner) => isAnotherEntry(owner, item))) return { own: own.id };
    const free = [read.article.canonicalUrl, item.url]
      .map(withoutNul)
      .find((address) => isFree(byAddress.get(address), read.article.title, item));
    return { address: free ?? keyedAddress(item) };
  });
}

function keyedAddress({ url, key }: ReadItem): string {
  return withoutNul(`${url.split('#', 1)[0]}#${key}`);
}

/** Looked up by the unique index on the hash, and by id; each with the items that have it. */
async function findKnown(tx: Database, readings: readonly StoredReading[]): Promise<KnownArticle[]> {
  const addresses = readings.flatMap(({ read, item }) =>
    [read.article.canonicalUrl, ...(item === undefined ? [] : [item.url])].map(withoutNul),
  );
  const ids = readings.flatMap(({ item }) => item?.article_id ?? []);
  const { rows } = await sql<KnownArticle>`
    SELECT known.id, known.title, known.canonical_url AS address, coalesce((
      SELECT json_agg(json_build_object('id', id::text, 'feed_id', feed_id::text, 'title_key', title_key,
                                        'link_key', link_key, 'link_use', link_use))
      FROM items WHERE article_id = known.id), '[]') AS owners
    FROM (
      SELECT id, title, canonical_url FROM articles
       WHERE md5(canonical_url) = ANY (ARRAY(SELECT md5(address) FROM unnest(${addresses}::text[]) AS address))
      UNION
      SELECT id, title, canonical_url FROM articles WHERE id = ANY (${ids}::bigint[])
    ) AS known`.execute(tx);
  return rows;
}

/** Whether no article has the address, or the article there is of the same page. */
function isFree(taken: KnownArticle | undefined, title: string, item: ReadItem): boolean {
  if (taken === undefined || taken.owners.some((owner) => isSamePage(owner, item))) return true;
  return !taken.owners.some((owner) => isAnotherEntry(owner, item)) && taken.title === title;
}

/** Whether two feeds link to the same page. Two entries of one feed with the same link are different items. */
function isSamePage(owner: Owner, item: ReadItem): boolean {
  return (
    owner.feed_id !== item.feed_id &&
    owner.link_use === 'page' &&
    item.link_use === 'page' &&
    owner.link_key !== null &&
    owner.link_key === item.link_key
  );
}

/** Whether one feed has listed both as different items. */
function isAnotherEntry(owner: Owner, item: ReadItem): boolean {
  return owner.id !== item.id && owner.feed_id === item.feed_id && owner.title_key !== item.title_key;
}
