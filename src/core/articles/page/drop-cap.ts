/** Class names for a drop cap. */
export const DROP_CAP =
  /drop-?_?cap|dropped-?cap|initial-?cap|init-?cap|first-?_?letter|first-?char|lettrine|letrine|letrina|capitular|capolettera|initiale?(?:\s|$)|initial-?letter|anfangsbuchstabe|inicial(?:\s|$)|буквица/i;

export function isDropCap(classes: string): boolean {
  return classes !== '' && DROP_CAP.test(classes);
}

/** One letter, with an optional quote or apostrophe. */
const ONE_LETTER = /^["'“”„«»‘’「『¿¡(]?\s?[\p{L}\p{N}]\p{M}?['’]?$/u;

export function isOneLetter(text: string): boolean {
  return text.length <= 6 && ONE_LETTER.test(text.trim());
}

/** Letters that are words in some language. With a space after them they stay words of their own. */
const WORDS = new Set('aàáâäæåeéèêiíoóôöuúyýzswvkàяиавкосуєії');

/**
 * A drop cap in an element or picture of its own, held until the text it belongs to. Page builders put it into a box
 * of its own or add white space after it; on the screen it is part of the first word.
 */
export class DropCap {
  private letter = '';
  private isSpoken = false;
  private isApart = false;

  /**
   * Holds a letter. With `isSpoken`, a letter for screen readers or in a picture, it is used only if a word continues
   * after it. If a letter is held already, the second one is a duplicate.
   */
  hold(letter: string, isSpoken: boolean): void {
    if (this.letter !== '' && !this.isSpoken) return;
    this.letter = letter.trim();
    this.isSpoken = isSpoken;
    this.isApart = false;
  }

  get isEmpty(): boolean {
    return this.letter === '';
  }

  /** Notes white space between the letter and what follows. */
  space(): void {
    this.isApart = true;
  }

  /** The text to put before `next`, possibly empty. */
  take(next: string): string {
    const { letter } = this;
    if (letter === '') return '';
    this.letter = '';
    const isApart = this.isApart || /^\s/.test(next);
    const first = next.trimStart().charAt(0);
    const goesOn = /[\p{L}’']/u.test(first) && first === first.toLowerCase();
    if (this.isSpoken) return goesOn && !isApart ? letter : '';
    const isWord = WORDS.has(letter.charAt(letter.length - 1).toLowerCase());
    return isApart && (isWord || !/[\p{L}’']/u.test(first)) ? `${letter} ` : letter;
  }
}
