import { Element, Text } from 'domhandler';
import { isMetadata } from '../metadata/is-metadata.ts';
import type { Attributes } from './roles.ts';

/** The elements of a page that may hold metadata of the article, each with all that is in it, in page order. */
export class MetadataElements {
  readonly elements: Element[] = [];
  /** The innermost open element of those that are kept. */
  private inside: Element | null = null;

  get isInside(): boolean {
    return this.inside !== null;
  }

  open(name: string, attributes: Attributes): void {
    const isRead = isMetadata(name, attributes);
    if (!isRead && this.inside === null) return;
    const element = new Element(name, attributes);
    if (isRead) this.elements.push(element);
    // Of the element around everything only the attributes are read.
    if (name === 'html' && this.inside === null) return;
    this.append(element);
    this.inside = element;
  }

  close(): void {
    if (this.inside !== null) this.inside = this.inside.parent as Element | null;
  }

  text(data: string): void {
    if (this.inside !== null) this.append(new Text(data));
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
