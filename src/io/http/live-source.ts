import type { Dispatcher } from 'undici';
import { type AddressPolicy, checkPolicy } from './address-guard.ts';
import { BodyTooLargeError } from './body-errors.ts';
import { chainCookies } from './chain-cookies.ts';
import { startDeadline } from './deadline.ts';
import { unpackBody } from './decompress.ts';
import { exchange } from './exchange.ts';
import type { Exchange } from './answer.ts';
import { toFetchError } from './fetch-errors.ts';
import { guardedConnector, type Resolve, resolveChecked } from './guarded-connect.ts';
import { isOnlyIrregular, lenientExchange } from './lenient-exchange.ts';
import type { Oddity, PageRequest, PageResponse, PageSource } from './page-source.ts';
import { connectionsFor } from './proxy.ts';
import { type Environment, PROXY_NOTICE, proxyOf } from './proxy-settings.ts';
import { redirectTarget, refuseLoop, refuseEndless } from './redirect-hops.ts';
import { ERROR_BODY_BYTES, KINDS, type RequestKind } from './request-kinds.ts';
import { requestUrl } from './request-url.ts';
import { systemResolver } from './system-resolve.ts';

export interface LiveSourceOptions extends AddressPolicy {
  /** From `userAgent(version, contact)`. */
  readonly userAgent: string;
  readonly timeouts?: Partial<FetchTimeouts> | undefined;
  /** Limits of the body in bytes, before and after decompression, where they differ from the defaults of `KINDS`. */
  readonly maxBytes?: Partial<Record<RequestKind, number>> | undefined;
  /** How names become addresses; the system's resolver by default. */
  readonly resolve?: Resolve | undefined;
  /** Where HTTP_PROXY, HTTPS_PROXY and NO_PROXY are looked up; no proxy by default. */
  readonly environment?: Environment | undefined;
}

/** All in milliseconds. */
interface FetchTimeouts {
  /** Resolving, connecting and the TLS handshake. */
  readonly connectMs: number;
  /** From the request to the end of the headers. */
  readonly headersMs: number;
  /** The longest silence within a body. */
  readonly silenceMs: number;
  /** Everything, redirects included, but not the waits before them. */
  readonly totalMs: number;
}

export interface LiveSource extends PageSource {
  /** Sentences for the log at start: protections that do not work in this environment. */
  readonly notices: readonly string[];
  /** Posts a form, under the same guard and limits; redirects are not followed. For WebSub hubs. */
  post(request: {
    url: string;
    form: URLSearchParams;
    signal?: AbortSignal | undefined;
  }): Promise<PageResponse>;
  close(): Promise<void>;
}

const TIMEOUTS: FetchTimeouts = { connectMs: 10_000, headersMs: 15_000, silenceMs: 10_000, totalMs: 30_000 };

/** Node's default of 16 KiB is too little for some sites' content security policies. */
const MAX_HEADER_BYTES = 64 * 1024;

/**
 * What one answer may take on the wire, as a multiple of the largest body: with small chunks the size lines are
 * longer than the chunks.
 */
const WIRE_FACTOR = 2;

/**
 * The live web as a page source. Cookies live as long as one chain of redirects, nothing is cached, and only HTTP/1.1
 * is spoken. docs/fetching.md lists all that is refused.
 *
 * @throws RangeError for an invalid proxy or allowed network
 */
export function createLiveSource(options: LiveSourceOptions): LiveSource {
  checkPolicy(options);
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const resolve = options.resolve ?? systemResolver(options);
  const proxy = proxyOf(options.environment ?? {});
  const maxBytesOf = (kind: RequestKind) => options.maxBytes?.[kind] ?? KINDS[kind].maxBytes;
  const maxAnswerBytes =
    MAX_HEADER_BYTES + WIRE_FACTOR * Math.max(...(Object.keys(KINDS) as RequestKind[]).map(maxBytesOf));
  const connect = guardedConnector(options, resolve, timeouts.connectMs, maxAnswerBytes);
  const connections = connectionsFor(
    {
      connect,
      allowH2: false,
      pipelining: 1,
      maxHeaderSize: MAX_HEADER_BYTES,
      connectTimeout: timeouts.connectMs,
      headersTimeout: timeouts.headersMs,
      bodyTimeout: timeouts.silenceMs,
    },
    proxy,
  );

  /** One request without redirects. The body of a redirect is not read, because it may never end. */
  async function send(
    url: URL,
    kind: RequestKind,
    request: Partial<Dispatcher.DispatchOptions>,
    signal: AbortSignal,
    onSent?: () => void,
  ): Promise<Exchange> {
    if (proxy !== undefined) await checkBeforeProxy(url, options, resolve);
    return connections.use(url.origin, (dispatcher) =>
      exchange(
        dispatcher,
        { method: 'GET', ...request, origin: url.origin, path: `${url.pathname}${url.search}` },
        (head) => {
          if (redirectTarget(head) !== undefined) return undefined;
          return head.statusCode >= 400
            ? { maxBytes: ERROR_BODY_BYTES, overflow: 'truncate' }
            : { maxBytes: maxBytesOf(kind), overflow: KINDS[kind].overflow, takesCut: kind === 'feed' };
        },
        signal,
        onSent,
      ),
    );
  }

  /** Asks again where only the strict parser refused the answer, and reads it as browsers do. */
  async function sendTwice(
    url: URL,
    kind: RequestKind,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
    onSent: (() => void) | undefined,
  ): Promise<Exchange> {
    try {
      return await send(url, kind, { headers }, signal, onSent);
    } catch (error) {
      if (proxy !== undefined || !isOnlyIrregular(error)) throw error;
      const answer = await lenientExchange(
        connect,
        url,
        headers,
        MAX_HEADER_BYTES + 2 * maxBytesOf(kind),
        signal,
      );
      if (answer === undefined) throw error;
      if (answer.body.byteLength > maxBytesOf(kind))
        throw new BodyTooLargeError(`it sends more than ${maxBytesOf(kind)} bytes`);
      return { ...answer, isIrregular: true };
    }
  }

  async function finish(
    answer: Exchange,
    url: URL,
    redirects: PageResponse['redirects'],
    kind: RequestKind,
    broughtCookie: boolean,
  ): Promise<PageResponse> {
    const headers = joined(answer.headers);
    const failed = answer.statusCode >= 400;
    const oddities = new Set<Oddity>();
    if (answer.isIrregular === true) oddities.add('irregular');
    if (answer.isCut === true) oddities.add('cut');
    if (broughtCookie) oddities.add('cookie');
    const body = await unpackBody(answer.body, headers['content-encoding'], {
      maxBytes: failed ? ERROR_BODY_BYTES : maxBytesOf(kind),
      overflow: failed ? 'truncate' : KINDS[kind].overflow,
      unpackFiles: kind === 'sitemap' && !failed,
      onHidden: () => oddities.add('packed'),
      onDamaged: () => oddities.add('damaged'),
    });
    return { status: answer.statusCode, url: url.href, redirects, headers, body, oddities: [...oddities] };
  }

  async function get(request: PageRequest): Promise<PageResponse> {
    const deadline = startDeadline(request.url, timeouts.totalMs, request.signal);
    let hop = request.url;
    try {
      let url = requestUrl(hop, options);
      const redirects: { from: string; to: string; status: number }[] = [];
      const headers = headersOf(request, options.userAgent);
      const cookies = chainCookies();
      const seen = new Set<string>();
      for (;;) {
        const cookie = cookies.headerFor(url);
        const sent = cookie === undefined ? headers : { ...headers, cookie };
        // The same request with the same cookies would get the same answer.
        const isCircle = seen.has(`${url.href}\n${cookie ?? ''}`);
        if (isCircle) refuseLoop(request.url, url.href);
        seen.add(`${url.href}\n${cookie ?? ''}`);
        const answer = await sendTwice(url, request.kind, sent, deadline.signal, request.onSent);
        const to = redirectTarget(answer);
        if (to === undefined) return await finish(answer, url, redirects, request.kind, cookie !== undefined);
        hop = URL.parse(to, url)?.href ?? to;
        const next = requestUrl(hop, options);
        redirects.push({ from: url.href, to: next.href, status: answer.statusCode });
        refuseEndless(request.url, redirects);
        cookies.keep(url, answer.headers);
        // It waits for its turn at the host, which is not the server's slowness.
        await deadline.without(async () => request.beforeHop?.(next.href));
        deadline.signal.throwIfAborted();
        url = next;
      }
    } catch (error) {
      throw toFetchError(deadline.signal.aborted ? deadline.signal.reason : error, request.url, hop);
    } finally {
      deadline.clear();
    }
  }

  return {
    notices: proxy === undefined ? [] : [PROXY_NOTICE],
    get,
    async post({ url: text, form, signal }) {
      const deadline = startDeadline(text, timeouts.totalMs, signal);
      try {
        const url = requestUrl(text, options);
        const headers = {
          'user-agent': options.userAgent,
          'content-type': 'application/x-www-form-urlencoded',
        };
        const answer = await send(
          url,
          'page',
          { method: 'POST', headers, body: form.toString() },
          deadline.signal,
        );
        return await finish(answer, url, [], 'page', false);
      } catch (error) {
        throw toFetchError(deadline.signal.aborted ? deadline.signal.reason : error, text, text);
      } finally {
        deadline.clear();
      }
    },
    close: () => connections.close(),
  };
}

/**
 * Through a proxy we cannot pin the connection to an address. What our own resolver says is checked all the same. A
 * name that only the proxy can resolve is left to it.
 */
async function checkBeforeProxy(url: URL, policy: AddressPolicy, resolve: Resolve): Promise<void> {
  await resolveChecked(url.hostname.replace(/^\[|\]$/g, ''), policy, resolve).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === undefined) throw error;
    },
  );
}

function headersOf(request: PageRequest, agent: string): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': agent,
    accept: KINDS[request.kind].accept,
    'accept-encoding': 'gzip, deflate, br, zstd',
  };
  // A validator with characters that no header may carry is left out; asking without it is always correct.
  if (isHeaderValue(request.etag)) headers['if-none-match'] = request.etag;
  if (isHeaderValue(request.lastModified)) headers['if-modified-since'] = request.lastModified;
  return headers;
}

function isHeaderValue(value: string | undefined): value is string {
  return value !== undefined && value !== '' && /^[\x20-\x7e\x80-\xff]+$/.test(value);
}

function joined(headers: Exchange['headers']): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && name !== 'set-cookie')
      flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
