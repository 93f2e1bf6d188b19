import { didYouMean } from '../words/nearest-word.ts';
import { ALL_LANGUAGES, LEXICON_KEYS } from './languages.ts';
import type { TermGroups } from './term-groups.ts';
import type { FileReader } from './topic-file-reader.ts';
import type { TopicFile } from './topic-schema.ts';

/** A file with its content. */
export interface ReadFile {
  readonly reader: FileReader;
  readonly content: TopicFile;
}

/** Reads the groups of terms of all files. Reports a name that is given twice or belongs to a concept. */
export function readTermGroups(files: readonly ReadFile[]): TermGroups {
  const groups = new Map<string, Map<string, readonly string[]>>();
  const names = new Set<string>();
  const concepts = new Set(files.flatMap(({ content }) => Object.keys(content.concepts)));
  for (const { reader, content } of files) {
    for (const [id, raw] of Object.entries(content.groups)) {
      const path = ['groups', id];
      if (names.has(id)) reader.report(path, `group "${id}" is already defined`, true);
      if (concepts.has(id)) reader.report(path, `group "${id}": there is a concept "${id}"`, true);
      names.add(id);
      if (Array.isArray(raw)) continue;
      const lexicon = raw as Record<string, string | string[] | undefined>;
      const terms = [ALL_LANGUAGES, ...LEXICON_KEYS].flatMap((language): [string, string[]][] => {
        const listed = reader.terms(lexicon[language], [...path, language]).map(({ term }) => term);
        return listed.length === 0 ? [] : [[language, listed]];
      });
      groups.set(id, new Map(terms));
    }
  }
  return groups;
}

/**
 * Replaces each group in a rule by its concepts, so that later steps handle concepts only. `given` are the
 * gazetteer's groups; a group may name them.
 */
export function withConceptGroups(
  files: readonly ReadFile[],
  given: ReadonlyMap<string, readonly string[]>,
): ReadFile[] {
  const groups = new Map(given);
  for (const { content } of files) {
    for (const [id, raw] of Object.entries(content.groups)) if (Array.isArray(raw)) groups.set(id, raw);
  }
  if (groups.size === 0) return [...files];
  const members = (list: readonly string[]): string[] =>
    list.flatMap((id) => (groups.get(id) ?? [id]).flatMap((member) => given.get(member) ?? [member]));
  const each = (list: readonly (readonly string[])[]): string[][] => list.map(members);
  return files.map(({ reader, content }) => ({
    reader,
    content: {
      ...content,
      guard: each(content.guard),
      rules: content.rules?.map((rule) => ({
        ...rule,
        all: each(rule.all),
        any: members(rule.any),
        with: each(rule.with),
        none: members(rule.none),
        opening: each(rule.opening),
        article: each(rule.article),
        affirmed: members(rule.affirmed),
      })),
      counter: content.counter.map((counter) => ({
        ...counter,
        any: members(counter.any),
        unless: members(counter.unless),
      })),
      families: Object.fromEntries(Object.entries(content.families).map(([id, list]) => [id, members(list)])),
      concepts: Object.fromEntries(
        Object.entries(content.concepts).map(([id, concept]) => [
          id,
          { ...concept, near: concept.near.map((near) => ({ ...near, concepts: members(near.concepts) })) },
        ]),
      ),
    },
  }));
}

/**
 * Reports members of a group that are no concepts. Without this, a mistake in a group that no rule uses would go
 * unnoticed.
 */
export function checkConceptGroups(files: readonly ReadFile[], known: ReadonlySet<string>): void {
  for (const { reader, content } of files) {
    for (const [id, members] of Object.entries(content.groups)) {
      if (!Array.isArray(members)) continue;
      for (const [index, member] of members.entries())
        if (!known.has(member))
          reader.report(
            ['groups', id, index],
            `concept "${member}" is not defined${didYouMean(member, known)}`,
          );
    }
  }
}

/**
 * Reads the families of concepts of all files. Reports a name that is given twice, and members that are no concepts.
 */
export function readFamilies(
  files: readonly ReadFile[],
  concepts: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, readonly string[]> {
  const families = new Map<string, readonly string[]>();
  for (const { reader, content } of files) {
    for (const [id, members] of Object.entries(content.families)) {
      const path = ['families', id];
      if (families.has(id)) reader.report(path, `family "${id}" is already defined`, true);
      for (const member of members) {
        if (!concepts.has(member))
          reader.report(
            path,
            `concept "${member}" is not defined${didYouMean(member, concepts.keys())}`,
            true,
          );
      }
      families.set(id, members);
    }
  }
  return families;
}
