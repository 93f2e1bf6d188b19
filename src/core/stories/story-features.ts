import { actions } from './actions.ts';
import { datesInText } from '../dates/dates-in-text.ts';
import { genreOf } from './genre.ts';
import { storyKeys } from './keys.ts';
import { modelsIn } from './models.ts';
import { namesIn } from './names.ts';
import { isOfficialSource } from './official.ts';
import type { Phrase, PhraseFinder } from './phrase-finder.ts';
import { partOf } from './place-regions.ts';
import { places } from './places.ts';
import { quantitiesIn } from './quantities.ts';
import { actingState, courtsIn, destinationsIn } from './roles.ts';
import { sketchOf } from './sketch.ts';
import type { FeaturedArticle, StoryArticle, StoryEntity, StoryFeatures } from './story.ts';
import { weighTerms } from './terms.ts';
import { vocabulary } from './vocabulary.ts';
import { type ReadText, readText, type Word } from './words.ts';
import { lowerBound } from '../matching/lower-bound.ts';

const MAX_ENTITIES = 20;
const MAX_PLACES = 8;
const MAX_ACTIONS = 10;
const MAX_IDEAS = 24;
const MAX_CONCEPTS = 20;
/** The share of a text that counts as its opening. News reports the event there, and background later. */
const BEGINNING = 0.4;
/** Limits on the length of an opening in characters. */
const LONGEST_BEGINNING = 400;
const SHORTEST_BEGINNING = 60;

/** Computes the features of an article that story decisions use. Linear in the text; no state, no clock. */
export function storyFeatures(article: StoryArticle): FeaturedArticle {
  const title = readText(article.title);
  const body = bodyOf(article);
  const text = readText(body);
  const at = article.published.getTime();
  const sketch = sketchOf([...title.words, ...text.words]);
  const calendar = datesInText(`${title.folded}\n${text.folded}`, at);
  const known = article.entities.map(({ id }) => id.replaceAll('-', ''));
  const models = modelsIn([title, text]).filter((model) => !known.some((id) => id.endsWith(model)));
  const opening = openingOf(body);
  const found = { places: phrasesOf(places, title, text), actions: phrasesOf(actions, title, text) };
  const spoken = phrasesOf(vocabulary, title, text);
  const named = namedSpans(article, body);
  const entities = weighEntities(article.entities, opening);
  const features: StoryFeatures = {
    version: 1,
    at,
    outlet: article.outlet,
    language: article.language,
    official: isOfficialSource(article.url),
    sketch: sketch.hashes,
    shingles: sketch.shingles,
    terms: weighTerms(title.words, text.words),
    entities: entities.map(({ id, weight }) => [id, weight]),
    kinds: entities.map(({ kind }) => kind),
    names: namesIn(
      unknownWords(title, named.title, found.places.title),
      unknownWords(text, named.body, found.places.text),
      article.language,
    ),
    places: withRegions(prominent(found.places, opening)).slice(0, MAX_PLACES),
    destinations: destinationsIn(article),
    actor: actingState(article),
    courts: courtsIn([
      { legal: legal(spoken.title), places: found.places.title, countries: inUnits(title, named.title) },
      { legal: legal(spoken.text), places: found.places.text, countries: inUnits(text, named.body) },
    ]),
    models,
    quantities: quantitiesIn(`${title.folded}\n${text.folded}`, article.language).filter(
      // In `RTX 5070` the number is part of a product's name.
      ({ value, unit }) => unit !== 'n' || !models.some((model) => model.endsWith(String(value))),
    ),
    dates: calendar.dates,
    periods: calendar.periods,
    actions: prominent(found.actions, opening).slice(0, MAX_ACTIONS),
    ideas: prominent(spoken, opening).slice(0, MAX_IDEAS),
    genre: genreOf(title.folded),
    concepts: conceptsOf(article),
    topics: article.topics.map(({ topic, stance, takesEffect, impliedStance, level, aside }) => ({
      topic,
      stance,
      ...(takesEffect === true ? { takesEffect } : {}),
      ...(impliedStance === true ? { impliedStance } : {}),
      ...(level === 'possible' ? { level } : {}),
      ...(aside === true ? { aside } : {}),
    })),
  };
  return { features, keys: storyKeys(features) };
}

/** Length of the text's opening, in characters. */
function openingOf(body: string): number {
  return Math.max(SHORTEST_BEGINNING, Math.min(LONGEST_BEGINNING, Math.round(body.length * BEGINNING)));
}

/** The text with the standfirst before it, unless the text repeats that. */
function bodyOf(article: StoryArticle): string {
  const lead = article.lead?.trim() ?? '';
  if (lead === '' || article.text.includes(lead.slice(0, 60))) return article.text;
  return `${lead}\n\n${article.text}`;
}

/**
 * Prominence: named in the title, in the lead or the first sentences, often. Without positions only the count is
 * known.
 */
function weighEntities(
  mentions: readonly StoryEntity[],
  opening: number,
): { id: string; weight: number; kind: StoryEntity['kind'] }[] {
  const most = Math.max(1, ...mentions.map((mention) => mention.count));
  return mentions
    .map(({ id, kind, count, places: found }) => {
      const often = count / most;
      if (found === undefined) return { id, kind, weight: twoDigits(0.25 + 0.75 * often) };
      const inTitle = found.some(({ field }) => field === 'title');
      const early = found.some(
        ({ field, start }) => field === 'lead' || (field === 'text' && start < opening),
      );
      const weight = twoDigits(0.15 + (inTitle ? 0.45 : 0) + (early ? 0.2 : 0) + 0.2 * often);
      return { id, kind, weight };
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_ENTITIES);
}

interface Span {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Positions of entity names in the title and in the body as `bodyOf` builds it. */
function namedSpans({ lead, text, entities }: StoryArticle, body: string): { title: Span[]; body: Span[] } {
  const shift = body.length - text.length;
  const title: Span[] = [];
  const inBody: Span[] = [];
  for (const { id, places: found } of entities)
    for (const { field, start, end } of found ?? []) {
      if (field === 'title') title.push({ id, start, end });
      else if (field === 'text') inBody.push({ id, start: start + shift, end: end + shift });
      else if (shift > 0 && lead !== undefined) {
        const trimmed = lead.length - lead.trimStart().length;
        inBody.push({ id, start: start - trimmed, end: end - trimmed });
      }
    }
  return { title, body: inBody };
}

/** Words outside the names of entities and places, which are features of their own. */
function unknownWords(text: ReadText, entities: readonly Span[], known: readonly Phrase[]): Word[] {
  const { starts, length } = text.normal;
  const taken = new Uint8Array(length);
  for (const { start, end } of known) taken.fill(1, start, end);
  const spans = entities.toSorted((a, b) => a.start - b.start);
  let next = 0;
  for (let unit = 0; unit < length && next < spans.length; unit += 1) {
    while (next < spans.length && spans[next]!.end <= starts[unit]!) next += 1;
    if (next < spans.length && starts[unit]! >= spans[next]!.start) taken[unit] = 1;
  }
  return text.words.filter(({ at }) => taken[at] === 0);
}

interface FoundPhrases {
  readonly title: readonly Phrase[];
  readonly text: readonly Phrase[];
}

function phrasesOf(finder: PhraseFinder, title: ReadText, text: ReadText): FoundPhrases {
  return { title: finder.find(title.normal), text: finder.find(text.normal) };
}

/** Being in the title, in the opening, and frequent each raise the weight. */
function prominent({ title, text }: FoundPhrases, opening: number): [string, number][] {
  const inTitle = new Set(title.map(({ id }) => id));
  const inOpening = new Set(text.filter(({ start }) => start < opening).map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { id } of text) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...new Set([...inTitle, ...counts.keys()])]
    .map((id): [string, number] => {
      const often = 0.15 * Math.min(3, counts.get(id) ?? 0);
      return [
        id,
        twoDigits(Math.min(1, (inTitle.has(id) ? 0.5 : 0) + (inOpening.has(id) ? 0.25 : 0) + often)),
      ];
    })
    .sort((a, b) => b[1] - a[1]);
}

/**
 * Adds the region of each place with a lower weight: a report from Houston and one from Texas may be about one place.
 */
function withRegions(found: readonly [string, number][]): [string, number][] {
  const known = new Map(found);
  for (const [id, weight] of found) {
    const region = partOf(id);
    if (region !== undefined && (known.get(region) ?? 0) < weight / 2)
      known.set(region, twoDigits(weight / 2));
  }
  return [...known].sort((a, b) => b[1] - a[1]);
}

const LEGAL: ReadonlySet<string> = new Set(['court', 'jury', 'trial', 'indictment', 'verdict']);

/** The positions of countries, converted to normalised units. */
function inUnits({ normal: { starts, length } }: ReadText, spans: readonly Span[]): Phrase[] {
  const unitAt = (offset: number) => lowerBound(length, (unit) => starts[unit]! >= offset);
  return spans
    .filter(({ id }) => id.startsWith('country:'))
    .map(({ id, start, end }) => ({ id, start: unitAt(start), end: unitAt(end) }));
}

function legal(phrases: readonly Phrase[]): Phrase[] {
  return phrases.filter(({ id }) => LEGAL.has(id));
}

function conceptsOf(article: StoryArticle): string[] {
  const concepts = new Set<string>();
  for (const match of article.topics) {
    for (const passage of match.passages) {
      for (const term of passage.terms) concepts.add(term.concept);
    }
  }
  return [...concepts].slice(0, MAX_CONCEPTS);
}

function twoDigits(value: number): number {
  return Math.round(value * 100) / 100;
}
