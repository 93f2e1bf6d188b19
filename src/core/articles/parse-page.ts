import { DomHandler, type Document } from 'domhandler';
import { Parser } from 'htmlparser2';

/** Pages are cut here, in UTF-16 units: the longest real article pages, scripts included, stay well below. */
const MAX_CHARS = 10_000_000;
/** Elements open at once. Browsers stop nesting at 512; unclosed `<font>` pages reach a few hundred. */
const MAX_DEPTH = 1_500;
/** How much is parsed between two looks at the depth. */
const CHUNK_CHARS = 32_768;

/**
 * Parses HTML into a domhandler tree with htmlparser2, in time linear in the input.
 *
 * The parser keeps its open elements in an array that is searched and shifted for every tag, so nesting
 * without end would cost quadratic time; parsing stops where the nesting passes `MAX_DEPTH`.
 */
export function parsePage(html: string): Document {
  const nesting = { now: 0, deepest: 0 };
  const handler = new DomHandler();
  const parser = new Parser({
    onparserinit: (p) => handler.onparserinit(p),
    onopentag(name, attributes) {
      nesting.now++;
      nesting.deepest = Math.max(nesting.deepest, nesting.now);
      handler.onopentag(name, attributes);
    },
    onclosetag() {
      nesting.now--;
      handler.onclosetag();
    },
    ontext: (text) => handler.ontext(text),
    onend: () => handler.onend(),
    onerror: (error) => handler.onerror(error),
  });
  const end = Math.min(html.length, MAX_CHARS);
  for (let at = 0; at < end && nesting.deepest <= MAX_DEPTH; at += CHUNK_CHARS) {
    parser.write(html.slice(at, Math.min(end, at + CHUNK_CHARS)));
  }
  parser.end();
  return handler.root;
}
