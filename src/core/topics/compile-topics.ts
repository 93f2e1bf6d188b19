import { compileMatcher } from '../matching/matcher.ts';
import { edgesOf } from '../matching/pattern-table.ts';
import type { Pattern } from '../matching/term.ts';
import type { ConceptDefinition, TopicDefinitions } from './definition.ts';
import { compileFamilies } from './families.ts';
import { GroupTable } from './group-table.ts';
import { packMembers } from './group-members.ts';
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
import { type Meaning, packMeanings } from './meaning-table.ts';
import { TopicCompiler } from './topic-compiler.ts';
import type { Lexicon, Topics } from './topics.ts';

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
  const compiler = new TopicCompiler(definitions, numbered, groups);
  const topics = definitions.topics.map((topic) => compiler.compile(topic));
  const compiled = {
    topics,
    needs: compiler.needs(),
    concepts,
    furniture: own(FURNITURE),
    negationBefore: own(NEGATION_BEFORE),
    negationAfter: own(NEGATION_AFTER),
    stanceException: own(STANCE_EXCEPTION),
    takesEffect: own(TAKES_EFFECT),
    measureEnded: own(...MEASURE_ENDED),
    groups: groups.list,
    members: packMembers(groups.list, concepts.length),
    families,
    lexicons: new Map(lexicons),
    patterns: terms.values().reduce((sum, own) => sum + own.length, 0),
  };
  return { ...compiled, groupsOf: groups.byConcept() };
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
