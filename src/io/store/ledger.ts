import type { Database } from './database.ts';

export interface LedgerEntry {
  readonly event: string;
  readonly feedId?: string | undefined;
  readonly itemId?: string | undefined;
  readonly articleId?: string | undefined;
  readonly storyId?: string | undefined;
  readonly deliveryId?: string | undefined;
  readonly detail?: Record<string, unknown> | undefined;
}

/** Writes decisions down, in the transaction that acts on them. */
export async function record(tx: Database, now: Date, entries: readonly LedgerEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .insertInto('ledger')
    .values(
      entries.map((entry) => ({
        at: now,
        event: entry.event,
        feed_id: entry.feedId ?? null,
        item_id: entry.itemId ?? null,
        article_id: entry.articleId ?? null,
        story_id: entry.storyId ?? null,
        delivery_id: entry.deliveryId ?? null,
        detail: JSON.stringify(entry.detail ?? {}),
      })),
    )
    .execute();
}
