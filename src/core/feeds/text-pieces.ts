/** Pieces are joined in batches, because an array of millions of strings costs more memory than their text. */
const BATCH = 4096;

/** Collects a long text from short pieces, in memory that is proportional to the text. */
export class TextPieces {
  readonly #joined: string[] = [];
  #pieces: string[] = [];

  add(piece: string): void {
    if (this.#pieces.push(piece) < BATCH) return;
    this.#joined.push(this.#pieces.join(''));
    this.#pieces = [];
  }

  toString(): string {
    const rest = this.#pieces.join('');
    return this.#joined.length === 0 ? rest : this.#joined.join('') + rest;
  }
}
