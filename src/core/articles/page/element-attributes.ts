/** By name in small letters; undefined where the element has no such attribute. */
export type AttributeValues = Record<string, string | undefined>;

/** The attributes of one element that are kept, by name in small letters. */
export type Attributes = Readonly<AttributeValues>;

/** Attributes that a later step reads. All others, most of a page's markup, are skipped. */
const NONE: Readonly<AttributeValues> = {
  alt: undefined, 'aria-controls': undefined, 'aria-expanded': undefined, 'aria-hidden': undefined, 'aria-label': undefined,
  'aria-level': undefined, class: undefined, content: undefined, 'data-bs-target': undefined, 'data-target': undefined,
  datetime: undefined, hidden: undefined, href: undefined, 'http-equiv': undefined, id: undefined, itemprop: undefined,
  lang: undefined, media: undefined, name: undefined, onclick: undefined, property: undefined, pubdate: undefined,
  rel: undefined, role: undefined, shadowroot: undefined, shadowrootmode: undefined, style: undefined, type: undefined,
  'xml:lang': undefined,
}; // biome-ignore format: a table

export const KEPT_ATTRIBUTES = Object.keys(NONE);

/**
 * The attributes of one element, filled again for the next. All elements of a page share one object, because the
 * engine reads properties fast only from objects that have the same ones in the same order.
 */
export class ElementAttributes {
  private readonly shared: AttributeValues = { ...NONE };
  private own = this.shared;
  /** The names, of which the first `count` are the element's. Emptying a list would free its memory for each element. */
  private readonly names: string[] = [];
  private count = 0;
  private hasOthers = false;

  /** Valid until `clear` is called. */
  get values(): Readonly<AttributeValues> {
    return this.own;
  }

  /** Adds an attribute; of two with one name the first counts. */
  add(name: string, value: string): void {
    // The engine writes to a property whose name is a literal several times as fast as to any other.
    switch (name) {
      case 'class':
        if (this.own['class'] !== undefined) return;
        this.own['class'] = value;
        break;
      case 'id':
        if (this.own['id'] !== undefined) return;
        this.own['id'] = value;
        break;
      default:
        if (!this.addOther(name, value)) return;
    }
    this.names[this.count++] = name;
  }

  private addOther(name: string, value: string): boolean {
    if (!Object.hasOwn(this.own, name)) this.own = { ...this.own, [name]: undefined };
    if (this.own[name] !== undefined) return false;
    this.own[name] = value;
    this.hasOthers = true;
    return true;
  }

  /** Removes all attributes. */
  clear(): void {
    if (this.count === 0) return;
    const { shared } = this;
    this.own = shared;
    shared['class'] = undefined;
    shared['id'] = undefined;
    if (this.hasOthers)
      for (let i = 0; i < this.count; i++) {
        const name = this.names[i]!;
        if (Object.hasOwn(shared, name)) shared[name] = undefined;
      }
    this.hasOthers = false;
    this.count = 0;
  }

  /** A copy without the names that are undefined. */
  copy(): Record<string, string> {
    const copy: Record<string, string> = {};
    for (let i = 0; i < this.count; i++) copy[this.names[i]!] = this.own[this.names[i]!]!;
    return copy;
  }
}
