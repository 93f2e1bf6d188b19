const FIRST = 16 * 1024;

/** What is expected beyond this is only believed as it comes. Bytes. */
const MOST_EXPECTED = 1024 * 1024;

/**
 * Gathers bytes in one buffer that doubles as it fills. Each piece is copied. A view of one byte would keep the whole
 * buffer that was read from the socket in memory. If as many bytes come as were expected, none is copied again.
 */
export class ByteSink {
  /** The maximum number of bytes kept. */
  readonly limit: number;
  #buffer = new Uint8Array(new ArrayBuffer(0));
  #length = 0;
  readonly #first: number;

  /** @param expected how many bytes probably come, as an answer has announced */
  constructor(limit: number, expected = 0) {
    this.limit = limit;
    this.#first = expected > 0 && expected <= MOST_EXPECTED ? expected : FIRST;
  }

  get length(): number {
    return this.#length;
  }

  /** Adds a piece as far as there is room. Returns false when not all of it was kept. */
  add(piece: Uint8Array): boolean {
    const kept = Math.min(piece.byteLength, this.limit - this.#length);
    this.#reserve(this.#length + kept);
    this.#buffer.set(kept === piece.byteLength ? piece : piece.subarray(0, kept), this.#length);
    this.#length += kept;
    return kept === piece.byteLength;
  }

  /** A view of the bytes gathered so far; valid until the next `add`. */
  peek(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  /** The bytes gathered so far, in a buffer of exactly that size. The sink is empty afterwards. */
  take(): Uint8Array {
    const { buffer } = this.#buffer;
    const taken = buffer.byteLength === this.#length ? buffer : buffer.transfer(this.#length);
    this.#buffer = new Uint8Array(new ArrayBuffer(0));
    this.#length = 0;
    return new Uint8Array(taken);
  }

  #reserve(wanted: number): void {
    if (wanted <= this.#buffer.byteLength) return;
    const size = Math.min(this.limit, Math.max(this.#first, wanted, this.#buffer.byteLength * 2));
    // This frees the smaller buffer at once. The garbage collector would do so much later.
    this.#buffer = new Uint8Array(this.#buffer.buffer.transfer(size));
  }
}
