import { parseTerm } from '../matching/term.ts';
import type { ConceptDefinition, TermDefinition, TopicDefinition, TopicDefinitions } from './definition.ts';
import { brokenTerms, longTerms, thinLanguages } from './lint-terms.ts';
import { ENTITY_PREFIX } from './entity-concepts.ts';
import { ALL_LANGUAGES, LEXICON_KEYS, type LexiconLanguage, accentsOptional } from './languages.ts';
import { wrongLanguage } from './lint-language.ts';
import { bareContraction, orphanedParticle } from './lint-particles.ts';
import { neverCounts } from './lint-unmatched.ts';
import { NEGATION_AFTER, NEGATION_BEFORE, OWN_CONCEPTS } from './own-concepts.ts';

/** A warning about something that is valid but probably not intended. */
export interface TopicWarning {
  readonly kind:
    | 'unused'
    | 'duplicate'
    | 'contradiction'
    | 'missing-language'
    | 'broken'
    | 'long'
    | 'thin'
    | 'language'
    | 'unmatched';
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/**
 * Finds concepts that nothing uses, terms that are repeated or excluded by their own exceptions, and rules that
 * cannot fire.
 */
export function checkTopics(definitions: TopicDefinitions): TopicWarning[] {
  const used = usedConcepts(definitions);
  const own = [...definitions.concepts.values()].filter(({ id }) => !id.startsWith(ENTITY_PREFIX));
  return [
    ...own.flatMap((concept) => [
      ...(used.has(concept.id) || isShared(concept, definitions)
        ? []
        : [warn('unused', concept, `concept "${concept.id}" is not used by any topic`)]),
      ...checkTerms(concept),
      ...checkLanguages(concept),
      ...brokenTerms(concept).map(({ line, message }) =>
        warn('broken', { file: concept.file, line }, message),
      ),
      ...longTerms(concept).map(({ line, message }) => warn('long', { file: concept.file, line }, message)),
      ...oddTerms(concept, definitions.concepts),
      ...thinLanguages(concept).map(({ language, terms }) =>
        warn('thin', concept, `concept "${concept.id}" has only ${terms} lines for ${language}`),
      ),
    ]),
    ...definitions.topics.flatMap(checkRules),
  ];
}

function warn(
  kind: TopicWarning['kind'],
  { file, line }: { readonly file: string; readonly line: number },
  message: string,
): TopicWarning {
  return { kind, file, line, message };
}

/**
 * Whether a concept is shared. Weights may be fitted to a shared concept that no rule names, while one in a topic's
 * own file is meant for its rules.
 */
function isShared({ file }: ConceptDefinition, { topics }: TopicDefinitions): boolean {
  return !topics.some((topic) => topic.file === file);
}

function usedConcepts({ concepts, topics }: TopicDefinitions): ReadonlySet<string> {
  const used = new Set<string>(OWN_CONCEPTS);
  for (const topic of topics) {
    for (const group of topic.guard) for (const id of group) used.add(id);
    for (const rule of topic.rules) {
      for (const group of [...rule.all, ...rule.with, ...rule.opening, ...rule.article]) {
        for (const id of group) used.add(id);
      }
      for (const id of [...rule.any, ...rule.none, ...rule.affirmed]) used.add(id);
    }
    for (const counter of topic.counter) for (const id of [...counter.any, ...counter.unless]) used.add(id);
    for (const cues of [...topic.stance.values(), ...topic.impliedStance.values()])
      for (const id of cues) used.add(id);
  }
  for (const id of used) {
    for (const terms of concepts.get(id)?.terms.values() ?? []) {
      for (const term of terms) for (const near of term.near) used.add(near);
    }
  }
  return used;
}

/** What a term matches; two spellings of the same term have the same keys. */
function patternKeys(term: TermDefinition, language: string): string[] {
  if (term.term.includes(' ~ ')) return [term.term];
  return parseTerm(term.term, { accentsOptional: accentsOptional(language) }).map(
    ({ units, capitals, closedLeft, closedRight }) =>
      `${units.join()}|${closedLeft}|${closedRight}|${capitals?.join('') ?? ''}`,
  );
}

function checkTerms(concept: ConceptDefinition): TopicWarning[] {
  const warnings: TopicWarning[] = [];
  for (const [language, terms] of concept.terms) {
    const seen = new Map<string, TermDefinition>();
    for (const term of terms) {
      const keys = patternKeys(term, language);
      const twin = keys.map((key) => seen.get(key)).find((other) => other !== undefined);
      for (const key of keys) if (!seen.has(key)) seen.set(key, term);
      if (twin === undefined || keys.some((key) => seen.get(key) === term)) continue;
      warnings.push(
        warn(
          'duplicate',
          { file: concept.file, line: term.line },
          `"${term.term}" (${language}) of "${concept.id}" is already matched by "${twin.term}" in line ${twin.line}`,
        ),
      );
    }
    for (const exception of concept.except.get(language) ?? []) {
      const twin = patternKeys(exception, language)
        .map((key) => seen.get(key))
        .find((other) => other !== undefined);
      if (twin === undefined) continue;
      warnings.push(
        warn(
          'contradiction',
          { file: concept.file, line: exception.line },
          `"${exception.term}" (${language}) is a term of "${concept.id}" and excepted from it`,
        ),
      );
    }
  }
  return warnings;
}

/**
 * Lines that are under the wrong language, have lost a word, or can never match. Lines marked as reviewed are left
 * out.
 */
function oddTerms(
  concept: ConceptDefinition,
  concepts: ReadonlyMap<string, ConceptDefinition>,
): TopicWarning[] {
  return [...concept.terms].flatMap(([language, terms]) =>
    terms
      .filter(({ reviewed }) => reviewed !== true)
      .flatMap((term) => {
        const place = { file: concept.file, line: term.line };
        const named = `"${term.written}" (${language}) of "${concept.id}"`;
        const odd: TopicWarning[] = [];
        if (language !== ALL_LANGUAGES) {
          const key = language as LexiconLanguage;
          const words = term.written.replaceAll(/\S*\([^()]*\)\S*|\{[^}]*\}|[()|~*=]/g, ' ');
          const wrong = wrongLanguage(words, key);
          if (wrong !== undefined) odd.push(warn('language', place, `${named} ${wrong}`));
          const particle = orphanedParticle(term.written, key);
          if (particle !== undefined)
            odd.push(warn('broken', place, `${named}: "${particle}" has lost the word that it leans on`));
          const contraction = bareContraction(term.written, key);
          if (contraction !== undefined)
            odd.push(
              warn(
                'broken',
                place,
                `${named}: "${contraction.bare}" merges with articles; write ${contraction.forms}`,
              ),
            );
        }
        const never = neverCounts(term, language, concept, concepts);
        if (never !== undefined) odd.push(warn('unmatched', place, `${named} ${never}`));
        return odd;
      }),
  );
}

function checkLanguages(concept: ConceptDefinition): TopicWarning[] {
  const own = [...concept.terms.keys()].filter((language) => language !== ALL_LANGUAGES);
  // Names are common to all languages, and a concept with a single lexicon was decided so.
  if (concept.terms.has(ALL_LANGUAGES) || own.length < 2) return [];
  const missing = LEXICON_KEYS.filter((language) => !concept.terms.has(language));
  if (missing.length === 0) return [];
  if (concept.id === NEGATION_AFTER || concept.id === NEGATION_BEFORE) return [];
  return [
    warn('missing-language', concept, `concept "${concept.id}" has no terms for ${missing.join(', ')}`),
  ];
}

function checkRules(topic: TopicDefinition): TopicWarning[] {
  return topic.rules.flatMap((rule) => {
    const impossible = rule.all.find((group) => group.every((id) => rule.none.includes(id)));
    return impossible === undefined
      ? []
      : [
          warn(
            'contradiction',
            { file: topic.file, line: rule.line },
            `rule "${rule.id}" needs ${impossible.join(' or ')} and forbids it`,
          ),
        ];
  });
}
