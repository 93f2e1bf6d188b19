import { canonicalUrl } from '../urls/canonical-url.ts';
import { cleanUrl } from '../urls/clean-url.ts';

/**
 * The forms of an address under which its article may be stored: as given, without tracking parameters, on its main
 * host; each with http and https, with and without `www.` and a final slash. An invalid address is returned alone.
 */
export function addressForms(address: string): string[] {
  const forms = new Set([address.trim()]);
  for (const form of [address.trim(), cleanUrl(address), canonicalUrl(address, undefined)]) {
    if (!URL.canParse(form)) continue;
    const { protocol } = new URL(form);
    if (protocol !== 'http:' && protocol !== 'https:') continue;
    for (const scheme of ['https:', 'http:'])
      for (const www of [true, false])
        for (const slash of [true, false]) forms.add(variant(new URL(form), scheme, www, slash));
  }
  return [...forms];
}

function variant(url: URL, scheme: string, www: boolean, slash: boolean): string {
  url.protocol = scheme;
  const bare = url.hostname.replace(/^www\./, '');
  url.hostname = www ? `www.${bare}` : bare;
  url.pathname = `${url.pathname.replace(/\/+$/, '')}${slash ? '/' : ''}`;
  return url.href;
}
