/** How much of a page's beginning is searched for a forward. UTF-16 units. */
const HEAD = 100_000;
/** A page that forwards later than this is meant to be read. Seconds. */
const LONGEST_DELAY = 10;

const META = /<meta\b[^>]{0,2000}>/gi;
const IS_REFRESH = /http-equiv\s*=\s*["']?\s*refresh\b/i;
const CONTENT = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;
const REFRESH = /^\s*(\d{1,4}|(?=\.\d))(?:\.\d*)?\s*[;,\s]\s*(?:url\s*=\s*)?(.*)$/is;
const SCRIPT =
  /\b(?:location(?:\.href)?\s*=|location\.(?:replace|assign)\s*\(|window\.open\s*\()\s*(?:`(https?:[^`$]{1,2000})`|"([^"\\]{1,2000}(?:\\.[^"\\]{0,2000}){0,50})"|'([^'\\]{1,2000}(?:\\.[^'\\]{0,2000}){0,50})')/i;
/** An attribute that holds the article's address, as in Google News. */
const DATA_ADDRESS = /\bdata-(?:n-au|(?:redirect|destination|target)-?ur[il])\s*=\s*"(https?:[^"]{1,2000})"/i;
const LINK = /<a\b[^>]{0,2000}?\bhref\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s"'>]{1,2000}))/gi;
const BASE = /<base\b[^>]{0,500}?\bhref\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s"'>]{1,2000}))/i;
/** A script that first puts the address into a variable. */
const VARIABLE = /\blocation(?:\.href)?\s*=\s*([a-z_]\w{0,40})\s*[;\n<]/i;

/**
 * The address that a page forwards to: by the header `Refresh`, by `http-equiv=refresh`, by a script that does nothing else, or, on an
 * interstitial, by its only link to another host. For pages that are not the article themselves.
 *
 * @param refresh the header `Refresh` of the answer
 * @returns an absolute http(s) address other than the page's own
 */
export function forwardTarget(html: string, pageUrl: string, refresh?: string): string | undefined {
  const head = html.slice(0, HEAD).replace(/<!--(?!\[if)[^]{0,1000}?-->/g, '');
  const base = baseOf(head, pageUrl);
  const candidates = [
    refresh === undefined ? undefined : addressIn(refresh),
    refreshOf(head),
    DATA_ADDRESS.exec(head)?.[1],
    scriptOf(head),
    onlyLink(head, pageUrl, base),
  ];
  for (const candidate of candidates) {
    const url = candidate === undefined ? null : URL.parse(unescaped(candidate), base);
    if (url === null || !/^https?:$/.test(url.protocol)) continue;
    url.hash = '';
    if (url.href !== withoutHash(pageUrl)) return url.href;
  }
  return undefined;
}

/** The address that relative ones belong to: that of the first `<base href>`, else the page's own. */
function baseOf(head: string, pageUrl: string): string {
  const found = BASE.exec(head);
  const href = found?.[1] ?? found?.[2] ?? found?.[3];
  return (href === undefined ? null : URL.parse(unescaped(href).trim(), pageUrl))?.href ?? pageUrl;
}

function refreshOf(head: string): string | undefined {
  for (const [tag] of head.matchAll(META)) {
    if (!IS_REFRESH.test(tag)) continue;
    const content = CONTENT.exec(tag);
    const address = addressIn(content?.[1] ?? content?.[2] ?? content?.[3] ?? '');
    if (address !== undefined) return address;
  }
  return undefined;
}

/** `0; url=/story` → `/story`; undefined without an address and after a long delay. */
function addressIn(refresh: string): string | undefined {
  const [, seconds, target = ''] = REFRESH.exec(refresh) ?? [];
  if (seconds === undefined || Number(seconds) > LONGEST_DELAY) return undefined;
  const address = unescaped(target)
    .trim()
    .replace(/^(["'])([^"']*)\1?$/s, '$2')
    .trim();
  return address === '' ? undefined : address;
}

function scriptOf(head: string): string | undefined {
  const name = VARIABLE.exec(head)?.[1];
  const found =
    SCRIPT.exec(head) ??
    (name === undefined
      ? null
      : new RegExp(String.raw`\b${name}\s*=\s*(?:"(https?:[^"]{1,2000})"|'(https?:[^']{1,2000})')`).exec(
          head,
        ));
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.replace(
    /\\x([\da-f]{2})|\\u([\da-f]{4})|\\(.)/gi,
    (_, x, u, other) => (other === undefined ? String.fromCharCode(Number.parseInt(x ?? u, 16)) : other),
  );
}

/** The only other host's address that an interstitial links to; undefined where it links to several. */
function onlyLink(head: string, pageUrl: string, base: string): string | undefined {
  const own = URL.parse(pageUrl)?.hostname;
  const found = new Set<string>();
  for (const [, one, other, bare] of head.matchAll(LINK)) {
    const url = URL.parse(unescaped(one ?? other ?? bare ?? ''), base);
    if (url !== null && /^https?:$/.test(url.protocol) && url.hostname !== own && url.pathname !== '/')
      found.add(url.href);
    if (found.size > 1) return undefined;
  }
  return [...found][0];
}

function unescaped(attribute: string): string {
  return attribute
    .replace(/&(?:amp|#38|#x26);/gi, '&')
    .replace(/&(?:quot|#34|#x22);/gi, '"')
    .replace(/&(?:apos|#39|#x27);/gi, "'")
    .replace(/&(?:#47|#x2f|sol);/gi, '/')
    .replace(/&(?:#58|#x3a|colon);/gi, ':');
}

function withoutHash(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return url;
  parsed.hash = '';
  return parsed.href;
}
