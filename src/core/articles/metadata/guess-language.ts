/** Frequent short words of languages whose publishers share one time zone. None is frequent in two of them. */
const WORDS: Readonly<Record<string, string>> = {
  cs: 'který které jsou podle také však jeho bude',
  da: 'ikke også blev efter hvor deres mellem',
  de: 'und der die nicht ist ein eine wird auch sich',
  fi: 'että myös mutta ovat hän kanssa',
  fr: 'les des est dans une pour sur que qui avec',
  hu: 'hogy egy nem volt mint azt szerint',
  it: 'che della per gli una con sono nella delle',
  nl: 'het een van niet voor zijn wordt met',
  pl: 'się nie jest że przez dla oraz jak',
  ro: 'care este pentru din sau fost mai',
  sv: 'och att som inte för till med',
  tr: 'bir ve için ile olarak daha göre',
}; // biome-ignore format: a table

/** Word → the languages in which it is frequent. */
const LANGUAGES = new Map<string, string[]>();
for (const [language, words] of Object.entries(WORDS))
  for (const word of words.split(' ')) LANGUAGES.set(word, [...(LANGUAGES.get(word) ?? []), language]);

/**
 * Guesses the language of a page that declares none, by script, or else by counting frequent words. Good enough only
 * to choose the publisher's time zone. Undefined where no language stands out.
 */
export function guessLanguage(text: string): string | undefined {
  const sample = text.slice(0, 4_000);
  if (/[\u3040-\u30ff]/.test(sample)) return 'ja';
  if (/[\uac00-\ud7af]/.test(sample)) return 'ko';
  if (/[\u4e00-\u9fff]/.test(sample)) return 'zh';
  if (/[іїєґ]/i.test(sample)) return 'uk';
  if (/[ыэъ]/i.test(sample)) return 'ru';
  if (/[\u0370-\u03ff]{3}/.test(sample)) return 'el';
  if (/[\u0e00-\u0e7f]{3}/.test(sample)) return 'th';
  const words = sample.toLowerCase().split(/[^\p{L}]+/u);
  const counts = new Map<string, number>();
  for (const word of words)
    for (const language of LANGUAGES.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  let best: string | undefined;
  let most = Math.max(4, words.length * 0.05);
  for (const language of Object.keys(WORDS)) {
    const count = counts.get(language) ?? 0;
    if (count > most) {
      best = language;
      most = count;
    }
  }
  return best;
}
