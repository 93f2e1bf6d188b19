import { cookieJar } from './cookie-jar.ts';

/** A browser as far as forms need one: it keeps cookies and finds the sign in a form. */
export interface WebVisitor {
  readonly jar: Map<string, string>;
  get(path: string): Promise<Response>;
  /** Sends the fields with the sign of a form of `page`. */
  post(page: string, path: string, fields: Record<string, string>): Promise<Response>;
}

export function webVisitor(base: string, headers: Record<string, string> = {}): WebVisitor {
  const { jar, send: sendTo } = cookieJar();
  const send = (path: string, init: RequestInit = {}) => sendTo(new URL(path, base), { ...init, headers });
  return {
    jar,
    get: (path) => send(path),
    async post(page, path, fields) {
      const csrf = /name="csrf" value="([^"]+)"/.exec(await (await send(page)).text())?.[1] ?? '';
      return send(path, { method: 'POST', body: new URLSearchParams({ csrf, ...fields }) });
    },
  };
}
