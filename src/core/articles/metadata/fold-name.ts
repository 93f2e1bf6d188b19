/** Letters and digits alone, small, in one form each: two wordings of a name differ in the rest. */
export function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
