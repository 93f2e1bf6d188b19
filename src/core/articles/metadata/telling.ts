/** Elements that tell of the article by what they are. */
const NAMES = new Set(['html', 'meta', 'title', 'link', 'h1', 'time']);

/** Class names and `rel`s that a byline or a date may have, in one test before the finer ones. */
const NAMED = /author|byline|autor|signature|published|entry-date|posted-on/i;

/** Whether an element of this name may say something of the article. */
export function isTellingName(name: string): boolean {
  return NAMES.has(name);
}

/** Whether an attribute makes its element one that may say something of the article. */
export function isTellingAttribute(name: string, value: string): boolean {
  if (name === 'class' || name === 'rel') return NAMED.test(value);
  return name === 'itemprop' || name === 'aria-level';
}
