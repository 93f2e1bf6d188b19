import { compileMatcher } from '../matching/matcher.ts';
import { edgesOf } from '../matching/pattern-table.ts';
import type { Pattern } from '../matching/term.ts';
import { contentHash } from './content-hash.ts';
import type { ConceptDefinition, Group, TopicDefinition, TopicDefinitions } from './definition.ts';
import { compileFamilies } from './families.ts';
import { compileFit } from './fit/compiled-fit.ts';
import { ALL_LANGUAGES, LEXICON_KEYS, accentsOptional } from './languages.ts';
import {
  FURNITURE,
  MEASURE_ENDED,
  NEGATION_AFTER,
  NEGATION_BEFORE,
  STANCE_EXCEPTION,
  TAKES_EFFECT,
} from './own-concepts.ts';
import { parseParts } from './term-parts.ts';
import { type GroupIndex, type Meaning, packMeanings } from './meaning-table.ts';
import type { CompiledRule, CompiledTopic, Lexicon, RuleNeeds, Topics } from './topics.ts';

/** The largest distance of evidence in words, however long the sentence or paragraph. */
const SENTENCE_WORDS = 40;
const PARAGRAPH_WORDS = 90;

/** Compiles definitions that `parseTopicFiles` has checked. */
export function compileTopics(definitions: TopicDefinitions): Topics {
  const concepts = [...definitions.concepts.keys()];
  const indexOf = new Map(concepts.map((id, index) => [id, index]));
  const groups = new GroupTable(indexOf);
  const own = (...ids: readonly string[]) => groups.of(ids.filter((id) => indexOf.has(id)));
  const families = compileFamilies(definitions);
  const numbered = new Map([...concepts, ...families.names].map((id, index) => [id, index]));
  const terms = listTerms(definitions.concepts.values(), groups);
  const lexicons = [...LEXICON_KEYS, ALL_LANGUAGES].map(
    (key) => [key, compileLexicon([...(terms.get(ALL_LANGUAGES) ?? []), ...ownTerms(terms, key)])] as const,
  );
  const topics = definitions.topics.map((topic) => compileTopic(topic, definitions, numbered, groups));
  const compiled = {
    topics,
    concepts,
    furniture: own(FURNITURE),
    negationBefore: own(NEGATION_BEFORE),
    negationAfter: own(NEGATION_AFTER),
    stanceException: own(STANCE_EXCEPTION),
    takesEffect: own(TAKES_EFFECT),
    measureEnded: own(...MEASURE_ENDED),
    groups: groups.list,
    families,
    lexicons: new Map(lexicons),
    patterns: terms.values().reduce((sum, own) => sum + own.length, 0),
  };
  return { ...compiled, groupsOf: groups.byConcept() };
}

/** Numbers each distinct set of concepts once, so that rules with the same group share the work. */
class GroupTable {
  readonly list: number[][] = [];
  private readonly known = new Map<string, GroupIndex>();
  private readonly knownStances = new Map<string, CompiledTopic['stance']>();
  private readonly indexOf: ReadonlyMap<string, number>;

  constructor(indexOf: ReadonlyMap<string, number>) {
    this.indexOf = indexOf;
  }

  of(group: Group): GroupIndex {
    const members = [...new Set(group.map((id) => this.indexOf.get(id)!))].sort((a, b) => a - b);
    const key = members.join();
    let index = this.known.get(key);
    if (index === undefined) {
      index = this.list.length;
      this.list.push(members);
      this.known.set(key, index);
    }
    return index;
  }

  /** The groups of each concept. */
  byConcept(): GroupIndex[][] {
    const groupsOf = Array.from(this.indexOf, (): GroupIndex[] => []);
    for (const [group, members] of this.list.entries()) {
      for (const concept of members) groupsOf[concept]!.push(group);
    }
    return groupsOf;
  }

  /** Equal lists become one object, so that topics with the same words for their stances share the work. */
  stances(lists: TopicDefinition['stance']): CompiledTopic['stance'] {
    const own = [...lists].map(([stance, cues]) => ({ stance, cues: this.of(cues) }));
    return this.knownStances.getOrInsert(JSON.stringify(own), own);
  }

  optional(group: Group): GroupIndex | undefined {
    return group.length === 0 ? undefined : this.of(group);
  }
}

interface MeantPattern {
  readonly pattern: Pattern;
  readonly meaning: Meaning;
}

/** The patterns of all terms, by the key of their language. */
function listTerms(
  concepts: Iterable<ConceptDefinition>,
  groups: GroupTable,
): ReadonlyMap<string, readonly MeantPattern[]> {
  const listed = new Map<string, MeantPattern[]>();
  // Each part of a term of several parts has its own number, `id + part`.
  let chainParts = 0;
  let index = 0;
  for (const { terms: plain, except } of concepts) {
    for (const [isException, lexicon] of [
      [false, plain],
      [true, except],
    ] as const) {
      for (const [language, terms] of lexicon) {
        const own = listed.get(language) ?? [];
        listed.set(language, own);
        for (const term of terms) {
          const near = groups.optional(term.near);
          const parts = parseParts(term.term, { accentsOptional: accentsOptional(language) });
          const id = chainParts;
          if (parts.length > 1) chainParts += parts.length;
          for (const [part, alternatives] of parts.entries()) {
            const chain = parts.length > 1 ? { id, part, parts: parts.length } : undefined;
            const meaning = { concept: index, isException, near, words: term.words, chain };
            for (const pattern of alternatives) own.push({ pattern, meaning });
          }
        }
      }
    }
    index++;
  }
  return listed;
}

function ownTerms(terms: ReadonlyMap<string, readonly MeantPattern[]>, key: string): readonly MeantPattern[] {
  return key === ALL_LANGUAGES ? [] : (terms.get(key) ?? []);
}

/** Equal patterns of several concepts become one with several meanings. */
function compileLexicon(terms: readonly MeantPattern[]): Lexicon {
  const patterns: Pattern[] = [];
  const meanings: Meaning[][] = [];
  const known = new Map<string, number>();
  for (const { pattern, meaning } of terms) {
    const key = patternKey(pattern);
    let index = known.get(key);
    if (index === undefined) {
      index = patterns.length;
      patterns.push(pattern);
      meanings.push([]);
      known.set(key, index);
    }
    const own = meanings[index]!;
    if (!own.some((other) => isSameMeaning(other, meaning))) own.push(meaning);
  }
  return { matcher: compileMatcher(patterns), meanings: packMeanings(meanings) };
}

function isSameMeaning(one: Meaning, other: Meaning): boolean {
  return (
    one.concept === other.concept &&
    one.isException === other.isException &&
    one.near === other.near &&
    one.words === other.words &&
    one.chain?.id === other.chain?.id &&
    one.chain?.part === other.chain?.part
  );
}

/** A key that is equal for patterns with the same matches. */
function patternKey({ units, capitals, ...ends }: Pattern): string {
  const edges = edgesOf(ends);
  const letters = Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
  return capitals === undefined ? `${edges} ${letters}` : `${edges} ${letters} ${capitals.join('')}`;
}

function compileTopic(
  topic: TopicDefinition,
  definitions: TopicDefinitions,
  indexOf: ReadonlyMap<string, number>,
  groups: GroupTable,
): CompiledTopic {
  return {
    id: topic.id,
    title: topic.title,
    threshold: topic.threshold,
    version: contentHash(topic, definitions),
    fit: topic.fit && compileFit(topic.fit, indexOf),
    guard: topic.guard.map((group) => groups.of(group)),
    rules: topic.rules.map((rule) => compileRule(rule, indexOf, groups)),
    needs: packNeeds(topic.rules, definitions, groups),
    counter: topic.counter.map((counter) => ({
      id: counter.id,
      any: groups.of(counter.any),
      unless: groups.optional(counter.unless),
      subtract: counter.subtract,
      zones: counter.zones,
    })),
    stance: groups.stances(topic.stance),
    impliedStance: groups.stances(topic.impliedStance),
  };
}

function compileRule(
  rule: TopicDefinition['rules'][number],
  indexOf: ReadonlyMap<string, number>,
  groups: GroupTable,
): CompiledRule {
  const all = [...rule.all, ...(rule.any.length > 0 ? [rule.any] : [])];
  return {
    id: rule.id,
    weight: rule.weight,
    scope: typeof rule.within === 'string' ? rule.within : 'words',
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
    affirmed: new Set(rule.affirmed.map((id) => indexOf.get(id)!)),
  };
}

function packNeeds(
  rules: TopicDefinition['rules'],
  { concepts }: TopicDefinitions,
  groups: GroupTable,
): RuleNeeds {
  const packed: GroupIndex[] = [];
  const ends = rules.map((rule) => {
    const own = [...rule.all, ...(rule.any.length > 0 ? [rule.any] : []), ...rule.with, ...rule.article];
    own.sort((a, b) => termsOf(a, concepts) - termsOf(b, concepts));
    return packed.push(...own.map((group) => groups.of(group)));
  });
  return { groups: Int32Array.from(packed), ends: Int32Array.from(ends) };
}

/** How many terms the group has in all languages. */
function termsOf(group: Group, concepts: TopicDefinitions['concepts']): number {
  let sum = 0;
  for (const id of group) for (const own of concepts.get(id)!.terms.values()) sum += own.length;
  return sum;
}
