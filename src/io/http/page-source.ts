/** Where bytes come from: the live web, or a recording of it. The pipeline knows only this. */
export interface PageSource {
  /**
   * Fetches one URL, following redirects. Every HTTP status is a value.
   * @throws FetchError when no answer came
   */
  get(request: PageRequest): Promise<PageResponse>;
}

export interface PageRequest {
  readonly url: string;
  readonly kind: 'feed' | 'page' | 'robots' | 'sitemap';
  /** ETag and Last-Modified of the copy that we hold; with them the answer may be 304. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Awaited before a redirect to this address is followed. */
  readonly beforeHop?: ((url: string) => Promise<void>) | undefined;
  /** Called as the request is sent, and again for each redirect that is followed. A recording sends nothing. */
  readonly onSent?: (() => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface PageResponse {
  readonly status: number;
  /** After redirects. */
  readonly url: string;
  readonly redirects: readonly { readonly from: string; readonly to: string; readonly status: number }[];
  /** Names in lower case; several values of one name joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decompressed; empty for a 304. */
  readonly body: Uint8Array;
  /** Faults of the server that were made up for; undefined for a recording, which holds the corrected answer. */
  readonly oddities?: readonly Oddity[];
}

/**
 * `irregular`: HTTP that only browsers accept. `packed`: gzip that no header announces. `cookie`: the server answers
 * only after its redirect's cookie came back. `cut`: the connection ended before the body of a feed did. `damaged`: the
 * check sum of the compressed data is wrong.
 */
export type Oddity = 'irregular' | 'packed' | 'cookie' | 'cut' | 'damaged';

/** Why no answer came. `transient` ones are worth another attempt; the others are not. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly code: FetchErrorCode;
  readonly transient: boolean;
  readonly url: string;
  constructor(code: FetchErrorCode, url: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.url = url;
    this.transient = !PERMANENT.has(code);
  }
}

export type FetchErrorCode =
  | 'bad-url'
  | 'forbidden-address'
  | 'too-large'
  | 'too-many-redirects'
  | 'bad-encoding'
  | 'timeout'
  | 'dns'
  | 'connection'
  | 'tls'
  /** Something answered, but not in HTTP. */
  | 'bad-response'
  | 'aborted'
  | 'not-recorded';

const PERMANENT: ReadonlySet<FetchErrorCode> = new Set(['bad-url', 'forbidden-address', 'not-recorded']);
