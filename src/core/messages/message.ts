import type { Level, Passage, Stance } from '../topics/match.ts';

/**
 * The content of one delivery, for all channels; `composeMessage` makes it. Plain text: each channel escapes for
 * itself.
 */
export interface AlertMessage {
  /** The delivery's id. It is the same on retries, so that a receiver can drop repeats. */
  readonly idempotencyKey: string;
  readonly kind: 'alert' | 'update' | 'digest' | 'overflow' | 'test' | 'operations';
  readonly createdAt: Date;
  readonly route: string;
  /** The message in one line: `Chip ban, in force: …`, `Daily digest: 12 stories`. */
  readonly subject: string;
  /** A sentence about the message itself: why it is late, or how many alerts a summary replaces. */
  readonly note: string | undefined;
  /**
   * One story for an alert or update; the entries, newest first, for a digest or overflow summary; none for
   * `operations`.
   */
  readonly stories: readonly StoryMessage[];
  /** The number of this part, from 1, where a digest is too long for one message of its channel. */
  readonly part: { readonly number: number; readonly of: number } | undefined;
}

export interface StoryMessage {
  readonly alertId: string;
  readonly storyId: string;
  /** The story's page in the console, when `web.publicUrl` is set. */
  readonly storyUrl: string | undefined;
  readonly title: string;
  /**
   * The title in the reader's language: `China · customs · inspect · H20`; undefined where the title is in that
   * language.
   */
  readonly gist: string | undefined;
  readonly link: string;
  readonly outlet: string;
  readonly published: Date | undefined;
  /** BCP 47. */
  readonly language: string;
  /** `Japanese`, `Simplified Chinese`; `unknown language` where unsure. */
  readonly languageName: string;
  /** Strongest first. */
  readonly topics: readonly TopicMessage[];
  readonly entities: readonly string[];
  readonly outletCount: number;
  readonly languages: readonly string[];
  /** How far the story has spread: `1 outlet`, `now 7 outlets, 3 languages`. */
  readonly reach: string;
  /** Why an update was sent: `now in force`, `first official source`, … */
  readonly development: string | undefined;
  /** True for the bundled sample outlet; every output must mark it. */
  readonly sample: boolean;
}

export interface TopicMessage {
  readonly id: string;
  /** `Chip ban`, `Chip ban (possible)` */
  readonly label: string;
  readonly level: Level;
  /** Per cent, 0 to 100. */
  readonly confidence: number;
  readonly stance: Stance | undefined;
  /** The sentence that matched, as in the source. */
  readonly sentence: string;
  /** Positions of the matched terms in `sentence` (UTF-16 offsets). */
  readonly terms: readonly { readonly start: number; readonly end: number; readonly concept: string }[];
  /** Whether the terms are in one sentence; undefined where unknown. */
  readonly together?: Passage['together'];
  readonly rules: readonly string[];
  /** Why it matched, for a reader who cannot read the sentence: the concepts found, and the confidence. */
  readonly why: string;
}
