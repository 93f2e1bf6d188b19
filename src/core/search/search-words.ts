import { HAN_VARIANTS } from '../matching/han-variants.ts';

/** What the index holds of scripts without spaces: pairs of characters. The same ranges as in the index. */
const UNSPACED =
  /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]+/gu;

/** Words as the index can answer them. */
interface SearchText {
  /** In the syntax of PostgreSQL's `websearch_to_tsquery`; undefined where all is in scripts without spaces. */
  readonly spaced: string | undefined;
  /** As a `tsquery`: all pairs, in any of the ways in which the characters are written. Undefined where there are none. */
  readonly pairs: string | undefined;
}

/** A query cut into what is wanted and what is not. */
export interface SearchWords extends SearchText {
  /** What is wanted, as it was written. */
  readonly wanted: string;
  /**
   * What was written with `-` before it. It is kept apart because each language stems a word in its own way: an article
   * must have none of the forms, where of what is wanted one is enough.
   */
  readonly without: SearchText;
}

/** `-word` or `-"in a row"`, where a word begins. */
const UNWANTED = /(?<=^|\s)-(?:"[^"]*"?|[^\s"]+)/g;

export function searchWords(query: string): SearchWords {
  const text = query.normalize('NFKC');
  const unwanted = (text.match(UNWANTED) ?? []).map((one) => one.slice(1));
  const wanted = text.replaceAll(UNWANTED, ' ').trim();
  return {
    wanted,
    ...textOf(wanted, ' & '),
    // Any of them is one too many.
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
    // Quotes and signs alone ask for nothing.
    spaced: /[\p{L}\p{N}]/u.test(spaced.replaceAll(/\bOR\b/g, '')) ? spaced : undefined,
    pairs: pairs.length === 0 ? undefined : pairs.map((one) => `(${one})`).join(joint),
  };
}

/** Each pair, in any of the ways in which its characters are written; a character alone finds pairs that begin with it. */
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

/** Simplified characters with all that are simplified to them. */
const OTHERS = Map.groupBy(HAN_VARIANTS, ([, simple]) => simple);

/** A character as it is written in China, in Taiwan and in Japan, as far as we know. */
function writings(character: string): string[] {
  const unit = character.charCodeAt(0);
  const simple = HAN_VARIANTS.get(unit) ?? unit;
  const others = (OTHERS.get(simple) ?? []).map(([other]) => other);
  return [...new Set([character, ...[simple, ...others].map((one) => String.fromCharCode(one))])];
}
