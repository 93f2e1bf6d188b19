import { BothEnds } from './both-ends.ts';
import { BREAKS_OFF } from './feed.ts';
import { elementName, feedRoot, type FeedRoot, type Scope, splitTag } from './element-names.ts';
import type { FeedDocument, FeedNode } from './feed-document.ts';
import { type FeedLimits, maxEntriesRead } from './limits.ts';

/** Elements of an item that contain only text. */
const LEAVES: ReadonlySet<string> = new Set([
  'title',
  'link',
  'guid',
  'pubdate',
  'comments',
  'dc:date',
  'dc:creator',
]);

/** Elements that hold text or HTML. */
const BODIES: ReadonlySet<string> = new Set(['description', 'content:encoded']);

/** Elements that open beside a leaf, never inside it. When one opens inside, the leaf's end tag is missing. */
const NEIGHBOURS: ReadonlySet<string> = new Set([...LEAVES, ...BODIES, 'item', 'category', 'enclosure']);

/** The neighbours that are not also names of HTML elements. */
const NOT_HTML: ReadonlySet<string> = new Set(['item', 'guid', 'pubdate', 'content:encoded', 'enclosure']);

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze(Object.create(null));
const NO_SCOPE: Scope = new Map();

interface Open {
  /** In lower case as written, as in the end tag. */
  readonly tag: string;
  readonly node: FeedNode;
  readonly scope: Scope;
  /** `frame` is the root or the channel: its children belong to the channel. */
  readonly kind: 'frame' | 'entry' | 'element';
}

/**
 * Builds the elements of a feed from the tags of a document: names them, inherits `xml:base` and `xml:lang`, accepts
 * missing and stray end tags, and keeps to the limits.
 */
export class FeedTreeBuilder {
  readonly #url: string;
  readonly #limits: FeedLimits;
  readonly #problems = new Set<string>();
  readonly #channelParts: FeedNode['parts'] = [];
  readonly #entries: BothEnds<FeedNode>;
  readonly #stack: Open[] = [];
  /** How many elements with each tag are open, so that a stray end tag needs no search. */
  readonly #openTags = new Map<string, number>();
  /** Open tags beyond the limits, which have no node. */
  readonly #flattened = new Map<string, number>();
  readonly #names = new Map<string, string>();
  #flattenedCount = 0;
  #root: FeedRoot | undefined;
  #declarations: Map<string, string> | undefined;
  /** The open entry's index on the stack; -1 outside entries. */
  #entryAt = -1;
  /** The innermost of root and channel, from which entries inherit. */
  #frame: FeedNode | undefined;
  #elements = 0;
  #elementsInEntry = 0;
  #full = false;

  constructor(url: string, limits: FeedLimits) {
    this.#url = url;
    this.#limits = limits;
    this.#entries = new BothEnds(maxEntriesRead(limits));
  }

  /** Whether nothing more would be kept, so that reading can stop. */
  get full(): boolean {
    return this.#full;
  }

  /** Whether text is wanted here: only inside children of the channel and of entries. */
  get wantsText(): boolean {
    return this.#stack.at(-1)?.kind === 'element';
  }

  /** The innermost open tag, in lower case. */
  get currentTag(): string {
    return this.#stack.at(-1)?.tag ?? '';
  }

  /** A namespace declaration of the tag that is about to open. */
  declareNamespace(prefix: string, uri: string): void {
    this.#declarations ??= new Map();
    if (this.#declarations.size < this.#limits.maxAttributes) this.#declarations.set(prefix, uri);
  }

  open(
    written: string,
    attributes: Readonly<Record<string, string>> | undefined,
    selfClosing: boolean,
  ): void {
    const tag = written.toLowerCase();
    const scope = this.#declarations ?? NO_SCOPE;
    this.#declarations = undefined;
    if (this.#root === undefined) {
      this.#root = feedRoot(tag, scope);
      if (this.#root !== undefined && !selfClosing) this.#push(tag, 'channel', attributes, scope, 'frame');
      return;
    }
    if (scope.size > 0) this.#names.clear();
    const name = this.#nameOf(tag, this.#root, scope);
    this.#closeLost(name);
    if (this.#isEntry(name)) {
      this.#openEntry(tag, name, attributes, scope);
    } else if (this.#entryAt < 0 && splitTag(tag).local === 'channel' && this.#stack.length <= 1) {
      this.#push(tag, 'channel', attributes, scope, 'frame');
    } else if (this.#isTooMuch()) {
      if (!selfClosing) this.#flatten(tag);
      return;
    } else {
      this.#elements++;
      this.#elementsInEntry++;
      this.#push(tag, name, attributes, scope, 'element');
    }
    if (selfClosing) this.#pop();
  }

  close(written: string): void {
    const tag = written.toLowerCase();
    const flat = this.#flattened.get(tag) ?? 0;
    if (flat > 0) {
      this.#flattened.set(tag, flat - 1);
      this.#flattenedCount--;
      return;
    }
    if ((this.#openTags.get(tag) ?? 0) === 0) return;
    while (this.#stack.length > 0 && this.#pop() !== tag);
  }

  text(text: string): void {
    this.#stack.at(-1)?.node.parts.push(text);
  }

  /** The feed; undefined when none began. An element that the end of the document cut in two is left out. */
  finish(): FeedDocument | undefined {
    if (this.#root === undefined) return undefined;
    if (!this.#full && this.#stack.length > 0) this.#cutOff();
    return {
      format: this.#root.format,
      channel: {
        name: 'channel',
        attributes: NO_ATTRIBUTES,
        parts: this.#channelParts,
        base: this.#frame?.base,
        language: this.#frame?.language,
      },
      entries: this.#entries.kept,
      leftOut: this.#entries.leftOut,
      problems: [...this.#problems],
    };
  }

  #nameOf(tag: string, root: FeedRoot, scope: Scope): string {
    const seen = this.#names.get(tag);
    if (seen !== undefined) return seen;
    const name = elementName(tag, root, (prefix) => {
      const own = scope.get(prefix);
      if (own !== undefined) return own;
      for (let i = this.#stack.length - 1; i >= 0; i--) {
        const uri = this.#stack[i]?.scope.get(prefix);
        if (uri !== undefined) return uri;
      }
      return undefined;
    });
    if (this.#names.size < 1000) this.#names.set(tag, name);
    return name;
  }

  #isEntry(name: string): boolean {
    if (name === 'item') return true;
    // Atom content may hold an entry of another feed. Only an entry beside the others belongs to this one.
    return name === 'entry' && (this.#entryAt < 0 || this.#stack.length - 1 === this.#entryAt);
  }

  #openEntry(
    tag: string,
    name: string,
    attributes: Readonly<Record<string, string>> | undefined,
    scope: Scope,
  ): void {
    if (this.#entryAt >= 0) {
      this.#problems.add('an entry began before the one before it ended');
      this.#popDownTo(this.#entryAt);
    }
    this.#elementsInEntry = 0;
    this.#entryAt = this.#stack.length;
    this.#push(tag, name, attributes, scope, 'entry');
  }

  /** Closes an element whose end tag is missing, when something opens that cannot be inside it. */
  #closeLost(name: string): void {
    if (this.#root?.format === 'atom' || !NEIGHBOURS.has(name)) return;
    const at =
      this.#entryAt >= 0 ? this.#entryAt + 1 : this.#stack.findIndex((open) => open.kind === 'element');
    const child = at < 0 ? undefined : this.#stack[at];
    if (child === undefined) return;
    const direct = at === this.#stack.length - 1;
    const lost = LEAVES.has(child.node.name)
      ? direct || NOT_HTML.has(name)
      : BODIES.has(child.node.name) && NOT_HTML.has(name);
    if (!lost) return;
    this.#problems.add(`<${child.tag}> had no end tag`);
    this.#popDownTo(at);
  }

  /** Whether the opening element exceeds a limit and gets no node. */
  #isTooMuch(): boolean {
    const { maxDepth, maxElements, maxTotalElements } = this.#limits;
    if (this.#elements >= maxTotalElements) {
      this.#full = true;
      this.#problems.add(`only the first ${maxTotalElements} elements were read`);
    } else if (this.#stack.length >= maxDepth) {
      this.#problems.add(`elements deeper than ${maxDepth} were flattened`);
    } else if (this.#elementsInEntry >= maxElements) {
      this.#problems.add(`more than ${maxElements} elements in one entry`);
    } else {
      return this.#flattenedCount > 0;
    }
    return true;
  }

  #flatten(tag: string): void {
    this.#flattenedCount++;
    this.#flattened.set(tag, (this.#flattened.get(tag) ?? 0) + 1);
  }

  #push(
    tag: string,
    name: string,
    attributes: Readonly<Record<string, string>> = NO_ATTRIBUTES,
    scope: Scope,
    kind: Open['kind'],
  ): void {
    const parent = this.#stack.at(-1)?.node;
    const base = attributes['xml:base'];
    const node: FeedNode = {
      name,
      attributes,
      parts: kind === 'frame' ? this.#channelParts : [],
      base: base === undefined ? parent?.base : resolveBase(base, parent?.base ?? this.#url),
      language: attributes['xml:lang'] ?? parent?.language,
    };
    if (kind === 'frame') this.#frame = node;
    else if (kind === 'element') (parent?.parts ?? this.#channelParts).push(node);
    this.#stack.push({ tag, node, scope, kind });
    this.#openTags.set(tag, (this.#openTags.get(tag) ?? 0) + 1);
  }

  #pop(): string {
    const { tag, node, scope, kind } = this.#stack.pop()!;
    this.#openTags.set(tag, (this.#openTags.get(tag) ?? 1) - 1);
    if (scope.size > 0) this.#names.clear();
    if (this.#flattenedCount > 0) {
      // The elements that were too deep are inside the one that closes.
      this.#flattened.clear();
      this.#flattenedCount = 0;
    }
    if (kind === 'entry') this.#keep(node);
    return tag;
  }

  #popDownTo(length: number): void {
    while (this.#stack.length > length) this.#pop();
  }

  #keep(entry: FeedNode): void {
    this.#entryAt = -1;
    this.#entries.add(entry);
  }

  #cutOff(): void {
    this.#problems.add(BREAKS_OFF);
    const entry = this.#stack[this.#entryAt];
    if (entry === undefined) return;
    if (this.#stack.length - 1 > this.#entryAt) entry.node.parts.pop();
    const has = (...names: string[]) =>
      entry.node.parts.some((part) => typeof part !== 'string' && names.includes(part.name));
    // An entry that was cut off is kept only with title and identity. Otherwise it would count as another entry
    // once the whole of it is read.
    if (has('title') && has('link', 'guid', 'id')) this.#entries.add(entry.node);
  }
}

function resolveBase(base: string, against: string): string | undefined {
  const trimmed = base.trim();
  return URL.canParse(trimmed, against) ? new URL(trimmed, against).href : against;
}
