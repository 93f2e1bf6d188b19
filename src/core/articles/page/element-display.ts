/** Elements whose text is never prose. */
const SKIPPED = [
  'script', 'style', 'noscript', 'svg', 'head', 'iframe', 'frame', 'noframes', 'noembed', 'object', 'embed', 'applet', 'canvas',
  'audio', 'video', 'select', 'option', 'datalist', 'textarea', 'input', 'progress', 'meter', 'map', 'rp', 'rt', 'rtc',
  'title', 'link', 'meta', 'img', 'source', 'track', 'amp-ad', 'amp-sidebar', 'amp-consent', 'amp-analytics', 'dialog',
]; // biome-ignore format: a table

const MEDIA = ['img', 'amp-img', 'picture', 'video', 'amp-video', 'iframe', 'audio'];

const INLINE = [
  'a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'button', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd',
  'label', 'mark', 'q', 'ruby', 'rb', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u',
  'var', 'wbr', 'nobr', 'center',
]; // biome-ignore format: a table

/** How an element affects the text around it; elements that are not listed are blocks. */
export const ELEMENT_DISPLAY: ReadonlyMap<string, 'skipped' | 'media' | 'inline' | 'break' | 'rule'> =
  new Map([
    ...[...SKIPPED].map((name) => [name, 'skipped'] as const),
    ...[...MEDIA].map((name) => [name, 'media'] as const),
    ...[...INLINE].map((name) => [name, 'inline'] as const),
    ['br', 'break'],
    ['hr', 'rule'],
  ]);
