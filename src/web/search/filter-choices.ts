import type { Database } from '../../io/store/database.ts';
import { type FilterChoices, filterChoices } from '../../io/store/stories/story-list.ts';
import { shareAnswers, type SharedAnswers } from '../shared-answers.ts';

/** Milliseconds for which the choices are cached: a new outlet may be missing for so long. */
const FRESH = 2_000;
const STALE = 60_000;

const choices = new WeakMap<Database, SharedAnswers<FilterChoices>>();

/** The choices of the filters, shared by all lists because they hardly ever change. */
export function getFilterChoices(db: Database): Promise<FilterChoices> {
  const known = choices.get(db) ?? shareAnswers<FilterChoices>({ fresh: FRESH, stale: STALE, most: 1 });
  choices.set(db, known);
  return known.get('', () => filterChoices(db));
}
