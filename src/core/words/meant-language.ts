import { nearestWord } from './nearest-word.ts';
import { once } from './once.ts';

const englishNames = once(() => new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }));
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Whether a BCP 47 primary subtag exists. */
export function isLanguage(subtag: string): boolean {
  return englishNames().of(subtag) !== undefined;
}

/**
 * The tag of a language that was written differently: by its name in English or in the language itself (`english`,
 * `Deutsch`), or as a country (`jp`, `cn`).
 */
export function meantLanguage(written: string): string | undefined {
  const word = written.toLowerCase();
  if (/^[a-z]{2}$/.test(word)) {
    const { language } = new Intl.Locale(`und-${word.toUpperCase()}`).maximize();
    return language === 'und' || language === 'en' ? undefined : language;
  }
  const tags = tagsByName();
  const name = tags.has(word) ? word : nearestWord(word, tags.keys());
  return name === undefined ? undefined : tags.get(name);
}

/** Lists with a filter for a language ask each time. */
const tagsByName = once(
  (): ReadonlyMap<string, string> =>
    new Map([...LETTERS].flatMap((first) => [...LETTERS].flatMap((second) => namesOf(first + second)))),
);

function namesOf(tag: string): [name: string, tag: string][] {
  const name = englishNames().of(tag);
  if (name === undefined) return [];
  const own = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag) ?? name;
  return [
    [name.toLowerCase(), tag],
    [own.toLowerCase(), tag],
  ];
}
