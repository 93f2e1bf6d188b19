import type { FitDefinition } from './fit/compiled-fit.ts';
import type { Stance } from './match.ts';

/** One of several concepts; a rule's group is fulfilled by any of them. */
export type Group = readonly string[];

/** A word or phrase of one language, in the notation of `parseTerm`. */
export interface TermDefinition {
  /** With its groups written out. */
  readonly term: string;
  /** As written in the file. */
  readonly written: string;
  /** Counts only if one of these concepts is named within `words` words. */
  readonly near: Group;
  readonly words: number;
  readonly line: number;
  /** The line's comment says `reviewed`: it looks odd, and is meant. */
  readonly reviewed?: boolean;
}

/** One idea with its terms in each language; `*` holds names and terms common to all. */
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
  /** How far apart the concepts may be: in one sentence, in one paragraph, or this many words. */
  readonly within: 'sentence' | 'paragraph' | { readonly words: number };
  /** Where the evidence must be; everywhere if empty. */
  readonly zones: readonly Zone[];
  /** Each group once, on different words. */
  readonly all: readonly Group[];
  /** At least one of these, too. */
  readonly any: Group;
  /** Groups that the same sentence must hold, too, at any distance. */
  readonly with: readonly Group[];
  /** None of these in the same sentence, paragraph or distance. */
  readonly none: Group;
  /** Groups that the title or lead must hold … */
  readonly opening: readonly Group[];
  /** … or the article, anywhere. */
  readonly article: readonly Group[];
  /** Concepts that do not count where they are negated. */
  readonly affirmed: Group;
  readonly line: number;
}

/** Evidence that the article is about something else. */
interface CounterDefinition {
  readonly id: string;
  readonly any: Group;
  /** Disarmed if one of these is named anywhere. */
  readonly unless: Group;
  readonly subtract: number;
  readonly zones: readonly Zone[];
  readonly line: number;
}

export interface TopicDefinition {
  readonly id: string;
  readonly title: string;
  readonly threshold: number;
  /** Each group must be named somewhere, or no rule is tried. */
  readonly guard: readonly Group[];
  readonly rules: readonly RuleDefinition[];
  readonly counter: readonly CounterDefinition[];
  readonly stance: ReadonlyMap<Stance, Group>;
  readonly fit: FitDefinition | undefined;
  readonly file: string;
  readonly line: number;
}

/** All that the files of a topics directory say. */
export interface TopicDefinitions {
  readonly concepts: ReadonlyMap<string, ConceptDefinition>;
  readonly topics: readonly TopicDefinition[];
  /** Concepts that say much the same, by the family's name: a weight may be fitted to all of them together. */
  readonly families: ReadonlyMap<string, readonly string[]>;
}
