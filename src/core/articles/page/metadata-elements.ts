import { Element, Text } from 'domhandler';
import { isMetadata, mayName } from '../metadata/is-metadata.ts';
import type { Attributes } from './roles.ts';

/** An element that may hold metadata, and where it stands. */
export interface MetadataElement {
  readonly element: Element;
  /** How many blocks of text end before it. */
  readonly block: number;
  /** Whether it lies in an element that is not on the screen. */
  readonly isUnseen: boolean;
}

/** The elements of a page that may hold metadata of the article, each with all that is in it, in page order. */
export class MetadataElements {
  readonly elements: MetadataElement[] = [];
  /** The innermost open element of those that are kept. */
  private inside: Element | null = null;
  private readonly named = new Map<string, boolean>();
  /** How many unseen elements the outermost of them lies in: text in further unseen elements is not part of it. */
  private unseen = 0;

  get isInside(): boolean {
    return this.inside !== null;
  }

  /** `block` is how many blocks of text end before the element, `unseen` how many unseen elements it lies in. */
  open(name: string, attributes: Attributes, block: number, unseen: number): void {
    const isRead = isMetadata(name, attributes, this.isNamed(attributes['class']));
    if (!isRead && this.inside === null) return;
    const element = new Element(name, attributes);
    if (isRead) this.elements.push({ element, block, isUnseen: unseen > 0 });
    // Of the element around everything only the attributes are read.
    if (name === 'html' && this.inside === null) return;
    if (this.inside === null) this.unseen = unseen;
    this.append(element);
    this.inside = element;
  }

  close(): void {
    if (this.inside !== null) this.inside = this.inside.parent as Element | null;
  }

  text(data: string, unseen: number): void {
    if (this.inside === null) return;
    // A colon for screen readers stands where the screen has a new line.
    if (unseen > this.unseen && (this.inside.name === 'rp' || /[\p{L}\p{N}]/u.test(data))) return;
    this.append(new Text(data));
  }

  /** Each list of classes is looked at once: pages repeat them. */
  private isNamed(classes: string | undefined): boolean {
    if (classes === undefined) return false;
    let isNamed = this.named.get(classes);
    if (isNamed === undefined) this.named.set(classes, (isNamed = mayName(classes)));
    return isNamed;
  }

  private append(node: Element | Text): void {
    const parent = this.inside;
    if (parent === null) return;
    const previous = parent.children.at(-1);
    node.parent = parent;
    if (previous !== undefined) {
      node.prev = previous;
      previous.next = node;
    }
    parent.children.push(node);
  }
}
