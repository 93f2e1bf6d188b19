import { invite } from '../../io/store/people/invitations.ts';
import type { Service } from '../../service/open-service.ts';
import type { VisitorRole } from '../route.ts';
import { hashSecret, newSecret } from '../../service/stored-secrets.ts';

const DAYS = 3;

/**
 * A link by which somebody makes an account or chooses a new password, once. It is a secret, and is shown only here.
 */
export async function makeInvitation(
  { store, config }: Pick<Service, 'store' | 'config'>,
  {
    role,
    userId,
    madeBy,
  }: { readonly role: VisitorRole; readonly userId?: string | undefined; readonly madeBy: string },
): Promise<{ readonly url: string; readonly days: number; readonly expires: Date }> {
  const secret = newSecret();
  const expires = new Date(Date.now() + DAYS * 86_400_000);
  await invite(store.db, { hash: hashSecret(secret), role, userId, madeBy, expires });
  const url = new URL(`/invitations/${secret}`, config.web.publicUrl ?? 'http://here.invalid/');
  return { url: config.web.publicUrl === undefined ? url.pathname : url.href, days: DAYS, expires };
}
