/** Hosts whose tenants are the first part of the path, for which the public suffix list has no place. */
const BY_PATH: ReadonlySet<string> = new Set([
  'ameblo.jp', 'bitbucket.org', 'blog.csdn.net', 'blog.daum.net', 'blog.goo.ne.jp', 'blog.naver.com', 'blog.sina.com.cn',
  'bloglovin.com', 'cnblogs.com', 'dev.to', 'facebook.com', 'github.com', 'gitlab.com', 'hackernoon.com', 'instagram.com',
  'juejin.cn', 'medium.com', 'note.com', 'post.naver.com', 'qiita.com', 'scoop.it', 't.me', 'telegra.ph', 'threads.net',
  'twitter.com', 'vk.com', 'weibo.com', 'x.com', 'zenn.dev',
]); // biome-ignore format: a table

/** Parts of a path after which a tenant's name comes, on any host. */
const BEFORE_NAME = /^(?:user|users|u|profile|member|members|people|blogs?|view|r|c|channel|author|sites?)$/i;
/** `t.me/s/name`: a preview of what the name publishes. */
const PREFIX = /^s$/;
/** On such hosts these parts name an article without its tenant. */
const NO_NAME = /^(?:p|article|articles|post|posts|status|topic|i)$/i;
/** Parameters that name a tenant. */
const PARAMETERS = ['blogId', 'blogid', 'blog_id', 'userid', 'user_id'];

/** The tenant of a host that many publish on, and whether the host is known for it. */
interface PathTenant {
  readonly name: string;
  readonly isSure: boolean;
}

/** The tenant of an address, where the path or a parameter names it: `/@name`, `/~name`, `/view/name`, `?blogId=`. */
function pathTenant(url: URL): PathTenant | undefined {
  const host = url.hostname.replace(/^(?:www|m|mobile)\./, '');
  for (const parameter of url.search === '' ? [] : PARAMETERS) {
    const named = url.searchParams.get(parameter);
    if (named !== null && named !== '') return { name: named.toLowerCase(), isSure: true };
  }
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const [first = '', second = ''] = parts;
  if (/^[@~]./.test(first)) return { name: first.toLowerCase(), isSure: true };
  if (BY_PATH.has(host)) {
    const name = PREFIX.test(first) ? second : first;
    // A path of one part has only the article. A part with a dot is a program, whose parameters name the tenant.
    return parts.length < 2 || name === '' || NO_NAME.test(name) || name.includes('.')
      ? undefined
      : { name: name.toLowerCase(), isSure: true };
  }
  const at = parts.findIndex((part) => BEFORE_NAME.test(part));
  const name = at < 0 || at > 1 ? undefined : parts[at + 1];
  if (name === undefined || at + 2 >= parts.length) return undefined;
  return { name: `${parts[at]}/${name}`.toLowerCase(), isSure: false };
}

/**
 * Whether two addresses of one host belong to different tenants. Where the tenant is only likely, its part of the
 * path may be a section instead, and an article may be in two sections: addresses with the same last part then belong
 * together.
 */
export function areOtherTenants(one: URL, other: URL): boolean {
  const mine = pathTenant(one);
  const theirs = mine === undefined ? undefined : pathTenant(other);
  if (mine === undefined || theirs === undefined || mine.name === theirs.name) return false;
  if (mine.isSure !== theirs.isSure) return false;
  return mine.isSure || !isSlug(lastPart(one)) || lastPart(one) !== lastPart(other);
}

function lastPart(url: URL): string {
  return url.pathname.split('/').findLast((part) => part !== '') ?? '';
}

/** A number alone may be another article's, too. */
function isSlug(name: string): boolean {
  return name.length >= 10 && /[a-z]/i.test(name);
}
