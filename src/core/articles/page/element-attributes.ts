/** Attributes that a later step reads. All others, most of a page's markup, are skipped. */
export const KEPT_ATTRIBUTES = [
  'alt', 'aria-controls', 'aria-expanded', 'aria-hidden', 'aria-label', 'aria-level', 'class', 'content', 'data-bs-target', 'data-target',
  'datetime', 'hidden', 'href', 'http-equiv', 'id', 'itemprop', 'lang', 'media', 'name', 'onclick', 'property', 'pubdate', 'rel',
  'role', 'shadowroot', 'shadowrootmode', 'style', 'type', 'xml:lang',
]; // biome-ignore format: a table

/** By name in small letters; undefined where the element has no such attribute. */
export type AttributeValues = Record<string, string | undefined>;

/**
 * The attributes of one element, filled again for the next. All elements of a page share one object, because the
 * engine reads properties fast only from objects that have the same ones in the same order.
 */
export class ElementAttributes {
  private readonly shared: AttributeValues = Object.fromEntries(
    KEPT_ATTRIBUTES.map((name) => [name, undefined]),
  );
  private own = this.shared;
  private readonly names: string[] = [];

  /** Valid until `clear` is called. */
  get values(): Readonly<AttributeValues> {
    return this.own;
  }

  /** Adds an attribute; of two with one name the first counts. */
  add(name: string, value: string): void {
    if (!Object.hasOwn(this.own, name)) this.own = { ...this.own, [name]: undefined };
    if (this.own[name] !== undefined) return;
    this.own[name] = value;
    this.names.push(name);
  }

  /** Removes all attributes. */
  clear(): void {
    if (this.names.length === 0) return;
    this.own = this.shared;
    for (const name of this.names) if (Object.hasOwn(this.own, name)) this.own[name] = undefined;
    this.names.length = 0;
  }

  /** A copy without the names that are undefined. */
  copy(): Record<string, string> {
    const copy: Record<string, string> = {};
    for (const name of this.names) copy[name] = this.own[name]!;
    return copy;
  }
}
