import path from 'node:path';
import type { Config } from '../config/load-config.ts';
import { openSentNotes, type SentNotes } from '../io/sent-notes.ts';
import { stateDirectories } from '../io/state-directories.ts';
import { databaseIdentity } from '../io/store/database-identity.ts';
import type { Store, StoreLog } from './open-store.ts';

/** Opens the notes of what was sent, for this database; says so where nothing can be noted. */
export async function openNotes(
  config: { readonly database: Pick<Config['database'], 'directory'> },
  store: Pick<Store, 'db' | 'embedded'>,
  log: StoreLog,
): Promise<SentNotes | undefined> {
  const name = `sent-${await databaseIdentity(store.db)}`;
  const places = stateDirectories(store.embedded ? config.database.directory : undefined);
  const notes = await openSentNotes(places.map((place) => path.join(place, name)));
  if (notes === undefined)
    log.warn(
      { event: 'notes.unusable', tried: places },
      'answers of receivers cannot be noted, so each is recorded before the next message is sent; XDG_STATE_HOME names another directory',
    );
  return notes;
}
