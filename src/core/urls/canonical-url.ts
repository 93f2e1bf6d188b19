import { cleanUrl } from './clean-url.ts';
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
  const own = onMainHost(cleanUrl(pageUrl));
  if (declared === undefined || declared.trim() === '' || declared.length > 2_048) return own;
  const said = toUrl(declared.trim(), page);
  if (said === undefined) return own;
  if (page !== undefined && !isPlausible(page, said)) return own;
  return onMainHost(cleanUrl(said.href));
}

function toUrl(url: string, base: URL | undefined): URL | undefined {
  if (!URL.canParse(url, base)) return undefined;
  const parsed = new URL(url, base);
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed : undefined;
}

function isPlausible(page: URL, said: URL): boolean {
  if (siteOf(page.hostname) !== siteOf(said.hostname)) return false;
  const from = new URL(cleanUrl(page.href));
  const to = new URL(cleanUrl(said.href));
  const fromPath = from.pathname.replace(/\/+$/, '');
  const toPath = to.pathname.replace(/\/+$/, '');
  if (toPath === '' && (fromPath !== '' || from.search !== '')) return to.search !== '';
  const isParent = fromPath.startsWith(`${toPath}/`);
  return !isParent || isArticleLike(toPath);
}

/** An id or a slug of several words at the end of a path. */
function isArticleLike(path: string): boolean {
  const last = path.slice(path.lastIndexOf('/') + 1);
  return /\d{3}/.test(last) || last.split(/[-_]/).length > 3;
}

function onMainHost(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  const site = siteOf(parsed.hostname);
  const labels = parsed.hostname.split('.');
  const at = labels.findIndex((label) => VARIANT_LABEL.test(label));
  if (at < 0 || labels.slice(at).join('.') === site) return url;
  labels.splice(at, 1);
  // Where the label is part of the public suffix, another site would be left.
  if (siteOf(labels.join('.')) !== site) return url;
  parsed.hostname = labels.join('.') === site ? `www.${site}` : labels.join('.');
  return parsed.href;
}
