import { contentHash } from './content-hash.ts';
import type { FitDefinition, Group, TopicDefinition, TopicDefinitions } from './definition.ts';
import { type CompiledFit, compileFit } from './fit/compiled-fit.ts';
import type { GroupTable } from './group-table.ts';
import type { GroupIndex } from './meaning-table.ts';
import type { CompiledCounter, CompiledRule, CompiledTopic, RuleNeeds } from './topics.ts';

/** The largest distance of evidence in words, however long the sentence or paragraph. */
const SENTENCE_WORDS = 40;
const PARAGRAPH_WORDS = 90;

/** Compiles topics, and makes what is equal in several of them one object: a copy of a topic then costs hardly any time. */
export class TopicCompiler {
  private readonly definitions: TopicDefinitions;
  private readonly numbered: ReadonlyMap<string, number>;
  private readonly groups: GroupTable;
  private readonly guards = new Distinct<CompiledTopic['guard']>();
  private readonly rules = new Map<string, CompiledRule & { isShared: boolean }>();
  private readonly counters = new Distinct<readonly CompiledCounter[]>();
  private readonly stances = new Distinct<CompiledTopic['stance']>();
  private readonly fits = new Distinct<CompiledFit>();
  private readonly conditions = new Map<string, number>();
  private readonly needed: GroupIndex[] = [];
  private readonly ends: number[] = [];

  /** @param numbered concepts and families by name */
  constructor(definitions: TopicDefinitions, numbered: ReadonlyMap<string, number>, groups: GroupTable) {
    this.definitions = definitions;
    this.numbered = numbered;
    this.groups = groups;
  }

  compile(topic: TopicDefinition): CompiledTopic {
    const { groups } = this;
    const guard = topic.guard.map((group) => groups.of(group));
    const counter = topic.counter.map(
      (own): CompiledCounter => ({
        id: own.id,
        any: groups.of(own.any),
        unless: groups.optional(own.unless),
        subtract: own.subtract,
        zones: own.zones,
      }),
    );
    const rules = topic.rules.map((rule) => this.rule(rule));
    return {
      id: topic.id,
      title: topic.title,
      threshold: topic.threshold,
      version: contentHash(topic, this.definitions),
      fit: topic.fit && this.fit(topic.fit),
      guard: this.guards.of(guard.join(), () => guard),
      rules,
      conditions: Int32Array.from(rules, ({ condition }) => condition),
      counter: this.counters.of(JSON.stringify(counter), () => counter),
      stance: this.stance(topic.stance),
      impliedStance: this.stance(topic.impliedStance),
    };
  }

  /** What the rules of all compiled topics need, by condition. */
  needs(): RuleNeeds {
    return { groups: Int32Array.from(this.needed), ends: Int32Array.from(this.ends) };
  }

  private rule(rule: TopicDefinition['rules'][number]): CompiledRule {
    const { groups } = this;
    const all = [...rule.all, ...(rule.any.length > 0 ? [rule.any] : [])];
    const conditions = {
      scope: typeof rule.within === 'string' ? rule.within : ('words' as const),
      words:
        rule.within === 'sentence'
          ? SENTENCE_WORDS
          : rule.within === 'paragraph'
            ? PARAGRAPH_WORDS
            : rule.within.words,
      zones: rule.zones,
      all: all.map((group) => groups.of(group)),
      with: rule.with.map((group) => groups.of(group)),
      none: groups.optional(rule.none),
      opening: rule.opening.map((group) => groups.of(group)),
      article: rule.article.map((group) => groups.of(group)),
    };
    const affirmed = rule.affirmed.map((id) => this.numbered.get(id)!).sort((a, b) => a - b);
    const key = JSON.stringify([conditions, affirmed]);
    const condition = this.conditions.getOrInsertComputed(key, () => {
      this.need([...all, ...rule.with, ...rule.article]);
      return this.conditions.size;
    });
    const { id, weight } = rule;
    const ruleKey = JSON.stringify([id, weight, condition]);
    const known = this.rules.get(ruleKey);
    if (known !== undefined) {
      known.isShared = true;
      return known;
    }
    const own = { id, weight, condition, isShared: false, ...conditions, affirmed: new Set(affirmed) };
    this.rules.set(ruleKey, own);
    return own;
  }

  private need(own: Group[]): void {
    const { concepts } = this.definitions;
    own.sort((a, b) => termsOf(a, concepts) - termsOf(b, concepts));
    this.needed.push(...own.map((group) => this.groups.of(group)));
    this.ends.push(this.needed.length);
  }

  private stance(lists: TopicDefinition['stance']): CompiledTopic['stance'] {
    const own = [...lists].map(([stance, cues]) => ({ stance, cues: this.groups.of(cues) }));
    return this.stances.of(JSON.stringify(own), () => own);
  }

  private fit(fit: FitDefinition): CompiledFit {
    const { bias, cuts, weights } = fit;
    return this.fits.of(JSON.stringify([bias, cuts, [...weights]]), () => compileFit(fit, this.numbered));
  }
}

/** Values by a key that says all that is in them. */
class Distinct<T> {
  private readonly known = new Map<string, T>();

  of(key: string, make: () => T): T {
    return this.known.getOrInsertComputed(key, make);
  }
}

/** How many terms the group has in all languages. */
function termsOf(group: Group, concepts: TopicDefinitions['concepts']): number {
  let sum = 0;
  for (const id of group) for (const own of concepts.get(id)!.terms.values()) sum += own.length;
  return sum;
}
