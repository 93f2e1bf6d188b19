/** `https://https://a.example/x`, `http://https//a.example/x`: of several schemes the last one is right. */
const DOUBLED = /^(?:https?:?\/{0,3}){1,4}(?=https?:?\/\/)/i;
/** `https://a.examplehttps://a.example/x`: the site's address before a complete one. */
const PREFIXED = /^https?:\/\/[^/?#]{1,253}?(?=https?:\/\/)/i;
/** `https//a.example`, `https:/a.example`, `http:a.example`. */
const INCOMPLETE = /^(https?)(?::\/?|\/\/)(?=[\w-]{1,63}\.[\w-])/i;

/**
 * Repairs an address in which a publisher's template wrote the scheme twice or incompletely. An address inside the
 * path of another host stays: archives and proxies name pages like that.
 */
export function repairScheme(address: string): string {
  if (!/^https?\b/i.test(address)) return address;
  const single = address.replace(DOUBLED, '').replace(PREFIXED, '');
  const whole = single.replace(INCOMPLETE, '$1://');
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
