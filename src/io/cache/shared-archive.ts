import { createHash, timingSafeEqual } from 'node:crypto';
import { Deserializer, Serializer } from 'node:v8';

/**
 * A value packed into one SharedArrayBuffer. All threads share its typed arrays; everything else is cloned by each
 * thread that unpacks it.
 *
 *     magic (8) | length of the rest (8) | SHA-256 of all that follows (32) | typed arrays, at multiples of 8 | rest
 */
export type SharedArchive = SharedArrayBuffer;

const MAGIC = Buffer.from('CWSHARE1');
const LENGTH_AT = 8;
const DIGEST_AT = 16;
const BODY_AT = 48;
const ALIGNMENT = 8;

/** The kinds of array that are shared. The index of a kind is its number in the archive. */
const KINDS = [
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float64Array,
] as const;
type SharedArray = InstanceType<(typeof KINDS)[number]>;

class ArchiveWriter extends Serializer {
  readonly arrays: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  end = BODY_AT;

  constructor() {
    super();
    // Node documents this method for subclasses, but the type definitions lack it.
    const self = this as unknown as { _setTreatArrayBufferViewsAsHostObjects(value: boolean): void };
    self._setTreatArrayBufferViewsAsHostObjects(true);
  }

  _writeHostObject(view: object): void {
    const array = view as SharedArray;
    const kind = KINDS.findIndex((one) => array instanceof one);
    if (kind < 0) throw new TypeError(`no archive holds a ${array.constructor.name}`);
    this.writeUint32(kind);
    this.writeUint32(this.end);
    this.writeUint32(array.length);
    this.arrays.push({
      at: this.end,
      bytes: new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
    });
    this.end += Math.ceil(array.byteLength / ALIGNMENT) * ALIGNMENT;
  }
}

class ArchiveReader extends Deserializer {
  private readonly archive: SharedArchive;

  constructor(rest: Uint8Array, archive: SharedArchive) {
    super(rest);
    this.archive = archive;
  }

  _readHostObject(): SharedArray {
    const kind = KINDS[this.readUint32()];
    if (kind === undefined) throw new TypeError('the archive holds an array of an unknown kind');
    const at = this.readUint32();
    return new kind(this.archive as unknown as ArrayBuffer, at, this.readUint32());
  }
}

/** Packs values, arrays, maps, sets and typed arrays. References to one object stay references to one object. */
export function packShared(value: unknown): SharedArchive {
  const writer = new ArchiveWriter();
  writer.writeHeader();
  writer.writeValue(value);
  const rest = writer.releaseBuffer();
  const archive = new SharedArrayBuffer(writer.end + rest.length);
  const bytes = Buffer.from(archive);
  for (const array of writer.arrays) bytes.set(array.bytes, array.at);
  bytes.set(rest, writer.end);
  bytes.set(MAGIC);
  bytes.writeUInt32LE(rest.length, LENGTH_AT);
  bytes.set(digest(bytes), DIGEST_AT);
  return archive;
}

/** Whether the bytes are an archive, whole and unchanged. */
export function isWhole(archive: SharedArchive): boolean {
  const bytes = Buffer.from(archive);
  return (
    bytes.length > BODY_AT &&
    bytes.subarray(0, MAGIC.length).equals(MAGIC) &&
    BODY_AT + bytes.readUInt32LE(LENGTH_AT) <= bytes.length &&
    timingSafeEqual(digest(bytes), bytes.subarray(DIGEST_AT, BODY_AT))
  );
}

/**
 * Returns what was packed. Safe only for archives that this process packed, or that passed `isWhole` and come from a
 * directory only this user can write to.
 */
export function unpackShared(archive: SharedArchive): unknown {
  const bytes = Buffer.from(archive);
  // A copy, because the deserialiser does not accept shared memory.
  const rest = Uint8Array.from(bytes.subarray(bytes.length - bytes.readUInt32LE(LENGTH_AT)));
  const reader = new ArchiveReader(rest, archive);
  reader.readHeader();
  return reader.readValue();
}

function digest(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes.subarray(BODY_AT)).digest();
}
