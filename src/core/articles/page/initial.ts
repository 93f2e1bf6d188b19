/** What publishers call a letter that is set large at the beginning of a text. */
const DROP_CAP =
  /drop-?_?cap|dropped-?cap|initial-?cap|init-?cap|first-?_?letter|first-?char|lettrine|letrine|letrina|capitular|capolettera|initiale?(?:\s|$)|initial-?letter|anfangsbuchstabe|inicial(?:\s|$)|буквица/i;

export function isDropCap(classes: string): boolean {
  return classes !== '' && DROP_CAP.test(classes);
}

/** One letter, alone or with the quote or the apostrophe that stands by it. */
const ONE_LETTER = /^["'“”„«»‘’「『¿¡(]?\s?[\p{L}\p{N}]\p{M}?['’]?$/u;

export function isOneLetter(text: string): boolean {
  return text.length <= 6 && ONE_LETTER.test(text.trim());
}

/** Letters that are words in some language: with a space behind them they may stand alone. */
const WORDS = new Set('aàáâäæåeéèêiíoóôöuúyýzswvkàяиавкосуєії');

/**
 * A letter set large at the beginning of a text, in an element or a picture of its own, waiting for the text it belongs
 * to. Page builders put it into a box of its own, or white space behind it; on the screen it is one word with the rest.
 */
export class Initial {
  private letter = '';
  private isSpoken = false;
  private isApart = false;

  /**
   * Keeps a letter back. One that is `spoken`, for screen readers or in a picture, counts only where a word goes on
   * behind it. Where a letter waits already the two are the same.
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

  /** White space between the letter and what follows. */
  space(): void {
    this.isApart = true;
  }

  /** What is to be put before `next`, which may be nothing. */
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
