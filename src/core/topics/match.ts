/** The state of a measure, where the text says it. */
export type Stance = 'proposed' | 'in force' | 'eased' | 'denied' | 'evaded';

/** A `sure` match causes an alert. A `possible` one is stored and listed, and sent only where a route asks for it. */
export type Level = 'sure' | 'possible';

export type TextField = 'title' | 'lead' | 'text';

/** The input of the classifier. `language` is ISO 639-3 or `und`; with `und` every plausible lexicon is tried. */
export interface ClassifiableArticle {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly text: string;
  readonly language?: string | undefined;
}

/** A topic found in an article, with everything that explains it. */
export interface Match {
  /** The topic's id, e.g. `chip_ban`. */
  readonly topic: string;
  readonly level: Level;
  /** How probable it is that the article is about the topic: whole per cent, 0 to 100. */
  readonly confidence: number;
  readonly stance: Stance | undefined;
  /** Set where no word says the stance, and it follows from the evidence: a sale that is forbidden, a smuggler who is charged. */
  readonly impliedStance?: true | undefined;
  /** Set where the text says, by date or verb, that a measure begins to apply or, with the stance `eased`, that it ends. */
  readonly takesEffect?: true | undefined;
  /** Set where the article is sure by one sentence and not as a whole: it is about something else, and mentions this. */
  readonly aside?: true | undefined;
  readonly rules: readonly { readonly id: string; readonly weight: number }[];
  /** Strongest first. Offsets are UTF-16 indices into the field as given to `classify`. */
  readonly passages: readonly Passage[];
  /** What spoke for the topic most, highest first, where the fitted weights decided and no rule fired. */
  readonly grounds?: readonly Ground[] | undefined;
  /** Content hash of the topic as compiled. */
  readonly version: string;
}

/** A part of what fitted weights found: a concept, two in one sentence, or several of one family. */
export interface Ground {
  /** Where the concept stands, at its best place; `sentence` for two in one, `several` for those of a family. */
  readonly place: 'title' | 'opening' | 'text' | 'sentence' | 'several';
  readonly terms: readonly { readonly concept: string; readonly text: string }[];
  /** What it adds to the log-odds of the topic. */
  readonly adds: number;
}

/** The sentence that a rule fired on. */
export interface Passage {
  readonly rule: string;
  readonly field: TextField;
  readonly start: number;
  readonly end: number;
  /** `field.slice(start, end)`. */
  readonly text: string;
  /** Whether the terms are in one sentence, or in neighbouring ones. */
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
  /** How often it is named, in the title too. */
  readonly count: number;
}
