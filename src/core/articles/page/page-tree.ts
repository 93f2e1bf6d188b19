import type { BoxRole } from './role-words.ts';
import type { Unseen } from './visibility.ts';

/** A run of text between two block boundaries or two `<br>`s. */
export interface Block {
  /** White space folded; a single `<br>` is a line feed. */
  text: string;
  readonly kind: BlockKind;
  readonly box: Box;
  /** Number of letters; a character of a script without spaces counts as `WIDE_WEIGHT` letters. */
  readonly weight: number;
  /** The part of `weight` that is link text. */
  readonly linkWeight: number;
  readonly links: number;
  /** The cached result of `valueOf`. */
  value: number | undefined;
  /** The cached answer of the first test for notices and labels. */
  signs: number | undefined;
  /** The cached result of `isNotice`. */
  isNotice: boolean | undefined;
  /** The cached result of `isTimed`. */
  isTimed: boolean | undefined;
  /** The cached result of `timeOf`; null where there is no time. */
  time: CommentTime | null | undefined;
  /** Why the block is not part of the text; set by later stages. */
  dropped: string | undefined;
}

/** The time of a comment: where it is in its line. */
export interface CommentTime {
  readonly at: number;
  readonly end: number;
  /** Whether it is a day without an hour. */
  readonly isDay: boolean;
}

export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'item'
  | 'quote'
  | 'caption'
  | 'cell'
  | 'preformatted'
  | 'bare';

/** A block-level element (or the page), and the range of blocks under it. */
export interface Box {
  readonly name: string;
  /** The class attribute, '' where there is none. */
  readonly classes: string;
  /** The classes with a dot, as in style sheets. */
  readonly classNames: readonly string[];
  readonly id: string | undefined;
  readonly parent: Box | undefined;
  readonly role: BoxRole;
  /** Whether its classes say that it holds a summary made by a program, or one post of a forum. */
  readonly isSummary: boolean;
  readonly isPost: boolean;
  /** Why it is invisible; undefined also for a part that something on the page opens. */
  unseen: Unseen | undefined;
  /** Index of the first block under it, and of the first one after it. */
  first: number;
  end: number;
  /** Pictures and players inside it, at any depth. */
  media: number;
}

export interface PageTree {
  readonly root: Box;
  readonly boxes: readonly Box[];
  readonly blocks: readonly Block[];
  /** The cached result of `titleLines`. */
  titled: TitleLines | undefined;
}

/** The lines of a page that are its headline. */
interface TitleLines {
  readonly title: string;
  readonly blocks: ReadonlySet<Block>;
}
