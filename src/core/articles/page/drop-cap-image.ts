import type { AttributeValues } from './element-attributes.ts';
import { isOneLetter } from './drop-cap.ts';

/** Descriptions of a picture of a large letter: `Letter T`, `drop cap: T`. */
const DESCRIBED =
  /^(?:(?:the|an?|large|decorat(?:ive|ed)|illuminated|ornate|capital|initial|drop[- ]?cap|letter|buchstabe|initiale?|lettrine|lettre|letra|capitular|lettera|capolettera|буква)[\s:–-]{1,3}){1,3}["'“„«]?(\p{L})["'”“»]?$/iu;
/** Longer descriptions belong to other pictures. Characters. */
export const MAX_DESCRIPTION = 30;

/** The letter that a picture shows; undefined where it shows more. */
export function letterInImage(description: string): string | undefined {
  if (isOneLetter(description)) return description;
  return description.length > MAX_DESCRIPTION ? undefined : DESCRIBED.exec(description.trim())?.[1];
}

/** Collects the words in an open `<svg>`: its title, and text that it draws. */
export class SvgLetter {
  private words: string[] = [];
  private classes = '';

  begin({ 'aria-label': label, class: classes }: Readonly<AttributeValues>): void {
    this.words = label === undefined ? [] : [label];
    this.classes = classes ?? '';
  }

  text(data: string): void {
    if (this.words.length < 4 && data.length <= MAX_DESCRIPTION) this.words.push(data.trim());
  }

  /** The letter and its classes, where all words are the same letter. */
  end(): { readonly letter: string; readonly classes: string } | undefined {
    const letters = new Set(this.words.filter((word) => word !== '').map(letterInImage));
    const [letter] = letters;
    return letters.size === 1 && letter !== undefined ? { letter, classes: this.classes } : undefined;
  }
}
