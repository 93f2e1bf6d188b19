import { didYouMean } from '../words/nearest-word.ts';
import { TermError } from '../matching/term.ts';
import type { ConceptDefinition, TermDefinition, TopicDefinition, TopicDefinitions } from './definition.ts';
import { ALL_LANGUAGES, LEXICON_KEYS, accentsOptional } from './languages.ts';
import { readFits } from './fit/read-fits.ts';
import type { Stance } from './match.ts';
import { TopicFileError, type TopicFileProblem } from './topic-file-error.ts';
import type { EntityConcepts } from './entity-concepts.ts';
import type { Path } from '../yaml/yaml-source.ts';
import { FileReader, type TopicSource } from './topic-file-reader.ts';
import type { TopicFile } from './topic-schema.ts';
import { checkConceptGroups, readFamilies, readTermGroups, withConceptGroups } from './read-groups.ts';
import { parseParts } from './term-parts.ts';
import { TermGroupError, type TermGroups, expandGroups } from './term-groups.ts';

/**
 * Parses topic files (YAML) into definitions.
 *
 * @throws {TopicFileError} naming file, line and column of every fault: invalid YAML, unknown keys, bad values, terms
 * with syntax errors, concepts defined twice or not at all
 */
export function parseTopicFiles(
  files: readonly TopicSource[],
  entities: EntityConcepts = { concepts: [], groups: new Map() },
): TopicDefinitions {
  const problems: TopicFileProblem[] = [];
  const concepts = new Map(entities.concepts.map((concept) => [concept.id, concept]));
  const topics: TopicDefinition[] = [];
  const parsed = files.flatMap((file) => {
    const reader = new FileReader(file, problems);
    const content = reader.read();
    return content === undefined ? [] : [{ reader, content }];
  });
  const read = withConceptGroups(parsed, entities.groups);
  const groups = readTermGroups(read);
  for (const { reader, content } of read) {
    for (const [id, raw] of Object.entries(content.concepts)) {
      const known = concepts.get(id);
      if (known !== undefined) {
        reader.report(
          ['concepts', id],
          `concept "${id}" is already defined in ${known.file}:${known.line}`,
          true,
        );
      } else concepts.set(id, toConcept(id, raw, reader, groups));
    }
  }
  // A definition that is missing may be in a file with a fault, so it is not reported.
  if (read.length < files.length) throw new TopicFileError(problems);
  checkConceptGroups(read, new Set([...concepts.keys(), ...entities.groups.keys()]));
  for (const { reader, content } of read) {
    checkReferences(content, concepts, reader);
    if (content.topic === undefined || problems.length > 0) continue;
    const twin = topics.find((topic) => topic.id === content.topic);
    if (twin !== undefined) {
      reader.report(['topic'], `topic "${content.topic}" is already defined in ${twin.file}:${twin.line}`);
    } else topics.push(toTopic(content, reader));
  }
  const families = readFamilies(read, concepts);
  // If a topic could not be read, its weights would seem to belong to no topic.
  const fits = problems.length > 0 ? undefined : readFits(read, topics, { concepts, families });
  if (problems.length > 0) throw new TopicFileError(problems);
  return { concepts, topics: topics.map((topic) => ({ ...topic, fit: fits?.get(topic.id) })), families };
}

type RawConcept = TopicFile['concepts'][string];

function toConcept(id: string, raw: RawConcept, reader: FileReader, groups: TermGroups): ConceptDefinition {
  const path = ['concepts', id];
  const terms = new Map<string, TermDefinition[]>();
  const except = new Map<string, TermDefinition[]>();
  let isBroken = false;
  const add = (
    target: Map<string, TermDefinition[]>,
    language: string,
    value: string | string[] | undefined,
    at: Path,
    near: readonly string[],
    words: number,
  ) => {
    for (const { term, offset } of reader.terms(value, at)) {
      if (/\s~\s/.test(term) && (near.length > 0 || target === except)) {
        reader.reportAt(offset, `"${term}": a term in parts can be no exception and needs no company`);
        isBroken = true;
        continue;
      }
      let expanded: string;
      try {
        expanded = expandGroups(term, language, groups);
        parseParts(expanded, { accentsOptional: accentsOptional(language) });
      } catch (error) {
        if (!(error instanceof TermError || error instanceof TermGroupError)) throw error;
        reader.reportAt(offset, error.message);
        isBroken = true;
        continue;
      }
      const list = target.get(language) ?? [];
      list.push({
        term: expanded,
        written: term,
        near,
        words,
        line: reader.lineAt(offset),
        reviewed: reader.isReviewedAt(offset),
      });
      target.set(language, list);
    }
  };
  const lexicon = raw as unknown as Record<string, string | string[] | undefined>;
  for (const language of [ALL_LANGUAGES, ...LEXICON_KEYS]) {
    add(terms, language, lexicon[language], [...path, language], [], 0);
    const exceptions = raw.except as Record<string, string | string[] | undefined>;
    add(except, language, exceptions[language], [...path, 'except', language], [], 0);
  }
  for (const [index, entry] of raw.near.entries()) {
    const at = [...path, 'near', index];
    add(terms, entry.language, entry.terms, [...at, 'terms'], entry.concepts, entry.words);
    const own = entry as unknown as Record<string, string | string[] | undefined>;
    for (const language of [ALL_LANGUAGES, ...LEXICON_KEYS]) {
      add(terms, language, own[language], [...at, language], entry.concepts, entry.words);
    }
  }
  if (terms.size === 0 && !isBroken) reader.report(path, `concept "${id}" has no terms`, true);
  return { id, terms, except, file: reader.file, line: reader.lineOf(path, true) };
}

function toTopic(content: TopicFile, reader: FileReader): TopicDefinition {
  const { implied = {}, ...said } = content.stance ?? {};
  const byStance = (lists: Readonly<Partial<Record<Stance, readonly string[]>>>) =>
    new Map(Object.entries(lists).map(([name, concepts]) => [name as Stance, concepts]));
  return {
    id: content.topic ?? '',
    title: content.title ?? '',
    threshold: content.threshold ?? 0,
    guard: content.guard,
    rules: (content.rules ?? []).map((rule, index) => ({
      id: rule.id,
      weight: rule.weight,
      within: rule.within,
      zones: rule.in,
      all: rule.all,
      any: rule.any,
      with: rule.with,
      none: rule.none,
      opening: rule.opening,
      article: rule.article,
      affirmed: rule.affirmed,
      line: reader.lineOf(['rules', index]),
    })),
    counter: content.counter.map((counter, index) => ({
      id: counter.id,
      any: counter.any,
      unless: counter.unless,
      subtract: counter.subtract,
      zones: counter.in,
      line: reader.lineOf(['counter', index]),
    })),
    stance: byStance(said),
    impliedStance: byStance(implied),
    fit: undefined,
    file: reader.file,
    line: reader.lineOf(['topic']),
  };
}

function checkReferences(
  content: TopicFile,
  concepts: ReadonlyMap<string, ConceptDefinition>,
  reader: FileReader,
): void {
  const visit = (value: unknown, path: Path): void => {
    if (typeof value === 'string') {
      if (!concepts.has(value))
        reader.report(path, `concept "${value}" is not defined${didYouMean(value, concepts.keys())}`);
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        // In the file a group of one concept is a plain string.
        visit(item, value.length === 1 && typeof item === 'string' ? path : [...path, index]);
      }
    }
  };
  visit(content.guard, ['guard']);
  const ids = new Set<string>();
  for (const [index, rule] of (content.rules ?? []).entries()) {
    const path = ['rules', index];
    if (ids.has(rule.id)) reader.report([...path, 'id'], `rule "${rule.id}" is defined twice`);
    ids.add(rule.id);
    for (const key of ['all', 'any', 'with', 'none', 'opening', 'article', 'affirmed'] as const) {
      visit(rule[key], [...path, key]);
    }
  }
  for (const [index, counter] of content.counter.entries()) {
    visit(counter.any, ['counter', index, 'any']);
    visit(counter.unless, ['counter', index, 'unless']);
  }
  const { implied = {}, ...said } = content.stance ?? {};
  for (const [name, list] of Object.entries(said)) visit(list, ['stance', name]);
  for (const [name, list] of Object.entries(implied)) visit(list, ['stance', 'implied', name]);
  for (const [id, concept] of Object.entries(content.concepts)) {
    for (const [index, entry] of concept.near.entries()) {
      visit(entry.concepts, ['concepts', id, 'near', index, 'concepts']);
    }
  }
}
