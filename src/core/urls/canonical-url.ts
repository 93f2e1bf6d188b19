import { isArticleLike } from './article-like.ts';
import { cleaned, cleanUrl } from './clean-url.ts';
import { siteOf } from './site-of.ts';

/** First labels of hosts that serve the same pages in another dress. */
const VARIANT_LABEL = /^(?:m|mobile|mobil|amp|touch|wap)$/;

/**
 * The address that stands for a page: what the page declares (`rel=canonical`, `og:url`), where that is plausible,
 * else its own address; cleaned, and moved from a mobile or AMP host to the main one.
 *
 * A declared address is believed when it is of the same site and does not name the home page or a section in
 * place of an article: both mistakes are common, and a hostile page could claim another site's article.
 */
export function canonicalUrl(pageUrl: string, declared: string | undefined): string {
  const page = toUrl(pageUrl, undefined);
  const clean = page === undefined ? undefined : cleaned(page);
  const own = clean === undefined ? cleanUrl(pageUrl) : onMainHost(clean);
  if (declared === undefined || declared.trim() === '' || declared.length > MAX_DECLARED) return own;
  const said = toUrl(declared.trim(), page);
  const cleanSaid = said === undefined ? undefined : cleaned(said);
  if (cleanSaid === undefined || (clean !== undefined && !isPlausible(clean, cleanSaid))) return own;
  return onMainHost(cleanSaid);
}

/** Ends of paths that name no article: a home page by its file or language, an error, a variable without a value. */
const EMPTY_NAME =
  /\/(?:index\.\w{2,5}|default\.\w{2,5}|home|undefined|null|nan|404|error|[a-z]{2}(?:[-_][a-z]{2})?)$/i;
/** Whose page it is, on a host that many write on. */
const TENANT = /^\/[@~][^/]+/;
/** Longer declared addresses are not believed; characters. */
const MAX_DECLARED = 2_048;
/** Longer addresses are left as they are. */
const MAX_LENGTH = 8_192;

function toUrl(url: string, base: URL | undefined): URL | undefined {
  if (url.length > MAX_LENGTH) return undefined;
  const parsed = URL.parse(url.trim(), base);
  if (parsed === null) return undefined;
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed : undefined;
}

/** Both without tracking parameters and their like. */
function isPlausible(from: URL, to: URL): boolean {
  if (from.hostname !== to.hostname && siteOf(from.hostname) !== siteOf(to.hostname)) return false;
  const fromPath = from.pathname.replace(/\/+$/, '');
  const toPath = to.pathname.replace(/\/+$/, '');
  if (toPath === '' && (fromPath !== '' || from.search !== '')) return to.search !== '';
  if (EMPTY_NAME.test(toPath) && !EMPTY_NAME.test(fromPath)) return to.search !== '';
  if (to.port !== from.port && to.port !== '') return false;
  const tenant = TENANT.exec(toPath)?.[0];
  if (tenant !== undefined && tenant !== TENANT.exec(fromPath)?.[0] && TENANT.test(fromPath)) return false;
  const isParent = fromPath.startsWith(`${toPath}/`);
  return !isParent || isArticleLike(toPath);
}

function onMainHost(url: URL): string {
  const labels = url.hostname.split('.');
  const at = labels.findIndex((label) => VARIANT_LABEL.test(label));
  if (at < 0) return url.href;
  const site = siteOf(url.hostname);
  if (labels.slice(at).join('.') === site) return url.href;
  labels.splice(at, 1);
  // Where the label is part of the public suffix, another site would be left.
  if (siteOf(labels.join('.')) !== site) return url.href;
  const moved = new URL(url);
  moved.hostname = labels.join('.') === site ? `www.${site}` : labels.join('.');
  return moved.href;
}
