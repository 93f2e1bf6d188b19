import { foldLetters } from '../articles/fold-text.ts';
import { contentWords } from '../words/content-words.ts';
import { shareOf } from '../words/shared-words.ts';

/** Whether two headlines are the same, apart from a site's name or a changed word. */
export function containsHeadline(title: string, headline: string): boolean {
  if (headline.trim() === '') return false;
  const [one, other] = [foldLetters(title), foldLetters(headline)];
  if (one !== '' && one === other) return true;
  const share = shareOf(contentWords(headline), contentWords(title));
  return share.matched >= 2 && share.matched >= 0.6 * share.of;
}
