import { compileMatcher } from '../matching/matcher.ts';
import { edgesOf } from '../matching/pattern-table.ts';
import type { Pattern } from '../matching/term.ts';
import { contentHash } from './content-hash.ts';
import type { ConceptDefinition, Group, TopicDefinition, TopicDefinitions } from './definition.ts';
import { compileFamilies } from './families.ts';
import { compileFit } from './fit/compiled-fit.ts';
import { ALL_LANGUAGES, LEXICON_KEYS, accentsOptional, type LexiconLanguage } from './languages.ts';
import {
  FURNITURE,
  NEGATION_AFTER,
  NEGATION_BEFORE,
  STANCE_EXCEPTION,
  TAKES_EFFECT,
} from './own-concepts.ts';
import { parseParts } from './term-parts.ts';
import { type Meaning, packMeanings } from './meaning-table.ts';
import type { CompiledTopic, GroupIndex, Topics } from './topics.ts';

/** The largest distance of evidence in words, however long the sentence or paragraph. */
const SENTENCE_WORDS = 40;
const PARAGRAPH_WORDS = 90;

/** The bit of a lexicon. `undefined` means a language without one, for which only terms of `*` count. */
export function languageBit(language: LexiconLanguage | undefined): number {
  return 1 << (language === undefined ? LEXICON_KEYS.length : LEXICON_KEYS.indexOf(language));
}
const EVERY_LANGUAGE = (1 << (LEXICON_KEYS.length + 1)) - 1;

/** Compiles definitions that `parseTopicFiles` has checked. */
export function compileTopics(definitions: TopicDefinitions): Topics {
  const concepts = [...definitions.concepts.keys()];
  const indexOf = new Map(concepts.map((id, index) => [id, index]));
  const groups = new GroupTable(indexOf);
  const own = (id: string) => groups.of(indexOf.has(id) ? [id] : []);
  const families = compileFamilies(definitions);
  const numbered = new Map([...concepts, ...families.names].map((id, index) => [id, index]));
  const patterns = new PatternTable();
  for (const [index, concept] of [...definitions.concepts.values()].entries()) {
    addTerms(concept, index, groups, patterns);
  }
  return {
    topics: definitions.topics.map((topic) => compileTopic(topic, definitions, numbered, groups)),
    concepts,
    furniture: own(FURNITURE),
    negationBefore: own(NEGATION_BEFORE),
    negationAfter: own(NEGATION_AFTER),
    stanceException: own(STANCE_EXCEPTION),
    takesEffect: own(TAKES_EFFECT),
    groups: groups.list,
    families,
    matcher: compileMatcher(patterns.patterns),
    meanings: packMeanings(patterns.meanings),
  };
}

/** Numbers each distinct set of concepts once, so that rules with the same group share the work. */
class GroupTable {
  readonly list: number[][] = [];
  private readonly known = new Map<string, GroupIndex>();
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

  optional(group: Group): GroupIndex | undefined {
    return group.length === 0 ? undefined : this.of(group);
  }
}

/** Merges equal patterns of different concepts and languages. */
class PatternTable {
  readonly patterns: Pattern[] = [];
  readonly meanings: Meaning[][] = [];
  private readonly known = new Map<string, number>();
  private chains = 0;

  /** A new number for a term of several parts. */
  newChain(): number {
    return ++this.chains;
  }

  add(pattern: Pattern, meaning: Meaning): void {
    const key = patternKey(pattern);
    let index = this.known.get(key);
    if (index === undefined) {
      index = this.patterns.length;
      this.patterns.push(pattern);
      this.meanings.push([]);
      this.known.set(key, index);
    }
    const own = this.meanings[index]!;
    const same = own.findIndex(
      (other) =>
        other.concept === meaning.concept &&
        other.isException === meaning.isException &&
        other.near === meaning.near &&
        other.chain?.id === meaning.chain?.id &&
        other.chain?.part === meaning.chain?.part &&
        other.words === meaning.words,
    );
    if (same < 0) own.push(meaning);
    else own[same] = { ...own[same]!, languages: own[same]!.languages | meaning.languages };
  }
}

/** A key that is equal for patterns with the same matches. */
function patternKey({ units, capitals, ...ends }: Pattern): string {
  const edges = edgesOf(ends);
  const letters = Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
  return capitals === undefined ? `${edges} ${letters}` : `${edges} ${letters} ${capitals.join('')}`;
}

function addTerms(concept: ConceptDefinition, index: number, groups: GroupTable, patterns: PatternTable) {
  for (const [isException, lexicon] of [
    [false, concept.terms],
    [true, concept.except],
  ] as const) {
    for (const [language, terms] of lexicon) {
      const languages =
        language === ALL_LANGUAGES ? EVERY_LANGUAGE : languageBit(language as LexiconLanguage);
      for (const term of terms) {
        const near = groups.optional(term.near);
        const parts = parseParts(term.term, { accentsOptional: accentsOptional(language) });
        const id = parts.length > 1 ? patterns.newChain() : 0;
        for (const [part, alternatives] of parts.entries()) {
          const chain = parts.length > 1 ? { id, part, parts: parts.length } : undefined;
          for (const pattern of alternatives) {
            patterns.add(pattern, { concept: index, languages, isException, near, words: term.words, chain });
          }
        }
      }
    }
  }
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
    fit: topic.fit && compileFit(topic.fit, (id) => indexOf.get(id)),
    guard: topic.guard.map((group) => groups.of(group)),
    rules: topic.rules.map((rule) => ({
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
      all: [...rule.all, ...(rule.any.length > 0 ? [rule.any] : [])].map((group) => groups.of(group)),
      with: rule.with.map((group) => groups.of(group)),
      none: groups.optional(rule.none),
      opening: rule.opening.map((group) => groups.of(group)),
      article: rule.article.map((group) => groups.of(group)),
      affirmed: new Set(rule.affirmed.map((id) => indexOf.get(id)!)),
    })),
    counter: topic.counter.map((counter) => ({
      id: counter.id,
      any: groups.of(counter.any),
      unless: groups.optional(counter.unless),
      subtract: counter.subtract,
      zones: counter.zones,
    })),
    stance: [...topic.stance].map(([stance, cues]) => ({ stance, cues: groups.of(cues) })),
  };
}
