import { findPatterns, originalSpan } from '../matching/matcher.ts';
import { normalise, type NormalisedText } from '../matching/normalise.ts';
import { WordClass, wordClass } from '../matching/script.ts';
import type { EntityMention, TextField } from '../topics/match.ts';
import type { Context, Entity, Gazetteer } from './gazetteer.ts';
import { lowerBound } from '../matching/lower-bound.ts';

/** One mention of an entity. */
export interface EntitySpan {
  readonly entity: Entity;
  /** UTF-16 offsets into the text as given; `text.slice(start, end)` is the name as written. */
  readonly start: number;
  readonly end: number;
}

/** An entity of an article with all its mentions, the title's first. */
export interface LocatedEntity extends EntityMention {
  readonly country: string | undefined;
  readonly places: readonly { readonly field: TextField; readonly start: number; readonly end: number }[];
}

/** A span in normalised units; `end` is exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Found extends Stretch {
  /** Undefined for a phrase in which no entity is to be found. */
  readonly entity: Entity | undefined;
  readonly context: Context | undefined;
}

/** How near a term of `beside` must be, in normalised units. */
const BESIDE = 20;

/**
 * All mentions of the gazetteer's entities, in order and without overlaps; of two overlapping names the longer one
 * counts (`Bank of China` is no country). One pass over the text.
 */
export function findEntitySpans(text: string | NormalisedText, gazetteer: Gazetteer): EntitySpan[] {
  const normalised = typeof text === 'string' ? normalise(text) : text;
  const found: Found[] = [];
  const beside = new Map<Context, Stretch[]>();
  findPatterns(gazetteer.matcher, normalised, (pattern, start, end) => {
    const meaning = gazetteer.meanings[gazetteer.meaningOf[pattern]!]!;
    if (meaning.type === 'beside') {
      const stretches = beside.get(meaning.context);
      if (stretches === undefined) beside.set(meaning.context, [{ start, end }]);
      else stretches.push({ start, end });
    } else if (meaning.type === 'ignore') {
      found.push({ start, end, entity: undefined, context: undefined });
    } else if (!meaning.alone || standsAlone(normalised, start, end)) {
      found.push({ start, end, entity: meaning.entity, context: meaning.context });
    }
  });
  const names = withoutOverlaps(found, normalised.length);
  const hasContext = contextTest(names, beside);
  return names
    .filter(({ context, start, end }) => context === undefined || hasContext(context, { start, end }))
    .flatMap(({ start, end, entity }) =>
      entity === undefined ? [] : [{ entity, ...originalSpan(normalised, start, end) }],
    );
}

/**
 * Returns a test of whether a name that counts only in a context has it: an entity of `near`, or a term of `beside`.
 */
function contextTest(
  names: readonly Found[],
  beside: ReadonlyMap<Context, readonly Stretch[]>,
): (context: Context, name: Stretch) => boolean {
  const company = new Map<Context, readonly Stretch[]>();
  return (context, name) => {
    let near = company.get(context);
    if (near === undefined) {
      near = names.filter((other) => other.context === undefined && context.near.has(other.entity?.id ?? ''));
      company.set(context, near);
    }
    return isNear(near, name, context.within) || isNear(beside.get(context) ?? [], name, BESIDE);
  };
}

/** Whether one of the spans, ordered by their ends, is within `distance` of `name`. */
function isNear(stretches: readonly Stretch[], name: Stretch, distance: number): boolean {
  const first =
    stretches[lowerBound(stretches.length, (index) => stretches[index]!.end >= name.start - distance)];
  return first !== undefined && first.start <= name.end + distance;
}

/**
 * The entities of an article, most often named first, those in the title before others named as often.
 * `count` counts every field.
 */
export function findEntities(
  article: { readonly title: string; readonly lead?: string | undefined; readonly text: string },
  gazetteer: Gazetteer,
): LocatedEntity[] {
  const located = new Map<
    string,
    { entity: Entity; places: { field: TextField; start: number; end: number }[] }
  >();
  for (const field of ['title', 'lead', 'text'] as const) {
    for (const { entity, start, end } of findEntitySpans(article[field] ?? '', gazetteer)) {
      const known = located.get(entity.id);
      if (known === undefined) located.set(entity.id, { entity, places: [{ field, start, end }] });
      else known.places.push({ field, start, end });
    }
  }
  return [...located.values()]
    .map(({ entity, places }) => ({ ...entity, count: places.length, places }))
    .sort((a, b) => b.count - a.count);
}

/**
 * Whether a single Han character is a country here: in headlines it is between punctuation or beside Hangul
 * (`美、日、荷三国`, `中 당국`), and in Japanese before a foreign company (`米エヌビディア`, `蘭ASML`). Beside other letters it is part
 * of a word.
 */
function standsAlone(text: NormalisedText, start: number, end: number): boolean {
  const before = start === 0 ? WordClass.NONE : wordClass(text.units[start - 1]!);
  const after = end >= text.length ? WordClass.NONE : wordClass(text.units[end]!);
  if (after === WordClass.KATAKANA || after === WordClass.ALPHABETIC) {
    return (
      (before === WordClass.NONE || before === WordClass.HIRAGANA) &&
      !WORDS_OF_JAPANESE.has(text.units[start]!)
    );
  }
  return [before, after].every((edge) => edge === WordClass.NONE || edge === WordClass.HANGUL);
}

/** In `この日アップルは` or `その中` these characters mean day and middle, not Japan and China. */
const WORDS_OF_JAPANESE = new Set(['日', '中'].map((character) => character.charCodeAt(0)));

/**
 * Removes overlaps: the longest name is kept, of equally long ones an ignored phrase before an entity, then the
 * leftmost.
 */
function withoutOverlaps(found: readonly Found[], length: number): Found[] {
  const byLength = found.toSorted(
    (a, b) =>
      b.end - b.start - (a.end - a.start) ||
      Number(a.entity !== undefined) - Number(b.entity !== undefined) ||
      a.start - b.start,
  );
  const taken = new Uint8Array(length);
  const kept: Found[] = [];
  for (const candidate of byLength) {
    // Names are taken longest first, so an overlapping one covers an end of this one.
    if (taken[candidate.start] === 1 || taken[candidate.end - 1] === 1) continue;
    taken.fill(1, candidate.start, candidate.end);
    kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}
