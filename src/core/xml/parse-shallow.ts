import { type Handler, Parser } from 'htmlparser2';

/** htmlparser2 moves its whole stack at each opening tag, so deep nesting would take it minutes. */
const MAX_DEPTH = 100;
/** UTF-16 units parsed at a time; the depth is checked after each piece. */
const PIECE = 16_384;

/**
 * Parses XML, however damaged, in linear time. Stops where elements are nested deeper than any list of feeds or
 * pages.
 *
 * @returns whether the text was read to its end
 */
export function parseShallow(text: string, handler: Partial<Handler>): boolean {
  let depth = 0;
  let isTooDeep = false;
  const parser = new Parser(
    {
      ...handler,
      onopentag(name, attributes, isImplied) {
        depth += 1;
        if (depth > MAX_DEPTH) isTooDeep = true;
        else handler.onopentag?.(name, attributes, isImplied);
      },
      onclosetag(name, isImplied) {
        if (depth <= MAX_DEPTH) handler.onclosetag?.(name, isImplied);
        depth -= 1;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < text.length; at += PIECE) {
    if (isTooDeep) return false;
    parser.write(text.slice(at, at + PIECE));
  }
  parser.end();
  return !isTooDeep;
}
