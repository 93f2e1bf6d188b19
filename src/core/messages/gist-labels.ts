import labels from '../../../config/gist/labels.json' with { type: 'json' };
import type { Stance } from '../topics/match.ts';

/** The languages in which a gist can be written. */
export const READER_LANGUAGES = ['en', 'fr', 'de', 'es', 'zh', 'ja'] as const;

export type ReaderLanguage = (typeof READER_LANGUAGES)[number];

/** One label in each language. */
export type Label = Readonly<Record<ReaderLanguage, string>>;

type Labels = Readonly<Record<string, Label>>;

/** The reviewed words of gists. Within a section the most informative are first, and are chosen first. */
interface GistLabels {
  /** By ISO 3166 code, and `eu`. */
  readonly countries: Labels;
  /** Concepts of who acts, where no country is named … */
  readonly who: Labels;
  /** … or beside it. */
  readonly actors: Labels;
  /** What happens … */
  readonly measures: Labels;
  /** … and vaguer words for it, used only where there is no exact one. */
  readonly vague: Labels;
  /** Concepts of what is affected, where no chip is named. */
  readonly objects: Labels;
  readonly stances: Readonly<Record<Stance, Label>>;
  /** Used for an article in which no measure is found. */
  readonly topics: Labels;
  /** Concepts that are not shown: they mean nothing to a reader, or an entity's name shows them. */
  readonly silent: readonly string[];
}

export const GIST_LABELS: GistLabels = labels;
