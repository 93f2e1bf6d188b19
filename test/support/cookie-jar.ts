export interface CookieJar {
  /** Values by name. */
  readonly jar: Map<string, string>;
  /** Asks for a page as a browser does, without following redirects, and keeps the cookies of the answer. */
  send(url: URL, init?: RequestInit): Promise<Response>;
}

/** A browser's cookies as far as log-in tests need them: one jar for all hosts and paths. */
export function cookieJar(): CookieJar {
  const jar = new Map<string, string>();
  return {
    jar,
    async send(url, init = {}) {
      const response = await fetch(url, {
        redirect: 'manual',
        ...init,
        headers: {
          accept: 'text/html',
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(init.headers as Record<string, string> | undefined),
        },
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      return response;
    },
  };
}
