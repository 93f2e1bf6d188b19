import type { Insertable } from 'kysely';
import type { Database } from './database.ts';
import type { LedgerTable } from './schema.ts';
import { toJson } from './clean-values.ts';

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
    .values(entries.map((entry) => ledgerRow(now, entry)))
    .execute();
}

/** An entry as its row, for a statement that writes more than the entry. */
export function ledgerRow(now: Date, entry: LedgerEntry): Insertable<LedgerTable> {
  return {
    at: now,
    event: entry.event,
    feed_id: entry.feedId ?? null,
    item_id: entry.itemId ?? null,
    article_id: entry.articleId ?? null,
    story_id: entry.storyId ?? null,
    delivery_id: entry.deliveryId ?? null,
    detail: toJson(entry.detail ?? {}),
  };
}
