import type { Configuration } from 'openid-client';
import type { Config } from '../../config/load-config.ts';
import { type Account, changeUser, findOidcUser, insertUser } from '../../io/store/people/accounts.ts';
import type { Database } from '../../io/store/database.ts';
import { isRole } from '../route.ts';

export type OidcSettings = NonNullable<Config['web']['oidc']>;

/** What the browser stores while it is at the provider. */
export interface OidcVisit {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly to: string;
}

/** The provider's metadata; fetched again after an hour, or after a failure. */
let known:
  | { readonly key: string; readonly at: number; readonly provider: Promise<Configuration> }
  | undefined;

/** The library, loaded with the first log-in through a provider: most services have none. */
const library = () => import('openid-client');

function provider(settings: OidcSettings): Promise<Configuration> {
  const key = JSON.stringify(settings);
  if (known?.key === key && Date.now() - known.at < 3_600_000) return known.provider;
  const asked = discover(settings);
  known = { key, at: Date.now(), provider: asked };
  asked.catch(() => {
    known = undefined;
  });
  return asked;
}

async function discover(settings: OidcSettings): Promise<Configuration> {
  const client = await library();
  const issuer = new URL(settings.issuer);
  // A provider on this machine may be reached without TLS.
  const isLocal =
    issuer.protocol === 'http:' && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(issuer.hostname);
  return client.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
    ...(isLocal ? { execute: [client.allowInsecureRequests] } : {}),
    timeout: 10,
  });
}

/**
 * The provider's address to redirect to, and what the browser must store. @throws the error of asking the provider
 */
export async function beginOidc(
  settings: OidcSettings,
  { redirectUri, to }: { readonly redirectUri: string; readonly to: string },
): Promise<{ readonly url: string; readonly visit: OidcVisit }> {
  const [client, config] = await Promise.all([library(), provider(settings)]);
  const visit = {
    verifier: client.randomPKCECodeVerifier(),
    state: client.randomState(),
    nonce: client.randomNonce(),
    to,
  };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    code_challenge: await client.calculatePKCECodeChallenge(visit.verifier),
    code_challenge_method: 'S256',
    state: visit.state,
    nonce: visit.nonce,
  });
  return { url: url.href, visit };
}

/**
 * The account of a visitor who returns from the provider; created at the first visit. Undefined for a shut account.
 */
export async function finishOidc(
  db: Database,
  settings: OidcSettings,
  { callback, visit, now }: { readonly callback: URL; readonly visit: OidcVisit; readonly now: Date },
): Promise<Account | undefined> {
  const [client, config] = await Promise.all([library(), provider(settings)]);
  const tokens = await client.authorizationCodeGrant(config, callback, {
    pkceCodeVerifier: visit.verifier,
    expectedState: visit.state,
    expectedNonce: visit.nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) return undefined;
  const subject = `${settings.issuer} ${claims.sub}`;
  const said = settings.roleClaim === undefined ? undefined : claims[settings.roleClaim];
  const claimed = typeof said === 'string' && isRole(said) ? said : undefined;
  const found = await findOidcUser(db, subject);
  if (found?.disabled === true) return undefined;
  if (found !== undefined) {
    // The role that the provider claims replaces ours at every log-in.
    if (claimed === undefined || claimed === found.role) return found;
    await changeUser(db, found.id, { role: claimed });
    return { ...found, role: claimed };
  }
  const role = claimed ?? settings.role;
  const wanted = [claims['preferred_username'], claims['email'], claims['name'], claims.sub].find(
    (name): name is string => typeof name === 'string' && name.trim() !== '',
  );
  const name = (wanted ?? claims.sub).slice(0, 80);
  const user = { role, oidcSubject: subject };
  return (
    (await insertUser(db, { ...user, name }, now)) ??
    (await insertUser(db, { ...user, name: `${name} (${claims.sub.slice(0, 40)})` }, now))
  );
}
