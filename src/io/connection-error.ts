import type { FetchErrorCode } from './http/page-source.ts';

const SENTENCES: readonly [pattern: RegExp, code: FetchErrorCode, words: (host: string) => string][] = [
  [
    /^ENOTFOUND$|^ENODATA$/,
    'dns',
    (host) => `No server is known under the name ${host}; check the spelling.`,
  ],
  [
    /^EAI_|^EREFUSED$|^ESERVFAIL$|^ETIMEOUT$/,
    'dns',
    (host) => `The name ${host} could not be looked up just now.`,
  ],
  [
    /^UND_ERR_CONNECT_TIMEOUT$|^ETIMEDOUT$/,
    'timeout',
    (host) => `${host} did not accept a connection in time.`,
  ],
  [
    /^UND_ERR_HEADERS_TIMEOUT$/,
    'timeout',
    (host) => `${host} took the request but did not begin to answer in time.`,
  ],
  [/^UND_ERR_BODY_TIMEOUT$/, 'timeout', (host) => `${host} stopped sending in the middle of its answer.`],
  [
    /^UND_ERR_HEADERS_OVERFLOW$|^HPE_HEADER_OVERFLOW$/,
    'too-large',
    (host) => `${host} sends more headers than are read.`,
  ],
  [
    /^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/,
    'bad-response',
    (host) => `The length that ${host} announces is not that of its answer.`,
  ],
  [/^HPE_|^UND_ERR_RESPONSE/, 'bad-response', (host) => `What ${host} answers is not HTTP.`],
  [
    /CERT_HAS_EXPIRED/,
    'tls',
    (host) => `The certificate of ${host} has expired; its operator has to renew it.`,
  ],
  [/ALTNAME|HOSTNAME_MISMATCH/, 'tls', (host) => `The certificate of ${host} is for another name.`],
  [
    /SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|CERT_/,
    'tls',
    (host) =>
      `The certificate of ${host} is not vouched for by any authority known here; NODE_EXTRA_CA_CERTS adds one.`,
  ],
  [
    /^ERR_(TLS|SSL)|^EPROTO$|^UND_ERR_PRX_TLS$/,
    'tls',
    (host) => `No encrypted connection to ${host} could be agreed on.`,
  ],
  [/^ECONNREFUSED$/, 'connection', (host) => `${host} refuses connections: no server listens there.`],
  [
    /^EHOSTUNREACH$|^ENETUNREACH$|^EADDRNOTAVAIL$/,
    'connection',
    (host) => `There is no way to ${host} from here.`,
  ],
  [
    /^UND_ERR_SOCKET$|^ECONNRESET$|^EPIPE$|^ERR_STREAM_PREMATURE_CLOSE$/,
    'connection',
    (host) => `${host} broke the connection off before its answer was complete.`,
  ],
  [
    /^UND_ERR_PRX_CONN$/,
    'connection',
    (host) => `The proxy broke off before it had a connection to ${host}.`,
  ],
];

/** A connection that failed, in words. */
interface FailedConnection {
  readonly code: FetchErrorCode;
  /** A sentence with its full stop. It names the host. */
  readonly sentence: string;
  /** The same without its full stop, to stand inside another sentence. */
  readonly reason: string;
}

/** Why a server could not be spoken to, whatever its protocol; undefined for an error that is no such failure. */
export function explainConnection(error: unknown, host: string): FailedConnection | undefined {
  const code = codeOf(error);
  const known = SENTENCES.find(([pattern]) => pattern.test(code));
  if (known === undefined) return undefined;
  const sentence = known[2](host);
  return { code: known[1], sentence, reason: sentence.replace(/\.$/, '') };
}

/** undici wraps the socket's error. Where several addresses failed it is an AggregateError. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  // An HTTPParserError often has no code of its own.
  if (error.name === 'HTTPParserError') return 'HPE_';
  // nodemailer puts its own kind of error into `code`, and the system's code into `originalCode`.
  const { code: shown, originalCode } = error as NodeJS.ErrnoException & { originalCode?: string };
  const code = originalCode ?? shown;
  if (error instanceof AggregateError && error.errors.length > 0) return code ?? codeOf(error.errors[0]);
  // The cause of UND_ERR_SOCKET, a reset or a TLS alert, says more than the code itself.
  if (code === 'UND_ERR_SOCKET' && error.cause !== undefined) return codeOf(error.cause) || code;
  return code ?? codeOf(error.cause);
}
