/**
 * The numbers of a language as they are spoken in dates. Forms of one number are separated by a slash, a space inside
 * a form is an underscore, and hyphens are spaces.
 */
export interface SpokenNumbers {
  /** From 1 to 19, or to 31 where nothing is combined. */
  readonly first: string;
  /** 20 and 30. */
  readonly tens?: string;
  /** How 21 to 39 are combined, with `T` for the tens and `O` for the ones, and their forms if they are others. */
  readonly combined?: string;
  readonly tensIn?: string;
  readonly onesIn?: string;
  /** Endings that every form may have. */
  readonly endings?: string;
}

export interface SpokenLanguage {
  readonly days: readonly SpokenNumbers[];
  /** What precedes the numbers from 1 to 39 in years from 2001 on; a space ends a word. */
  readonly century?: string;
  /** Numbers in years, where they are not those of days. */
  readonly years?: readonly SpokenNumbers[];
}
