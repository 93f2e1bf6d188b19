/** Where bytes come from: the live web, or a recording of it. The pipeline knows only this. */
export interface PageSource {
  /**
   * Fetches one URL, following redirects.
   * Every HTTP status is a value; what kept an answer from coming is a `FetchError`.
   */
  get(request: PageRequest): Promise<PageResponse>;
}

export interface PageRequest {
  readonly url: string;
  readonly kind: 'feed' | 'page' | 'robots' | 'sitemap';
  /** Validators of the copy we hold: a 304 may come back. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Waited for before a redirect is followed to this address. */
  readonly beforeHop?: ((url: string) => Promise<void>) | undefined;
  /** Called as the request goes out, and again for each redirect that is followed. A recording sends nothing. */
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
  /** What other servers do not do, and was made up for; undefined for a recording, which holds the answer as read. */
  readonly oddities?: readonly Oddity[];
}

/**
 * `irregular`: HTTP only as browsers read it. `packed`: gzip that no header announces. `cookie`: answers only who
 * brings back the cookie that its redirect sets.
 */
export type Oddity = 'irregular' | 'packed' | 'cookie';

/** Why no answer came. `transient` ones are worth another try; the others are not. */
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
