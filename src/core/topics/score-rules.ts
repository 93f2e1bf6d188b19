import { FiredRules } from './fired-rules.ts';
import type { Firing } from './fire-rules.ts';
import type { MatchedText } from './find-evidence.ts';
import type { HitIndex } from './hit-index.ts';
import { firstAlike } from './repeated-sentences.ts';
import type { RuleEvidence } from './scored-rules.ts';
import { SECOND_RULE_WORTH } from './score-sentence.ts';
import type { CompiledRule, CompiledTopic } from './topics.ts';

/** The share that each further statement adds. */
const REPETITION_WORTH = 0.5;
const MAX_STATEMENTS = 8;

/** What was found where these rules fire, each named by the step from the one before, and no others. */
interface Branch {
  found: RuleEvidence | undefined;
  further: Map<CompiledRule, Branch> | undefined;
}

interface Counted {
  readonly counters: RuleEvidence['counters'];
  readonly start: Branch;
}

/** The evidence of rules in one reading. */
class EvidenceByRules {
  private readonly index: HitIndex;
  private readonly fired: FiredRules;
  private readonly byCounter = new Map<CompiledTopic['counter'], Counted>();

  constructor(index: HitIndex) {
    this.index = index;
    this.fired = new FiredRules(index);
  }

  of(topic: CompiledTopic): RuleEvidence {
    const { rules, counter } = topic;
    const { counters, start } = this.byCounter.getOrInsertComputed(counter, () => this.count(counter));
    let branch = start;
    for (let at = 0; at < rules.length; at++) {
      if (!this.fired.fires(topic, at)) continue;
      const rule = rules[at]!;
      // No other topic can have the same evidence.
      if (!rule.isShared) return this.score(topic, counters);
      branch.further ??= new Map();
      branch = branch.further.getOrInsertComputed(rule, newBranch);
    }
    return (branch.found ??= this.score(topic, counters));
  }

  firingsOf(rule: CompiledRule): readonly Firing[] {
    return this.fired.of(rule);
  }

  private count(counter: CompiledTopic['counter']): Counted {
    const { index } = this;
    const counters = counter
      .filter(
        ({ any, unless, zones }) => index.hasIn(any, zones) && !(unless !== undefined && index.has(unless)),
      )
      .map(({ id, subtract }) => ({ id, subtract }));
    return { counters, start: newBranch() };
  }

  private score(topic: CompiledTopic, counters: RuleEvidence['counters']): RuleEvidence {
    const firings: Firing[] = [];
    for (let at = 0; at < topic.rules.length; at++) {
      if (!this.fired.fires(topic, at)) continue;
      for (const firing of this.fired.of(topic.rules[at]!)) firings.push(firing);
    }
    firings.sort((a, b) => b.rule.weight * b.worth - a.rule.weight * a.worth || a.sentence - b.sentence);
    const against = counters.reduce((sum, { subtract }) => sum + subtract, 0);
    const score = Math.max(0, evidenceWorth(firings, this.index.reading) - against);
    const ruleWorth = new Map<string, number>();
    // Firings come strongest first.
    for (const { rule, worth } of firings) if (!ruleWorth.has(rule.id)) ruleWorth.set(rule.id, worth);
    return { score: Math.round(score * 100) / 100, firings, counters, ruleWorth };
  }
}

function newBranch(): Branch {
  return { found: undefined, further: undefined };
}

function evidenceIn(index: HitIndex): EvidenceByRules {
  return index.made.of(EvidenceByRules, () => new EvidenceByRules(index));
}

/** What the rules of the topic find, whether its guard is named or not. */
export function scoreRules(topic: CompiledTopic, index: HitIndex): RuleEvidence {
  return evidenceIn(index).of(topic);
}

/** Every place where the rule is satisfied, whether the topic's guard is named or not. */
export function firingsOf(rule: CompiledRule, index: HitIndex): readonly Firing[] {
  return evidenceIn(index).firingsOf(rule);
}

/** Sums the statements: the strongest in full, the others in part; repeated sentences count once. */
function evidenceWorth(firings: readonly Firing[], reading: MatchedText): number {
  const bySentence = new Map<number, { sum: number; readonly rules: string[] }>();
  for (const { rule, sentence, worth } of firings) {
    const first = firstAlike(sentence, reading);
    const own = rule.weight * worth;
    const statement = bySentence.get(first);
    // Firings come strongest first.
    if (statement === undefined) bySentence.set(first, { sum: own, rules: [rule.id] });
    else if (!statement.rules.includes(rule.id)) {
      statement.sum += own * SECOND_RULE_WORTH;
      statement.rules.push(rule.id);
    }
  }
  const statements = Array.from(bySentence.values(), ({ sum }) => sum)
    .sort((a, b) => b - a)
    .slice(0, MAX_STATEMENTS);
  return statements.reduce((sum, value, rank) => sum + value * (rank === 0 ? 1 : REPETITION_WORTH), 0);
}
