import type { Cuts } from './confidence.ts';
import type { Stance } from './match.ts';

/** A topic's fitted weights as in the file. */
export interface FitDefinition {
  /** The log-odds for an article without any feature. */
  readonly bias: number;
  readonly cuts: Cuts;
  /** What one unit of each feature adds to the log-odds, by the feature's name. */
  readonly weights: ReadonlyMap<string, number>;
  readonly file: string;
  readonly line: number;
}

/** One of several concepts: each of them satisfies a rule's group. */
export type Group = readonly string[];

/** A word or phrase of one language, in the notation of `parseTerm`. */
export interface TermDefinition {
  /** With groups of terms written out. */
  readonly term: string;
  /** As written in the file. */
  readonly written: string;
  /** The term counts only if one of these concepts is within `words` words. */
  readonly near: Group;
  readonly words: number;
  readonly line: number;
  /** The line's comment says `reviewed`: it looks wrong, but is intended. */
  readonly reviewed?: boolean;
}

/** A concept with its terms in each language; `*` holds names and terms common to all. */
export interface ConceptDefinition {
  readonly id: string;
  readonly terms: ReadonlyMap<string, readonly TermDefinition[]>;
  /** Phrases in which the concept's terms mean something else: `potato chip*`. */
  readonly except: ReadonlyMap<string, readonly TermDefinition[]>;
  readonly file: string;
  readonly line: number;
}

export const ZONES = ['title', 'lead', 'body'] as const;
/** `lead` is the standfirst and the first sentences of the text, `body` the whole text. */
export type Zone = (typeof ZONES)[number];

interface RuleDefinition {
  readonly id: string;
  readonly weight: number;
  /** How far apart the concepts may be: in one sentence, in one paragraph, or by this many words. */
  readonly within: 'sentence' | 'paragraph' | { readonly words: number };
  /** Where the evidence must be; everywhere if empty. */
  readonly zones: readonly Zone[];
  /** Each group must be found once, on different words. */
  readonly all: readonly Group[];
  /** At least one of these must be found too. */
  readonly any: Group;
  /** Groups that the same sentence must contain too, at any distance. */
  readonly with: readonly Group[];
  /** None of these may be in the same sentence, paragraph or distance. */
  readonly none: Group;
  /** Groups that the title or lead must contain … */
  readonly opening: readonly Group[];
  /** … or the article, anywhere. */
  readonly article: readonly Group[];
  /** Concepts that do not count when negated. */
  readonly affirmed: Group;
  readonly line: number;
}

/** Evidence that the article is about something else. */
interface CounterDefinition {
  readonly id: string;
  readonly any: Group;
  /** The counter-evidence is ignored if one of these is found anywhere. */
  readonly unless: Group;
  readonly subtract: number;
  readonly zones: readonly Zone[];
  readonly line: number;
}

export interface TopicDefinition {
  readonly id: string;
  readonly title: string;
  readonly threshold: number;
  /** Groups that must all be found somewhere in the article, or no rule is tried. */
  readonly guard: readonly Group[];
  readonly rules: readonly RuleDefinition[];
  readonly counter: readonly CounterDefinition[];
  readonly stance: ReadonlyMap<Stance, Group>;
  /** The stance that follows from these where no word of `stance` is found. */
  readonly impliedStance: ReadonlyMap<Stance, Group>;
  readonly fit: FitDefinition | undefined;
  readonly file: string;
  readonly line: number;
}

/** The content of all files in a topics directory. */
export interface TopicDefinitions {
  readonly concepts: ReadonlyMap<string, ConceptDefinition>;
  readonly topics: readonly TopicDefinition[];
  /** Concepts of similar meaning, by the family's name. One weight may be fitted to a family. */
  readonly families: ReadonlyMap<string, readonly string[]>;
}
