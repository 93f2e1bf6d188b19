const FIRST = 16 * 1024;

/**
 * Gathers bytes in one buffer that doubles as it fills. Each piece is copied: a piece of one byte would otherwise keep
 * the whole read of the socket alive into which it points.
 */
export class ByteSink {
  /** The most bytes that are kept. */
  readonly limit: number;
  #buffer = new Uint8Array(0);
  #length = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  get length(): number {
    return this.#length;
  }

  /** Returns false when not all of the piece had room; what had room is kept. */
  add(piece: Uint8Array): boolean {
    const kept = Math.min(piece.byteLength, this.limit - this.#length);
    this.#reserve(this.#length + kept);
    this.#buffer.set(kept === piece.byteLength ? piece : piece.subarray(0, kept), this.#length);
    this.#length += kept;
    return kept === piece.byteLength;
  }

  /** What was gathered so far, where it lies: good until the next piece. */
  peek(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  /** What was gathered, in a buffer of just that size. The sink is empty afterwards. */
  take(): Uint8Array {
    const taken = this.#buffer.slice(0, this.#length);
    this.#buffer = new Uint8Array(0);
    this.#length = 0;
    return taken;
  }

  #reserve(wanted: number): void {
    if (wanted <= this.#buffer.byteLength) return;
    const size = Math.min(this.limit, Math.max(FIRST, wanted, this.#buffer.byteLength * 2));
    const larger = new Uint8Array(size);
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }
}
