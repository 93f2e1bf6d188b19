import { explainConnection } from '../../io/connection-error.ts';
import { explainLoss } from '../../io/lost-connection.ts';
import { sqlStateOf } from '../../io/store/sqlstate.ts';

/** By the codes of openid-client. */
const FAULTS: Readonly<Record<string, string>> = {
  OAUTH_TIMEOUT: 'did not answer in time',
  OAUTH_HTTP_REQUEST_FORBIDDEN: 'is not reached by https: expected an address that begins with https://',
  OAUTH_REQUEST_PROTOCOL_FORBIDDEN: 'is not reached by https: expected an address that begins with https://',
  OAUTH_RESPONSE_IS_NOT_JSON: 'answers with something else than JSON: is web.oidc.issuer its address?',
  OAUTH_PARSE_ERROR: 'answers with damaged JSON: is web.oidc.issuer its address?',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'answers with another status than expected: is web.oidc.issuer its address?',
  OAUTH_MISSING_SERVER_METADATA: 'does not announce what a log-in needs',
  OAUTH_INVALID_SERVER_METADATA: 'announces something that is no provider’s',
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'names itself otherwise: write web.oidc.issuer exactly as it does',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'sent an answer of another time: compare the clocks of both machines',
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: 'sent an answer that is for another client or another log-in',
  OAUTH_KEY_SELECTION_FAILED: 'signed its answer with a key that it does not publish',
  OAUTH_WWW_AUTHENTICATE_CHALLENGE: 'refuses web.oidc.clientId or its secret',
  OAUTH_INVALID_RESPONSE: 'sent an answer that does not fit the log-in that was begun',
};

/** By the error codes of OAuth (RFC 6749), which the provider itself sends. */
const REFUSALS: Readonly<Record<string, string>> = {
  invalid_client: 'refuses web.oidc.clientId or its secret',
  unauthorized_client: 'does not let this client log people in',
  invalid_grant: 'takes this log-in no more: it was used before, or too late',
  access_denied: 'or the person there refused the log-in',
  server_error: 'reports an error of its own',
  temporarily_unavailable: 'is not ready just now',
};

/** Why a log-in by OpenID Connect failed, for the log: in plain words, and what the library or the provider said. */
export function explainOidc(
  error: Error & { readonly code?: string; readonly error?: string },
  issuer: string,
): { readonly reason: string; readonly cause: string } {
  if (sqlStateOf(error) !== undefined) return explainLoss(error, 'PostgreSQL');
  const { host } = new URL(issuer);
  const cause = [error.message, error.error].filter(Boolean).join(': ');
  const words = REFUSALS[error.error ?? ''] ?? FAULTS[error.code ?? ''];
  if (words !== undefined) return { reason: `the provider ${host} ${words}`, cause };
  return {
    reason: explainConnection(error, host)?.reason ?? `the provider ${host} was not understood`,
    cause,
  };
}
