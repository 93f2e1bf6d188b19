import { type Insertable, sql } from 'kysely';
import type { Database } from './database.ts';
import type { LedgerTable } from './schema.ts';
import { toJson } from './clean-values.ts';
import { type Columns, namesOf, rowsOf } from './rows.ts';

export interface NewLedgerLine {
  readonly event: string;
  readonly feedId?: string | undefined;
  readonly itemId?: string | undefined;
  readonly articleId?: string | undefined;
  readonly storyId?: string | undefined;
  readonly deliveryId?: string | undefined;
  readonly detail?: Record<string, unknown> | undefined;
}

const ENTRY: Columns = {
  at: 'timestamptz',
  event: 'text',
  feed_id: 'bigint',
  item_id: 'bigint',
  article_id: 'bigint',
  story_id: 'bigint',
  delivery_id: 'uuid',
  detail: 'jsonb',
};

/** Records decisions in the transaction that acts on them. */
export async function record(tx: Database, now: Date, entries: readonly NewLedgerLine[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({ ...ledgerRow(now, entry), detail: entry.detail ?? {} }));
  await sql`
    INSERT INTO ledger (${namesOf(ENTRY)}) SELECT ${namesOf(ENTRY)} FROM ${rowsOf(ENTRY, rows, 'entry')}`.execute(
    tx,
  );
}

/** A ledger entry as a row, for a statement that writes more than the entry. */
export function ledgerRow(now: Date, entry: NewLedgerLine): Insertable<LedgerTable> {
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
