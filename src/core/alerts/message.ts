import type { Stance } from '../topics/match.ts';

/** What one delivery says, whatever the channel. Plain text throughout: each channel escapes for itself. */
export interface AlertMessage {
  /** The delivery's id: stable over retries, so that a receiver can drop what it has seen. */
  readonly idempotencyKey: string;
  readonly kind: 'alert' | 'update' | 'digest' | 'overflow' | 'test';
  readonly createdAt: Date;
  readonly route: string;
  /** One for an alert or update; all the digest's entries, newest first, for a digest. */
  readonly stories: readonly StoryMessage[];
}

export interface StoryMessage {
  readonly alertId: string;
  readonly storyId: string;
  /** Where a person reads the whole story, when `web.publicUrl` is set. */
  readonly storyUrl: string | undefined;
  readonly title: string;
  readonly link: string;
  readonly outlet: string;
  readonly published: Date | undefined;
  /** BCP 47. */
  readonly language: string;
  readonly topics: readonly TopicMessage[];
  readonly entities: readonly string[];
  readonly outletCount: number;
  readonly languages: readonly string[];
  /** Why an update was sent: `now in force`, `first official source`, … */
  readonly development: string | undefined;
  /** True for the bundled sample outlet: every output must say so. */
  readonly sample: boolean;
}

export interface TopicMessage {
  readonly id: string;
  /** `Chip ban` */
  readonly label: string;
  readonly score: number;
  readonly stance: Stance | undefined;
  /** The sentence that matched, as in the source. */
  readonly sentence: string;
  /** Where in `sentence` the matched terms stand (UTF-16 offsets). */
  readonly terms: readonly { readonly start: number; readonly end: number; readonly concept: string }[];
  readonly rules: readonly string[];
}
