import type { Database } from '../../io/store/database.ts';
import { hasOwner } from '../../io/store/people/accounts.ts';
import { FIRST_START, invite } from '../../io/store/people/invitations.ts';
import { hashSecret, newSecret } from '../../service/stored-secrets.ts';
import type { AccessSettings } from './settings.ts';

/** Hours for which the link on the terminal is valid. */
const HOURS = 24;

/**
 * The path of a link by which the first owner makes an account; undefined where there is an owner, or no log-in is
 * needed.
 */
export async function firstOwnerPath(
  db: Database,
  settings: AccessSettings,
  now: Date,
): Promise<string | undefined> {
  if (settings.mode !== 'accounts' || (await hasOwner(db))) return undefined;
  const secret = newSecret();
  await invite(db, {
    hash: hashSecret(secret),
    role: 'owner',
    madeBy: FIRST_START,
    expires: new Date(now.getTime() + HOURS * 3_600_000),
  });
  return `/invitations/${secret}`;
}
