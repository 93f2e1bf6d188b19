/** Elements that tell of the article by what they are. */
const NAMES = new Set(['html', 'meta', 'title', 'link', 'h1', 'time']);

/** Class names and `rel`s that a byline or a date may have, in one test before the finer ones. */
const NAMED = /author|byline|autor|signature|published|entry-date|posted-on/i;

/** Whether an element of this name may say something of the article. */
export function isTellingName(name: string): boolean {
  return NAMES.has(name);
}

/**
 * Tells whether an attribute makes its element one that may say something of the article. One judge serves one page: it
 * remembers class lists, of which most stand on many elements.
 */
export function createTellingJudge(): (name: string, value: string) => boolean {
  const lists = new Map<string, boolean>();
  return (name, value) => {
    if (name !== 'class' && name !== 'rel') return name === 'itemprop' || name === 'aria-level';
    let isTelling = lists.get(value);
    if (isTelling === undefined) {
      isTelling = NAMED.test(value);
      lists.set(value, isTelling);
    }
    return isTelling;
  };
}
