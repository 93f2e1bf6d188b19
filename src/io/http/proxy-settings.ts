export type Environment = Readonly<Record<string, string | undefined>>;

export interface ProxySettings {
  readonly http: string | undefined;
  readonly https: string | undefined;
  /** Hosts that are reached directly, in the syntax of NO_PROXY. */
  readonly except: string;
}

/** What an operator must know when fetches go through a proxy; it belongs in the log at start. */
export const PROXY_NOTICE =
  'Fetches go through a proxy (HTTP_PROXY, HTTPS_PROXY). Addresses are checked here before each request, but the proxy resolves names anew and opens the connections: it must itself refuse private networks.';

/**
 * The proxies that the environment names; lower case wins, as with curl. Undefined where there is none.
 * @throws RangeError for a proxy that is not an http, https or socks5 URL
 */
export function proxyOf(environment: Environment): ProxySettings | undefined {
  const http = proxyUrl(environment['http_proxy'] ?? environment['HTTP_PROXY']);
  const https = proxyUrl(environment['https_proxy'] ?? environment['HTTPS_PROXY']) ?? http;
  if (http === undefined && https === undefined) return undefined;
  return { http, https, except: environment['no_proxy'] ?? environment['NO_PROXY'] ?? '' };
}

function proxyUrl(value: string | undefined): string | undefined {
  if (value === undefined || value.trim() === '') return undefined;
  const text = value.includes('://') ? value.trim() : `http://${value.trim()}`;
  const url = URL.parse(text);
  if (url === null || !/^(https?|socks5?):$/.test(url.protocol)) {
    // The value may hold a password, so it is not repeated.
    throw new RangeError('HTTP_PROXY and HTTPS_PROXY must be URLs such as http://proxy.example:3128');
  }
  return text;
}
