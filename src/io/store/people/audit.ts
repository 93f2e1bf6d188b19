import type { Database } from '../database.ts';
import { toJson } from '../clean-values.ts';

export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  readonly who: string;
  readonly did: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Records who changed what. `detail` must hold no secrets. */
export async function audit(
  db: Database,
  line: { who: string; did: string; detail?: Readonly<Record<string, unknown>>; at: Date },
): Promise<void> {
  await db
    .insertInto('audit')
    .values({ at: line.at, who: line.who, did: line.did, detail: toJson(line.detail ?? {}) })
    .execute();
}

/** The latest lines, newest first; with `before`, those older than that one. */
export async function auditLines(
  db: Database,
  { limit, before }: { readonly limit: number; readonly before?: string | undefined },
): Promise<AuditLine[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .$if(before !== undefined, (query) => query.where('id', '<', before as string))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
