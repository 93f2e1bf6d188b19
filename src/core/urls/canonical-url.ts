import { isArticleLike } from './article-like.ts';
import { cleaned, cleanUrl } from './clean-url.ts';
import { areOtherTenants } from './path-tenant.ts';
import { siteOf } from './site-of.ts';

/** First labels of hosts for mobile and AMP versions. */
const VARIANT_LABEL = /^(?:m|mobile|mobil|amp|touch|wap)$/;

/**
 * The canonical address of a page: the one that the page declares (`rel=canonical`, `og:url`), where plausible, else
 * its own; cleaned, and changed from a mobile or AMP host to the main one.
 *
 * A declared address is accepted when it belongs to the same site and is not the home page or a section in place of
 * an article. Both mistakes are frequent, and a hostile page could claim another site's article.
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

/**
 * Ends of paths that name no article: a home page's file or language, an error, a template variable without value.
 */
const EMPTY_NAME =
  /\/(?:index\.\w{2,5}|default\.\w{2,5}|home|undefined|null|nan|404|error|[a-z]{2}(?:[-_][a-z]{2})?)$/i;
/** Longer declared addresses are ignored; characters. */
const MAX_DECLARED = 2_048;
/** Longer addresses are left as they are. */
const MAX_LENGTH = 8_192;

function toUrl(url: string, base: URL | undefined): URL | undefined {
  if (url.length > MAX_LENGTH) return undefined;
  const parsed = URL.parse(url.trim(), base);
  if (parsed === null) return undefined;
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed : undefined;
}

/** Whether a declared address is accepted; both are cleaned. */
function isPlausible(from: URL, to: URL): boolean {
  if (from.href === to.href) return true;
  if (from.hostname !== to.hostname && siteOf(from.hostname) !== siteOf(to.hostname)) return false;
  const fromPath = from.pathname.replace(/\/+$/, '');
  const toPath = to.pathname.replace(/\/+$/, '');
  if (toPath === '' && (fromPath !== '' || from.search !== '')) return to.search !== '';
  if (EMPTY_NAME.test(toPath) && !EMPTY_NAME.test(fromPath)) return to.search !== '';
  if (to.port !== from.port && to.port !== '') return false;
  if (areOtherTenants(from, to)) return false;
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
  // The label is part of the public suffix: removing it would lead to another site.
  if (siteOf(labels.join('.')) !== site) return url.href;
  const moved = new URL(url);
  moved.hostname = labels.join('.') === site ? `www.${site}` : labels.join('.');
  return moved.href;
}
