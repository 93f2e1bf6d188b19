import { Element, Text } from 'domhandler';
import { isMetadata } from '../metadata/is-metadata.ts';
import type { ElementAttributes } from './element-attributes.ts';
import type { RoleJudge } from './roles.ts';

/** An element that may hold metadata, with its position. */
export interface MetadataElement {
  readonly element: Element;
  /** How many blocks of text ended before it. */
  readonly block: number;
  /** Whether it is inside an invisible element. */
  readonly isUnseen: boolean;
}

/** The elements of a page that may hold metadata of the article, each with its content, in page order. */
export class MetadataElements {
  readonly elements: MetadataElement[] = [];
  /** The innermost open element that is kept. */
  private inside: Element | null = null;
  private readonly judge: RoleJudge;
  /**
   * How many invisible elements the outermost kept one is inside; text in further invisible elements is not part of
   * it.
   */
  private unseen = 0;

  constructor(judge: RoleJudge) {
    this.judge = judge;
  }

  get isInside(): boolean {
    return this.inside !== null;
  }

  /**
   * `block`: how many blocks of text ended before the element; `unseen`: how many invisible elements it is inside.
   */
  open(name: string, attributes: ElementAttributes, block: number, unseen: number): void {
    const { values } = attributes;
    const isRead = isMetadata(name, values, this.judge.mayName(values['class']));
    if (!isRead && this.inside === null) return;
    const element = new Element(name, attributes.copy());
    if (isRead) this.elements.push({ element, block, isUnseen: unseen > 0 });
    // Of an `<html>` element only the attributes are read.
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
    // Punctuation for screen readers replaces a line break on the screen.
    if (unseen > this.unseen && (this.inside.name === 'rp' || /[\p{L}\p{N}]/u.test(data))) return;
    this.append(new Text(data));
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
