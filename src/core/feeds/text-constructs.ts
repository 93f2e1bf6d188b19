import { isUtf8 } from 'node:buffer';
import { withoutCdataMarks } from './cdata-marks.ts';
import type { FeedDocument, FeedNode } from './feed-document.ts';
import { textOf } from './feed-document.ts';
import { escapeMarkup, htmlOf } from './node-html.ts';
import { oneLine, plainText } from './plain-text.ts';
import { decodeReferences } from './references.ts';

/** The declared type of an element's content. RSS declares none. */
type TextType = 'text' | 'html' | 'xhtml' | 'base64' | 'unsaid';

/** Atom 1.0 (RFC 4287, 3.1.1 and 4.1.3.3) and 0.3 (`mode`), and the mixtures of both that occur. */
function typeOf(node: FeedNode, format: FeedDocument['format']): TextType {
  const type = node.attributes['type']?.trim().toLowerCase() ?? '';
  const mode = node.attributes['mode']?.trim().toLowerCase();
  if (format !== 'atom' && !node.name.startsWith('atom:')) return 'unsaid';
  if (mode === 'base64') return 'base64';
  if (type === 'xhtml' || (type.endsWith('xml') && mode !== 'escaped')) return 'xhtml';
  if (type === 'html' || type === 'text/html') return 'html';
  if (mode === 'escaped' && type === '') return 'html';
  if (type === '' || type === 'text' || type.startsWith('text/')) return 'text';
  return /^[\w.-]+\/[\w.+-]+$/.test(type) ? 'base64' : 'text';
}

function decodeBase64(text: string): string {
  const bare = text.replace(/\s+/g, '');
  const bytes = /^[A-Za-z0-9+/_-]*={0,2}$/.test(bare) ? Buffer.from(bare, 'base64') : undefined;
  // An unknown type need not mean base64. If decoding gives no text, the content was plain text.
  return bytes !== undefined && isUtf8(bytes) ? bytes.toString('utf8') : text;
}

/** A title, category or name as plain text on one line; undefined when nothing is left. */
export function titleOf(
  node: FeedNode,
  format: FeedDocument['format'],
  maxLength: number,
): string | undefined {
  const type = typeOf(node, format);
  const inline = node.parts.some((part) => typeof part !== 'string');
  const text =
    type === 'base64'
      ? plainText(decodeBase64(textOf(node)), { maxLength })
      : inline
        ? plainText(htmlOf(node, type === 'html'), { maxLength })
        : type === 'html'
          ? plainText(textOf(node), { maxLength })
          : type === 'unsaid'
            ? plainText(textOf(node), { maxLength, unknownTagsAreText: true })
            : // Publishers escape twice more often than they write about references.
              oneLine(withoutCdataMarks(decodeReferences(textOf(node))), maxLength);
  const plain = LEFT_OVER.test(text) ? withoutLeftOvers(text, maxLength) : text;
  return plain === '' ? undefined : plain;
}

/**
 * A reference that is left was escaped once too often, and so was the markup beside it. Only tags of formatting are
 * removed: a title may be about `<script>`, of which a parser would take all that follows for code.
 */
function withoutLeftOvers(text: string, maxLength: number): string {
  const decoded = decodeReferences(text);
  if (!looksLikeHtml(decoded)) return oneLine(decoded, maxLength);
  return oneLine(decoded.replaceAll(WITHIN_WORDS, '').replaceAll(BETWEEN_LINES, ' '), maxLength);
}

const WITHIN_WORDS = /<\/?(?:a|b|i|em|strong|span)(?:\s[^<>]*)?>/gi;
const BETWEEN_LINES = /<\/?(?:p|div|ul|li|h[1-6]|br)(?:\s[^<>]*)?\/?>/gi;
const LEFT_OVER = /&(?:amp|quot|apos|nbsp|#\d{2,5}|#x[\da-f]{2,4});/i;

/** A summary or content as HTML. */
export function bodyOf(node: FeedNode, format: FeedDocument['format']): string {
  const type = typeOf(node, format);
  if (type === 'base64') return decodeBase64(textOf(node));
  const inline = node.parts.some((part) => typeof part !== 'string');
  if (inline) return withoutCdataMarks(htmlOf(node, type === 'html'));
  return asHtml(textOf(node), type === 'text');
}

/** A text as HTML. It may be declared as plain text and be HTML all the same. */
export function asHtml(written: string, isText: boolean): string {
  const text = withoutCdataMarks(written);
  if (!isText || looksLikeHtml(text)) return text;
  return escapeMarkup(text);
}

/** Whether text declared as plain is HTML: it has a closed tag, or a break. */
function looksLikeHtml(text: string): boolean {
  return /<(?:\/(?:p|div|a|b|i|em|strong|span|ul|li|h[1-6])|br ?\/?)>/i.test(text);
}
