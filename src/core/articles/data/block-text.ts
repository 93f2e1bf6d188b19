/** Deeper parts of a block are left out. */
const MAX_DEPTH = 20;
/** The longest name of a kind of block. */
const MAX_KIND = 40;

/** Kinds of blocks in the formats of editors: Portable Text, Contentful, ProseMirror, Lexical, Slate, Draft.js, Editor.js, hast. */
const BLOCK =
  /^(?:core\/|block[-_]?)?(?:p|para(?:graph)?|text|block|unstyled|normal|h[1-6]|head(?:ing|er|line)(?:[-_]?(?:[1-6]|one|two|three|four))?|sub-?head(?:ing|line)?|(?:block|pull)?[-_]?quote|(?:un)?(?:ordered)?-?list[-_]?item|li|lead|intro)$/i;
/** Fields that name the kind of a part, its parts, and its text. */
const KINDS = ['type', '_type', 'nodeType', 'blockType', 'kind', 'tagName', 'tag', '__typename'];
const PARTS = [
  'children',
  'content',
  'contents',
  'nodes',
  'blocks',
  'model',
  'data',
  'spans',
  'inlines',
  'items',
];
const TEXTS = ['text', 'value', 'content', 'html', 'insert'];
/** In trees of HTML another field has the name of the element. */
const ANY_ELEMENT = /^(?:element|tag|node)$/;
const BESIDE = /caption|credit|image|figure|embed|video|gallery|related|promo|teaser|advert/i;

/** An object of data. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * The text of an object that is one paragraph, heading or item of an article in an editor's format, its parts joined; HTML or
 * plain. Undefined for all else, and for objects that contain paragraphs.
 */
export function blockText(fields: Fields): string | undefined {
  const kind = kindOf(fields);
  if (kind === undefined || !BLOCK.test(kind)) return undefined;
  const found: string[] = [];
  return addText(fields, found, 0) ? found.join('') : undefined;
}

/** Whether an object is a picture, or something else beside the text. */
export function isBeside(fields: Fields): boolean {
  const kind = kindOf(fields);
  return kind !== undefined && BESIDE.test(kind);
}

function kindOf(fields: Fields): string | undefined {
  for (const name of KINDS) {
    const kind = fields[name];
    if (typeof kind === 'string' && kind.length <= MAX_KIND && !ANY_ELEMENT.test(kind)) return kind;
  }
  return undefined;
}

/** Adds the texts of a part in order; false where it contains another block, so that it is no paragraph. */
function addText(fields: Fields, found: string[], depth: number): boolean {
  for (const name of TEXTS) {
    const text = fields[name];
    if (typeof text === 'string') {
      found.push(text);
      return true;
    }
  }
  if (kindOf(fields) === 'linebreak' || kindOf(fields) === 'hardBreak') found.push('\n');
  if (depth >= MAX_DEPTH) return true;
  for (const name of PARTS) {
    const parts = fields[name];
    if (typeof parts !== 'object' || parts === null) continue;
    for (const part of Array.isArray(parts) ? parts : [parts]) {
      if (typeof part === 'string') found.push(part);
      else if (typeof part === 'object' && part !== null && !Array.isArray(part)) {
        const inner = part as Fields;
        if (depth > 0 || Array.isArray(parts)) {
          const kind = kindOf(inner);
          if (kind !== undefined && kind !== 'text' && BLOCK.test(kind)) return false;
        }
        if (!addText(inner, found, depth + 1)) return false;
      }
    }
  }
  return true;
}
