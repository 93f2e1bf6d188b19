import { canonicalUrl } from '../urls/canonical-url.ts';

/** Parameters and path parts that identify a visit and not a page. */
const SESSION_PARAMETER =
  /^(?:jsessionid|phpsessid|aspsessionid\w*|cfid|cftoken|sessionid|session_id|session|sess|s?sid)$/i;
const SESSION_PATH = /;(?:jsessionid|phpsessid|sid)=[^/?#;]*/gi;
const LONG_TOKEN = /^[\da-z_-]{12,}$/i;

/**
 * A link in a form that survives the publisher's usual changes: without scheme, `www.`, mobile and AMP forms,
 * tracking and session parameters, a slash at the end, and the fragment, unless that names a page of its own.
 */
export function linkKey(link: string): string {
  const url = URL.parse(canonicalUrl(link, undefined));
  if (url === null) return link;
  const host = url.hostname.replace(/^www\./, '') + (url.port === '' ? '' : `:${url.port}`);
  const path = url.pathname.replace(SESSION_PATH, '').replace(/\/(?:index\.(?:html?|php))?$/, '');
  return `${host}${path}${withoutSession(url.search)}${url.hash}`;
}

function withoutSession(search: string): string {
  if (search === '') return '';
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => {
      const [name = '', value = ''] = pair.split('=', 2);
      return !(SESSION_PARAMETER.test(name) && LONG_TOKEN.test(value));
    });
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

/** The part of a link's key before its query. It stays the same when the query is a changing token. */
export function pathOfKey(key: string): string {
  return key.split(/[?#]/, 1)[0] ?? key;
}

/** Whether a link's key looks like an article's, not like a list's or a home page's. */
export function isArticleKey(key: string): boolean {
  const slash = key.indexOf('/');
  if (slash < 0) return false;
  const path = pathOfKey(key);
  const last = path.slice(path.lastIndexOf('/') + 1);
  return (
    /\d{3}/.test(last) ||
    last.split(/[-_]/).length > 3 ||
    last.length > 30 ||
    (last !== '' && /\/(?:19|20)\d\d\/(?:0?[1-9]|1[0-2])\//.test(path)) ||
    isNumberedKey(key)
  );
}

/** Whether a parameter, and not the path, identifies the article. */
export function isNumberedKey(key: string): boolean {
  return /[?&](?:id|p|artid|newsid|aid|story)=/i.test(key);
}
