/** The state of a measure, where the text says it. */
export type Stance = 'proposed' | 'in force' | 'eased' | 'denied' | 'evaded';

/** A `sure` match alerts; a `possible` one is kept, listed and sent where a route asks for it. */
export type Level = 'sure' | 'possible';

export type TextField = 'title' | 'lead' | 'text';

/** What the classifier reads. `language` is ISO 639-3 or `und`; with `und` every plausible lexicon runs. */
export interface ClassifiableArticle {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly text: string;
  readonly language?: string | undefined;
}

/** A topic found in an article, with all that is needed to say why. */
export interface Match {
  /** The topic's id, e.g. `chip_ban`. */
  readonly topic: string;
  readonly level: Level;
  /** How probable it is that the article is about the topic: a whole number of per cent, 0 to 100. */
  readonly confidence: number;
  readonly stance: Stance | undefined;
  /** Set where a measure is in force and the sentences that say so tell by date or verb that it begins to hold. */
  readonly takesEffect?: true | undefined;
  readonly rules: readonly { readonly id: string; readonly weight: number }[];
  /** Strongest first. Offsets are UTF-16 indices into the field as given to `classify`. */
  readonly passages: readonly Passage[];
  /** Content hash of the topic as compiled. */
  readonly version: string;
}

/** The sentence that a rule fired on. */
export interface Passage {
  readonly rule: string;
  readonly field: TextField;
  readonly start: number;
  readonly end: number;
  /** `field.slice(start, end)`. */
  readonly text: string;
  /** Whether the terms stand in one sentence, or in sentences that follow one another. */
  readonly together?: 'sentence' | 'nearby' | undefined;
  readonly terms: readonly {
    readonly concept: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

/** A thing named in the text; ids are stable across languages. */
export interface EntityMention {
  readonly id: string;
  /** The name to show. */
  readonly name: string;
  readonly kind: 'organisation' | 'chip' | 'agency' | 'country';
  /** How often it is named, title counted too. */
  readonly count: number;
}
