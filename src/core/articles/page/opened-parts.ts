import { isMachineSummary } from './machine-summary.ts';
import type { Block, Box } from './page-tree.ts';
import type { Attributes } from './element-attributes.ts';

/** The maximum number of ids in one page. */
const MAX_IDS = 5_000;

/** Attributes that name the part which their element opens. */
const NAMING = ['aria-controls', 'data-target', 'data-bs-target', 'onclick'] as const;
/** Attributes that make any element an opener. */
const OPENING: ReadonlySet<string> = new Set([...NAMING, 'aria-expanded']);

/** Whether an attribute may open a part of the page; links and buttons are openers by their names. */
export function mayOpen(attribute: string, value: string): boolean {
  return OPENING.has(attribute) || (attribute === 'role' && value === 'button');
}

/**
 * The closed parts of a page that something on it opens: answers under questions, the rest of a text after `Read
 * more`. A part is opened by an element that names its id (`aria-controls`, `href="#id"`, `data-target`), or by a
 * button right before it.
 */
export class OpenedParts {
  private readonly ids = new Set<string>();
  private readonly closed: {
    readonly box: Box;
    readonly id: string | undefined;
    readonly follows: boolean;
  }[] = [];
  /** How many blocks there were before the last button. */
  private lastButton = -2;

  /** Notes what an opener opens; `blocks` is how many blocks are before it. */
  see(name: string, attributes: Attributes, blocks: number): void {
    const href = attributes['href'];
    for (const attribute of NAMING) {
      const value = attributes[attribute];
      if (value !== undefined) this.name(value);
    }
    if (name === 'a' && href !== undefined && href.length > 1 && href !== 'javascript:void(0)')
      this.name(href);
    if (
      name === 'button' ||
      (name === 'a' && href === '#') ||
      attributes['aria-expanded'] !== undefined ||
      attributes['role'] === 'button'
    ) {
      this.lastButton = blocks;
    }
  }

  /** Adds a closed part; its button may come later. */
  close(box: Box, id: string | undefined): void {
    // The button's text may be a block of its own.
    this.closed.push({ box, id, follows: box.unseen === 'hidden' && box.first - this.lastButton <= 1 });
  }

  /** Whether something so far opens the part with this id. */
  opens(id: string | undefined): boolean {
    return id !== undefined && this.ids.has(id);
  }

  /** Opens every part that something opens, except summaries made by a program: the full text is on the page. */
  openAll(blocks: readonly Block[]): void {
    for (const { box, id, follows } of this.closed) {
      if ((follows || this.opens(id)) && !isMachineSummary(box, id, blocks)) box.unseen = undefined;
    }
  }

  /** `#more`, `pan1 pan2`, `toggle('more')`. */
  private name(value: string): void {
    if (value.length > 200 || this.ids.size >= MAX_IDS) return;
    if (/["'(]/.test(value)) {
      for (const quoted of value.matchAll(/["'#]([\w:-]{1,80})(?=["'])/g)) this.ids.add(quoted[1]!);
    } else for (const id of value.split(/\s+/)) this.ids.add(id.replace(/^#/, ''));
  }
}
