import type { GroupIndex, MeaningTable } from './meaning-table.ts';
import type { Families } from './families.ts';
import type { Matcher } from '../matching/matcher.ts';
import type { Zone } from './definition.ts';
import type { CompiledFit } from './fit/compiled-fit.ts';
import type { GroupMembers } from './group-members.ts';
import type { LexiconKey } from './languages.ts';
import type { Stance } from './match.ts';

/** Equal rules of several topics are one object, so that what is found for one is found for all of them. */
export interface CompiledRule {
  readonly id: string;
  readonly weight: number;
  /** The number of what it needs, in `Topics.needs`. Rules that differ in nothing but id and weight have the same. */
  readonly condition: number;
  /** Whether several topics have the rule. */
  readonly isShared: boolean;
  readonly scope: 'sentence' | 'paragraph' | 'words';
  /** The largest distance of the evidence, in words. */
  readonly words: number;
  readonly zones: readonly Zone[];
  readonly all: readonly GroupIndex[];
  readonly with: readonly GroupIndex[];
  readonly none: GroupIndex | undefined;
  readonly opening: readonly GroupIndex[];
  readonly article: readonly GroupIndex[];
  readonly affirmed: ReadonlySet<number>;
}

/**
 * The groups that an article must name for each condition of a rule: those of `all`, `with` and `article`, that with the
 * fewest terms first. They are in one list, because rules are asked for by the thousand, and most fail here.
 */
export interface RuleNeeds {
  readonly groups: Int32Array;
  /** By condition, where its groups end; they begin where those of the condition before end. */
  readonly ends: Int32Array;
}

export interface CompiledCounter {
  readonly id: string;
  readonly any: GroupIndex;
  readonly unless: GroupIndex | undefined;
  readonly subtract: number;
  readonly zones: readonly Zone[];
}

export interface CompiledTopic {
  readonly id: string;
  readonly title: string;
  readonly threshold: number;
  /** Content hash: 16 hexadecimal digits. */
  readonly version: string;
  /** Weights fitted to labelled articles; without them the rules' weights are used. */
  readonly fit: CompiledFit | undefined;
  // Equal guards, rules, counter-evidence, stances and weights of several topics are one object.
  readonly guard: readonly GroupIndex[];
  readonly rules: readonly CompiledRule[];
  /** By rule. Most rules of most topics are dropped by this number, without a look at the rule. */
  readonly conditions: Int32Array;
  readonly counter: readonly CompiledCounter[];
  readonly stance: readonly { readonly stance: Stance; readonly cues: GroupIndex }[];
  readonly impliedStance: CompiledTopic['stance'];
}

/** The terms of one language and those of `*`, compiled for one pass over a text. */
export interface Lexicon {
  readonly matcher: Matcher;
  /** The meanings of each pattern of the matcher. */
  readonly meanings: MeaningTable;
}

/** Topics ready for `classify`. */
export interface Topics {
  readonly topics: readonly CompiledTopic[];
  readonly needs: RuleNeeds;
  /** Names of the concepts, by index. */
  readonly concepts: readonly string[];
  /** Concepts of each group, by index. */
  readonly groups: readonly (readonly number[])[];
  readonly members: GroupMembers;
  /** The groups of each concept, by the concept's index. */
  readonly groupsOf: readonly (readonly GroupIndex[])[];
  readonly families: Families;
  /** One for each language, so that a text is not searched for the words of the others. */
  readonly lexicons: ReadonlyMap<LexiconKey, Lexicon>;
  /** How many patterns the terms of all languages have. */
  readonly patterns: number;
  readonly furniture: GroupIndex;
  readonly negationBefore: GroupIndex;
  readonly negationAfter: GroupIndex;
  readonly stanceException: GroupIndex;
  readonly takesEffect: GroupIndex;
  readonly measureEnded: GroupIndex;
}
