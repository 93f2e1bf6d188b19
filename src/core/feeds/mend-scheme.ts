/** `https://https://a.example/x`, `http://https//a.example/x`: the last of several schemes is the one that was meant. */
const DOUBLED = /^(?:https?:?\/{0,3}){1,4}(?=https?:?\/\/)/i;
/** `https://a.examplehttps://a.example/x`: the site's address before an address that is whole already. */
const GLUED = /^https?:\/\/[^/?#]{1,253}?(?=https?:\/\/)/i;
/** `https//a.example`, `https:/a.example`, `http:a.example`. */
const MAIMED = /^(https?)(?::\/?|\/\/)(?=[\w-]{1,63}\.[\w-])/i;

/**
 * The address that was meant, where a publisher's template wrote the scheme twice or not whole. An address inside the
 * path of another host stays: that is how archives and proxies name pages.
 */
export function mendScheme(address: string): string {
  if (!/^https?\b/i.test(address)) return address;
  const single = address.replace(DOUBLED, '').replace(GLUED, '');
  const whole = single.replace(MAIMED, '$1://');
  return withoutOwnSite(whole);
}

/** `https://a.example/https://a.example/x` */
function withoutOwnSite(address: string): string {
  const found = /^https?:\/\/([^/?#]{1,253})\/+(?=https?:\/\/)/i.exec(address);
  if (found === null) return address;
  const inner = address.slice(found[0].length);
  const host = /^https?:\/\/([^/?#]{1,253})/i.exec(inner)?.[1];
  return host?.toLowerCase() === found[1]?.toLowerCase() ? inner : address;
}
