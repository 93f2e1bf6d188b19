/**
 * Letters and digits only, in lower case and one form each: two spellings of a name may differ in everything else.
 */
export function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
