import type { EntityMention, Match, Stance, TextField } from '../topics/match.ts';

/** The input of the story step: an article that was extracted, classified and searched for entities. */
export interface StoryArticle {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly text: string;
  /** ISO 639-3 or `und`. */
  readonly language: string;
  readonly topics: readonly Match[];
  readonly entities: readonly StoryEntity[];
  /** When it was published, or first seen where the page gives no date. */
  readonly published: Date;
  readonly outlet: string;
  readonly url: string;
}

/** An entity with the positions of its names, where known: one in the title counts more. */
export interface StoryEntity extends EntityMention {
  readonly places?:
    | readonly { readonly field: TextField; readonly start: number; readonly end: number }[]
    | undefined;
}

/**
 * The features of one article as plain JSON (at most about 4 KB). Stored with the article and read with the stories of which
 * it is a member, so that no decision reads a text again. Weights are from 0 to 1.
 */
export interface StoryFeatures {
  readonly version: 1;
  /** Milliseconds since 1970 (UTC). */
  readonly at: number;
  readonly outlet: string;
  /** ISO 639-3 or `und`. */
  readonly language: string;
  readonly official: boolean;
  /** Bottom-k sketch of the text's shingles: the smallest hashes, ascending, unsigned 32 bits. */
  readonly sketch: readonly number[];
  /** The number of distinct shingles behind the sketch. */
  readonly shingles: number;
  /** Hashed content words (or character pairs) of this language with their weight, strongest first. */
  readonly terms: readonly (readonly [hash: number, weight: number])[];
  /** Gazetteer ids, countries included, with prominence. */
  readonly entities: readonly (readonly [id: string, weight: number])[];
  /** The kind of each entity; absent in features stored by earlier versions. */
  readonly kinds?: readonly EntityMention['kind'][] | undefined;
  /** Sound keys of names that no table has, comparable across scripts, with one spelling for display. */
  readonly names: readonly (readonly [key: string, weight: number, written: string])[];
  readonly places: readonly (readonly [id: string, weight: number])[];
  /** Countries that goods go to or are meant for. */
  readonly destinations?: readonly string[] | undefined;
  /** The state that acts: a country's code, as the report first names one of its authorities, or the country itself. */
  readonly actor?: string | undefined;
  /** Places and countries of courts that are named. */
  readonly courts?: readonly string[] | undefined;
  /** Product and part names such as `rtx6000d`. */
  readonly models: readonly string[];
  readonly quantities: readonly StoryQuantity[];
  /** Days that the text names: `2025-11-14`. */
  readonly dates: readonly string[];
  /** Periods that the text is about: `2025-10`, `2025-Q3`. */
  readonly periods: readonly string[];
  /** Actions (`earnings`, `arrest`, `launch` …) with prominence. */
  readonly actions: readonly (readonly [id: string, weight: number])[];
  /**
   * Other subjects (`blackout`, `warehouse`, `licence` …) with prominence; absent in features stored by earlier
   * versions.
   */
  readonly ideas?: readonly (readonly [id: string, weight: number])[];
  /** The genre that the title shows; undefined for a plain report. */
  readonly genre?: 'round-up' | 'analysis' | undefined;
  /** Concepts in the topics' passages. */
  readonly concepts: readonly string[];
  readonly topics: readonly TopicStance[];
}

export interface StoryQuantity {
  readonly value: number;
  /** ISO 4217 for money, `%`, `nm`, `GB`, …; `n` for a plain count, `x` for a number with a fraction. */
  readonly unit: string;
  /** What a count counts (`chips`, `persons` …), where the words after it say so. */
  readonly of?: string | undefined;
}

interface TopicStance {
  readonly topic: string;
  readonly stance: Stance | undefined;
  /** Set where the text says that this state has just begun: `Match.takesEffect`. */
  readonly takesEffect?: true | undefined;
  /** Set where no word says the stance: `Match.impliedStance`. */
  readonly impliedStance?: true | undefined;
  /** Set where the article is only possibly about the topic. */
  readonly level?: 'possible' | undefined;
  /** Set where the article only mentions the topic: `Match.aside`. */
  readonly aside?: true | undefined;
}

/** Features, and the keys by which articles about the same event are found. */
export interface FeaturedArticle {
  readonly features: StoryFeatures;
  /** Distinct signed 32-bit integers, at most 96: for an `int4[]` column with a GIN index. */
  readonly keys: readonly number[];
}

/**
 * A story as it is stored: `stories.keys int4[]`, `stories.first_report`, `stories.last_report` (timestamptz),
 * `stories.members bigint[]`, `stories.article_count int`, `stories.state jsonb`; `story_keys.keys int4[]` (GIN).
 */
export interface StoryRecord {
  readonly storyId: string;
  readonly firstReport: number;
  readonly lastReport: number;
  readonly articleCount: number;
  /** The union over the articles, newest first, bounded. */
  readonly keys: readonly number[];
  /** The articles that represent the story in comparisons; always with the first report. */
  readonly members: readonly StoryMember[];
  readonly state: StoryState;
}

export interface StoryMember {
  readonly articleId: string;
  readonly features: StoryFeatures;
}

/** What a story has reported so far. A development is something that is not in it. */
export interface StoryState {
  readonly topics: readonly string[];
  /** Topics that its reports are only possibly about, or only mention. They are listed, but cause no development. */
  readonly possible?: readonly string[] | undefined;
  /** The stance of each topic; `stanceAfter` decides when it changes. */
  readonly stances: readonly TopicState[];
  readonly official: boolean;
}

export interface TopicState {
  readonly topic: string;
  readonly stance: Stance;
  /** When the stance was first reported. */
  readonly at: number;
  /** Set where no report has said the stance in words yet. */
  readonly implied?: true | undefined;
  /** Earlier stances. */
  readonly before?: readonly Stance[] | undefined;
}

export type StoryDecision =
  | {
      readonly kind: 'join';
      readonly storyId: string;
      readonly score: number;
      readonly reasons: readonly StoryReason[];
    }
  | {
      readonly kind: 'new';
      /** The story with the best score, and why it was not enough. */
      readonly nearest:
        | { readonly storyId: string; readonly score: number; readonly reasons: readonly StoryReason[] }
        | undefined;
    };

/** One reason, strongest first in a list: `both name Nexperia and Wingtech`, +2.1. */
export interface StoryReason {
  readonly says: string;
  /** Positive in favour. The score is the sum. */
  readonly weight: number;
}

/** A development that causes an update. */
export type Development =
  | { readonly kind: 'new-topic'; readonly topic: string }
  | { readonly kind: 'stance'; readonly topic: string; readonly from: Stance; readonly to: Stance }
  | { readonly kind: 'official'; readonly outlet: string };
