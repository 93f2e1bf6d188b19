import type { Database } from '../io/store/database.ts';
import { type FilterChoices, filterChoices } from '../io/store/story-list.ts';
import { shareAnswers, type SharedAnswers } from './shared-answers.ts';

/** Milliseconds. A new outlet may be missing from a list of outlets for so long. */
const FRESH = 2_000;
const STALE = 60_000;

const choices = new WeakMap<Database, SharedAnswers<FilterChoices>>();

/** What there is to filter by: every list shows it, and it hardly ever changes. */
export function getFilterChoices(db: Database): Promise<FilterChoices> {
  const known = choices.get(db) ?? shareAnswers<FilterChoices>({ fresh: FRESH, stale: STALE, most: 1 });
  choices.set(db, known);
  return known.get('', () => filterChoices(db));
}
