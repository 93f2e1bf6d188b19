import labels from '../../../config/gist/labels.json' with { type: 'json' };
import type { Stance } from '../topics/match.ts';

/** The languages in which a gist can be written. */
export const READER_LANGUAGES = ['en', 'fr', 'de', 'es', 'zh', 'ja'] as const;

export type ReaderLanguage = (typeof READER_LANGUAGES)[number];

/** One label in each language. */
export type Label = Readonly<Record<ReaderLanguage, string>>;

type Labels = Readonly<Record<string, Label>>;

/** The reviewed words of gists. Within a section those that stand first tell most, and are chosen first. */
interface GistLabels {
  /** By ISO 3166 code, and `eu`. */
  readonly countries: Labels;
  /** Concepts that say who acts, where no country is named … */
  readonly who: Labels;
  /** … or beside it. */
  readonly actors: Labels;
  /** What happens … */
  readonly measures: Labels;
  /** … and what is said of it only where nothing says it more exactly. */
  readonly vague: Labels;
  /** What it happens to, where no chip is named. */
  readonly objects: Labels;
  readonly stances: Readonly<Record<Stance, Label>>;
  /** Said of an article in which no measure is found. */
  readonly topics: Labels;
  /** Concepts that say nothing to a reader, or are said by an entity's name. */
  readonly silent: readonly string[];
}

export const GIST_LABELS: GistLabels = labels;
