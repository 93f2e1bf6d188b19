/** The length of the beginning that is examined, in UTF-16 units. */
const HEAD = 64 * 1024;

const FEED_START = /<(?:[\w.-]{1,20}:)?(?:rss|feed|rdf|channel)(?=[\s>/])/i;

const HTML_START = /<(?:!doctype\s{1,20}html|html)(?=[\s>])/i;

/** What precedes a feed that a server has wrapped in a page. A page that only quotes a feed has more before it. */
const WRAPPER =
  /^[^<]{0,200}(?:<(?:!doctype\s[^>]{0,200}|\/?(?:html|head|body|pre)\b[^>]{0,200}|\?xml[^>]{0,200})>[^<]{0,200}){1,8}$/i;

/** The kind of a document, by its beginning. The media type of the response is ignored, because it is often wrong. */
export function sniffDocument(text: string): 'xml' | 'json' | 'html' | 'text' | 'binary' | 'empty' {
  const start = text.search(/[^\s\u0000\ufeff]/);
  if (start < 0) return 'empty';
  const head = text.slice(start, start + HEAD);
  if (head[0] === '{' || /^\[\s{0,100}[{\]]/.test(head)) return 'json';
  const feedAt = head.search(FEED_START);
  const before = feedAt < 0 ? head : head.slice(0, feedAt);
  if (HTML_START.test(before) && !(feedAt >= 0 && feedAt < 2000 && WRAPPER.test(before))) return 'html';
  if (feedAt >= 0) return 'xml';
  // Zero bytes and other control characters: a picture or an archive.
  const controls = head.match(/[\u0000-\u0008\u000e-\u001a\ufffd]/g)?.length ?? 0;
  if (controls > head.length / 50) return 'binary';
  if (head.startsWith('<?xml')) return 'xml';
  if (/<(?:head|body|title|meta|script|div|p|h1|table)(?=[\s>])/i.test(head)) return 'html';
  return head[0] === '<' ? 'xml' : 'text';
}
