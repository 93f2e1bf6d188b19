import { isArticleLike } from '../urls/article-like.ts';
import { cleanUrl } from '../urls/clean-url.ts';

const INDEX = /\/(?:index|default|home|start|startseite|accueil|inicio|main)(?:\.[a-z]{2,5})?$/i;
/** The end of the path of an archive, `/news/2026`. */
const YEAR = /\/(?:19|20)\d\d$/;
/** A path that is only a language or a country. */
const LOCALE = /^\/[a-z]{2}(?:[-_][a-z]{2,4})?$/i;
const LIST =
  /\/(?:news|articles?|archives?|category|categories|tags?|topics?|search|latest|all|blog|posts?|press|404|error|not-?found|actualites?|noticias|nachrichten|aktuelles|notizie|nieuws|aktualnosci|haberler|novosti|tin-tuc)$/i;

/**
 * Whether a request for an article was redirected to the home page, or to a list above or beside the article. Sites
 * do this for articles they no longer have, and to visitors they do not want.
 */
export function isHomeOrList(requested: string, landed: string): boolean {
  if (!URL.canParse(requested) || !URL.canParse(landed)) return false;
  const from = new URL(cleanUrl(requested));
  const to = new URL(cleanUrl(landed));
  const fromPath = pathOf(from);
  const toPath = pathOf(to);
  if (fromPath === toPath && from.search === to.search) return false;
  // `/?p=17` is an article.
  if (/\d/.test(to.search)) return false;
  if (toPath === '') return fromPath !== '' || from.search !== '';
  return fromPath.startsWith(`${toPath}/`) ? YEAR.test(toPath) || !isArticleLike(toPath) : LIST.test(toPath);
}

function pathOf(url: URL): string {
  const path = url.pathname.replace(/\/+$/, '').replace(INDEX, '').replace(/\/+$/, '');
  return LOCALE.test(path) ? '' : path;
}
