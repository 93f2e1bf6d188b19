const WORDS = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Scripts without word edges: any two to four characters may be a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]+/gu;
const SENTENCE_ENDS = /[.!?;:,()[\]"“”«»。！？；：、，…\n|–—]+/u;
const GRAMS = [2, 3, 4] as const;
const LONGEST_WORD = 40;
const HAS_LETTER = /\p{L}/u;

/**
 * Possible terms of a lexicon: words, pairs of neighbouring words, and two to four characters in scripts without
 * spaces. Each once, folded as in lexicons.
 */
export function listTerms(text: string): Set<string> {
  const terms = new Set<string>();
  for (const part of text.normalize('NFKC').toLowerCase().split(SENTENCE_ENDS)) {
    for (const [stretch] of part.matchAll(UNSPACED)) {
      const characters = Array.from(stretch);
      for (const length of GRAMS)
        for (let at = 0; at + length <= characters.length; at++)
          terms.add(characters.slice(at, at + length).join(''));
    }
    const words = Array.from(part.replaceAll(UNSPACED, ' ').matchAll(WORDS), ([word]) => word);
    for (const [index, word] of words.entries()) {
      if (word.length > LONGEST_WORD || word.length < 2 || !HAS_LETTER.test(word)) continue;
      terms.add(word);
      const next = words[index + 1];
      if (next !== undefined && next.length <= LONGEST_WORD && HAS_LETTER.test(next))
        terms.add(`${word} ${next}`);
    }
  }
  return terms;
}
