import { HAN_VARIANTS } from '../matching/han-variants.ts';

/** Scripts without spaces, which are indexed in pairs of characters. The ranges must equal those of the index. */
const UNSPACED =
  /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]+/gu;

/** Words in the form in which the index is queried. */
interface SearchText {
  /**
   * In the syntax of PostgreSQL's `websearch_to_tsquery`; undefined where all words are in scripts without spaces.
   */
  readonly spaced: string | undefined;
  /** As a `tsquery`: all pairs, with every variant of their characters. Undefined where there are none. */
  readonly pairs: string | undefined;
}

/** A query split into wanted and unwanted words. */
export interface SearchWords extends SearchText {
  /** The wanted words as written. */
  readonly wanted: string;
  /**
   * Words written with `-` before them. Kept apart, because each language stems a word differently: an article must
   * have none of the unwanted forms, but one form of each wanted word suffices.
   */
  readonly without: SearchText;
}

/** `-word` or `-"in a row"` at the beginning of a word. */
const UNWANTED = /(?<=^|\s)-(?:"[^"]*"?|[^\s"]+)/g;

/** Splits a query as a person writes it: words, `"phrases"`, `OR`, and `-` before what is not wanted. */
export function searchWords(query: string): SearchWords {
  const text = query.normalize('NFKC');
  const unwanted = (text.match(UNWANTED) ?? []).map((one) => one.slice(1));
  const wanted = text.replaceAll(UNWANTED, ' ').trim();
  return {
    wanted,
    ...textOf(wanted, ' & '),
    // One unwanted word is enough to exclude an article.
    without: textOf(unwanted.join(' OR '), ' | '),
  };
}

function textOf(text: string, joint: ' & ' | ' | '): SearchText {
  const pairs = (text.match(UNSPACED) ?? []).map(pairsOfRun);
  const spaced = text
    .replaceAll(UNSPACED, ' ')
    .replaceAll(/["'\s]+$/g, (end) => (end.includes('"') ? '"' : ''))
    .trim();
  return {
    // Quotes and punctuation without a letter or digit are no words.
    spaced: /[\p{L}\p{N}]/u.test(spaced.replaceAll(/\bOR\b/g, '')) ? spaced : undefined,
    pairs: pairs.length === 0 ? undefined : pairs.map((one) => `(${one})`).join(joint),
  };
}

/** Each pair, with every variant of its characters. A single character finds pairs that begin with it. */
function pairsOfRun(run: string): string {
  const characters = [...run];
  if (characters.length === 1)
    return writings(characters[0] as string)
      .map((one) => `${quoted(one)}:*`)
      .join(' | ');
  const pairs = characters.slice(1).map((next, index) => {
    const firsts = writings(characters[index] as string);
    const forms = firsts.flatMap((first) => writings(next).map((second) => quoted(`${first}${second}`)));
    return forms.length === 1 ? forms[0] : `(${forms.join(' | ')})`;
  });
  return [...new Set(pairs)].join(' & ');
}

function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
}

/** For each simplified character, those that are simplified to it. */
const OTHERS = Map.groupBy(HAN_VARIANTS, ([, simple]) => simple);

/** The variants of a character in China, Taiwan and Japan, as far as we know. */
function writings(character: string): string[] {
  const unit = character.charCodeAt(0);
  const simple = HAN_VARIANTS.get(unit) ?? unit;
  const others = (OTHERS.get(simple) ?? []).map(([other]) => other);
  return [...new Set([character, ...[simple, ...others].map((one) => String.fromCharCode(one))])];
}
