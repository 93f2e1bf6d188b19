/** More bytes than allowed, or more than any honest text could shrink to so few. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/** A content coding that we do not speak, or bytes that are not in the one announced. */
export class BadEncodingError extends Error {
  override readonly name = 'BadEncodingError';
}
