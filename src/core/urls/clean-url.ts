import { withoutAmp } from './amp.ts';
import { isTrackingParameter } from './tracking-parameters.ts';

/** Longer addresses are left unchanged: no real link is so long, and cleaning hostile ones could be slow. */
const MAX_LENGTH = 8_192;

/**
 * The address without tracking parameters, AMP parts and fragment. The rest keeps its order and encoding. Anything
 * but an absolute http(s) address is returned trimmed.
 */
export function cleanUrl(url: string): string {
  const trimmed = url.trim();
  if (trimmed.length > MAX_LENGTH) return trimmed;
  const parsed = URL.parse(trimmed);
  return parsed === null ? trimmed : (cleaned(parsed)?.href ?? trimmed);
}

/** The same for a parsed address; undefined for anything but http and https. */
export function cleaned(url: URL): URL | undefined {
  const parsed = withoutAmp(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return undefined;
  // Assigning to a part of a URL, even the same value, parses the whole address again.
  const search = cleanQuery(parsed.search);
  if (search !== parsed.search || (search === '' && parsed.href.includes('?'))) parsed.search = search;
  if (parsed.href.includes('#') && !isRoute(parsed.hash)) parsed.hash = '';
  if (parsed.username !== '') parsed.username = '';
  if (parsed.password !== '') parsed.password = '';
  return parsed;
}

/** `#!/story/1` and `#/story/1` identify a page on sites that are rendered in the browser. */
function isRoute(hash: string): boolean {
  return hash.startsWith('#!') || hash.startsWith('#/');
}

function cleanQuery(search: string): string {
  if (search.length < 2) return '';
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => {
      const [name = '', value = ''] = pair.split('=', 2);
      return pair !== '' && !isTrackingParameter(decode(name), decode(value));
    });
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return part;
  }
}
