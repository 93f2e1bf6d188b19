/** More bytes than allowed, or a compression ratio that no real text has. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/** A content coding that we do not know, or bytes that are not in the coding that was announced. */
export class BadEncodingError extends Error {
  override readonly name = 'BadEncodingError';
}
