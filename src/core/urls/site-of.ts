import { getDomain } from 'tldts';

/** Hosts whose tenants are independent of each other, though the public suffix list does not have them. */
const BLOG_HOSTS: ReadonlySet<string> = new Set([
  'beehiiv.com',
  'blog.jp',
  'blogfa.com',
  'blogg.se',
  'canalblog.com',
  'cocolog-nifty.com',
  'exblog.jp',
  'fc2.com',
  'ghost.io',
  'hashnode.dev',
  'jimdo.com',
  'livejournal.com',
  'livedoor.blog',
  'medium.com',
  'over-blog.com',
  'pixnet.net',
  'seesaa.net',
  'substack.com',
  'tistory.com',
  'tumblr.com',
  'typepad.com',
  'weebly.com',
  'wordpress.com',
]);

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
