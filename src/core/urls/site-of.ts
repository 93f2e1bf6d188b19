import { createRequire } from 'node:module';
import type * as tldts from 'tldts';

// Node keeps the source of a CommonJS package twice if it is imported: here 440 kB more in each thread.
const { getDomain } = createRequire(import.meta.url)('tldts') as typeof tldts;

/** Hosts whose tenants are independent of each other, though the public suffix list does not have them. */
const BLOG_HOSTS: ReadonlySet<string> = new Set([
  'beehiiv.com', 'blog.cz', 'blog.hu', 'blog.ir', 'blog.jp', 'blogcu.com', 'blogfa.com', 'blogfree.net',
  'blogg.no', 'blogg.se', 'blogger.de', 'blogi.fi', 'blogi.pl', 'blogia.com', 'blogs.com',
  'blogsky.com', 'blogspirit.com', 'bloog.pl', 'blox.pl', 'buttondown.email', 'canalblog.com',
  'cocolog-nifty.com', 'diary.ru', 'doorblog.jp', 'dreamwidth.org', 'e-monsite.com', 'egloos.com',
  'eklablog.com', 'eshizuoka.jp', 'exblog.jp', 'fc2.com', 'ghost.io', 'hashnode.dev', 'hatenadiary.jp',
  'jimdo.com', 'jugem.jp', 'livedoor.blog', 'livedoor.jp', 'livejournal.com', 'maktoobblog.com',
  'mataroa.blog', 'medium.com', 'micro.blog', 'mihanblog.com', 'muragon.com', 'myblog.de', 'mystrikingly.com',
  'naturum.ne.jp', 'neocities.org', 'over-blog.com', 'overblog.com', 'persianblog.ir', 'pika.page',
  'pixnet.net', 'posthaven.com', 'rozblog.com', 'seesaa.net', 'skynetblogs.be', 'skyrock.com',
  'squarespace.com', 'strikingly.com', 'substack.com', 'svbtle.com', 'telegra.ph', 'ti-da.net', 'tistory.com',
  'tumblr.com', 'twoday.net', 'typepad.com', 'ucoz.com', 'ucoz.net', 'ucoz.ru', 'unblog.fr', 'webnode.com',
  'webnode.page', 'webry.info', 'weebly.com', 'wordpress.com', 'write.as', 'xuite.net',
]); // biome-ignore format: a table

/**
 * The registrable domain of a host by the public suffix list with private suffixes: each blog of a blog host
 * (`a.blogspot.com`, `b.github.io`) is a site. An IP address, or a name without a known suffix, is its own site.
 */
export function siteOf(host: string): string {
  const name = host.toLowerCase();
  const domain = getDomain(name, { allowPrivateDomains: true });
  if (domain === null) return name;
  if (!BLOG_HOSTS.has(domain) || name === domain) return domain;
  return name
    .split('.')
    .slice(-(domain.split('.').length + 1))
    .join('.');
}
