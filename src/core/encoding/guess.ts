/** The most likely encoding of bytes that are not UTF-8 and say nothing of themselves. */
export function guessEncoding(_bytes: Uint8Array): string {
  return 'windows-1252';
}
