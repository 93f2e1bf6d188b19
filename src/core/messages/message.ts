import type { Level, Passage, Stance } from '../topics/match.ts';

/**
 * What one delivery says, the same for all channels; `composeMessage` writes it.
 * Plain text throughout: each channel escapes for itself.
 */
export interface AlertMessage {
  /** The delivery's id: stable over retries, so that a receiver can drop what it has seen. */
  readonly idempotencyKey: string;
  readonly kind: 'alert' | 'update' | 'digest' | 'overflow' | 'test' | 'operations';
  readonly createdAt: Date;
  readonly route: string;
  /** All of it in one line: `Chip ban, in force: …`, `Daily digest: 12 stories`. */
  readonly subject: string;
  /** A sentence about the message itself: why it is late, or how many alerts a summary replaces. */
  readonly note: string | undefined;
  /** One for an alert or update; the entries, newest first, for a digest or overflow summary; none for `operations`. */
  readonly stories: readonly StoryMessage[];
  /** Which part of a digest too long for one message of its channel, from 1. */
  readonly part: { readonly number: number; readonly of: number } | undefined;
}

export interface StoryMessage {
  readonly alertId: string;
  readonly storyId: string;
  /** Where a person reads the whole story, when `web.publicUrl` is set. */
  readonly storyUrl: string | undefined;
  readonly title: string;
  /** What the title says, in the reader's language: `China · customs · inspect · H20`; undefined where the title is in it. */
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
  /** True for the bundled sample outlet: every output must say so. */
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
  /** Where in `sentence` the matched terms stand (UTF-16 offsets). */
  readonly terms: readonly { readonly start: number; readonly end: number; readonly concept: string }[];
  /** Whether the terms stand in one sentence; undefined where that is not known. */
  readonly together?: Passage['together'];
  readonly rules: readonly string[];
  /** Why it matched, for a reader who does not read the sentence's language: what was found, by concept, and how sure it is. */
  readonly why: string;
}
