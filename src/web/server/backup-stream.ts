import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { backupLines } from '../../io/store/backup/backup.ts';
import { type Database, openDatabase } from '../../io/store/database.ts';
import type { Service } from '../../service/open-service.ts';
import type { Answer } from '../route.ts';

/** The consoles of which a backup is being read. */
const busy = new WeakSet<Service>();

/**
 * The whole record as `chipwatch backup` writes it, while it is read; 409 while another backup is read. If the client goes
 * away, reading ends.
 */
export function backupAnswer(service: Service, now: Date): Answer {
  if (busy.has(service))
    return {
      kind: 'problem',
      status: 409,
      title: 'Another backup is being downloaded',
      detail: 'Wait for it to end: each reads the whole record.',
    };
  busy.add(service);
  // A connection of its own, because it reads for minutes.
  const db = openDatabase(service.store.url, { maxConnections: 1, work: 'long', onError: () => {} });
  const packed = createGzip();
  pipeline(Readable.from(lines(db, now)), packed, (error) => {
    busy.delete(service);
    void db.destroy();
    if (error instanceof Error)
      service.log.warn({ event: 'web.backup-ended', err: error }, 'a download of the backup ended early');
  });
  return {
    kind: 'file',
    type: 'application/gzip',
    name: `chipwatch-${now.toISOString().slice(0, 10)}.jsonl.gz`,
    content: packed,
  };
}

async function* lines(db: Database, now: Date): AsyncGenerator<string> {
  for await (const line of backupLines(db, now)) yield `${line}\n`;
}
