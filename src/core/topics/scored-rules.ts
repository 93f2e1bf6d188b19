import type { Firing } from './fire-rules.ts';
import type { CompiledTopic } from './topics.ts';

/** What the rules of a topic find in one article. Topics of which the same rules fire share one object. */
export interface RuleEvidence {
  /** Sum of the rules' weights minus counter-evidence. */
  readonly score: number;
  /** Strongest first. */
  readonly firings: readonly Firing[];
  readonly counters: readonly { readonly id: string; readonly subtract: number }[];
  /** The value of the best place at which each rule fired: 1 in the title, less in a long text. */
  readonly ruleWorth: ReadonlyMap<string, number>;
}

/** The result of a topic's rules for one article. */
export interface ScoredRules extends RuleEvidence {
  readonly topic: CompiledTopic;
  /** Whether each group of the guard was found. */
  readonly isGuarded: boolean;
}
