/**
 * The beginning and the end of a list that may be too long to keep: the newest entries of a feed stand at one of them.
 * What is left out is from the middle, and it is counted. Adding takes constant time on average.
 */
export class BothEnds<T> {
  readonly #most: number;
  readonly #kept: T[] = [];
  #leftOut = 0;

  /** @param most how many are kept at most; at least three quarters of them if there are more */
  constructor(most: number) {
    this.#most = Math.max(4, most);
  }

  get kept(): readonly T[] {
    return this.#kept;
  }

  get leftOut(): number {
    return this.#leftOut;
  }

  add(value: T): void {
    if (this.#kept.length >= this.#most) {
      const count = Math.floor(this.#most / 4);
      this.#kept.splice(Math.floor(this.#most / 2), count);
      this.#leftOut += count;
    }
    this.#kept.push(value);
  }
}
