import type { Firing } from './fire-rules.ts';
import type { CompiledTopic } from './topics.ts';

/** The result of a topic's rules for one article. */
export interface ScoredRules {
  readonly topic: CompiledTopic;
  /** Sum of the rules' weights minus counter-evidence. */
  readonly score: number;
  /** Strongest first. */
  readonly firings: readonly Firing[];
  readonly counters: readonly { readonly id: string; readonly subtract: number }[];
  /** Whether each group of the guard was found. */
  readonly isGuarded: boolean;
  /** The value of the best place at which each rule fired: 1 in the title, less in a long text. */
  readonly ruleWorth: ReadonlyMap<string, number>;
}
