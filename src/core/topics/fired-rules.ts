import { type Firing, fireRule } from './fire-rules.ts';
import type { HitIndex } from './hit-index.ts';
import type { CompiledRule, CompiledTopic } from './topics.ts';

const UNTRIED = 0;
const SILENT = 1;
const FIRED = 2;

/** The firings of rules in one reading. Each condition is tried once, whatever topics have a rule with it. */
export class FiredRules {
  private readonly index: HitIndex;
  /** By condition. */
  private readonly states: Uint8Array;
  private readonly byCondition = new Map<number, readonly Firing[]>();
  /** Of rules that need the same as another one, and have another id or weight. */
  private readonly byRule = new Map<CompiledRule, readonly Firing[]>();

  constructor(index: HitIndex) {
    this.index = index;
    this.states = new Uint8Array(index.topics.needs.ends.length);
  }

  /** Whether a rule of the topic fires. @param at its number in the topic */
  fires({ rules, conditions }: CompiledTopic, at: number): boolean {
    const condition = conditions[at]!;
    if (this.states[condition] === UNTRIED) this.try(condition, rules[at]!);
    return this.states[condition] === FIRED;
  }

  of(rule: CompiledRule): readonly Firing[] {
    if (this.states[rule.condition] === UNTRIED) this.try(rule.condition, rule);
    if (this.states[rule.condition] === SILENT) return NOTHING;
    const firings = this.byCondition.get(rule.condition)!;
    if (firings[0]!.rule === rule) return firings;
    return this.byRule.getOrInsertComputed(rule, () => firings.map((firing) => ({ ...firing, rule })));
  }

  private try(condition: number, rule: CompiledRule): void {
    const { sets, topics } = this.index;
    const firings = sets.hasNeeds(topics.needs, condition) ? fireRule(rule, this.index) : NOTHING;
    this.states[condition] = firings.length === 0 ? SILENT : FIRED;
    if (firings.length > 0) this.byCondition.set(condition, firings);
  }
}

const NOTHING: readonly Firing[] = [];
