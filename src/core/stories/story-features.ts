import { actions } from './actions.ts';
import { calendarIn } from './calendar.ts';
import { storyKeys } from './keys.ts';
import { modelsIn } from './models.ts';
import { namesIn } from './names.ts';
import { isOfficialSource } from './official.ts';
import type { PhraseFinder } from './phrase-finder.ts';
import { places } from './places.ts';
import { quantitiesIn } from './quantities.ts';
import { sketchOf } from './sketch.ts';
import type { FeaturedArticle, StoryArticle, StoryEntity, StoryFeatures } from './story.ts';
import { weighTerms } from './terms.ts';
import { type ReadText, readText } from './words.ts';

const MAX_ENTITIES = 20;
const MAX_PLACES = 8;
const MAX_ACTIONS = 10;
const MAX_CONCEPTS = 20;
/** Characters that count as a text's beginning. */
const BEGINNING = 400;

/** Reads an article once into what story decisions are made of. Linear in the text, no state, no clock. */
export function storyFeatures(article: StoryArticle): FeaturedArticle {
  const title = readText(article.title);
  const body = bodyOf(article);
  const text = readText(body);
  const opening = readText(body.slice(0, BEGINNING));
  const at = article.published.getTime();
  const sketch = sketchOf([...title.words, ...text.words]);
  const calendar = calendarIn(`${title.folded}\n${text.folded}`, at);
  const known = article.entities.map(({ id }) => id.replaceAll('-', ''));
  const models = modelsIn([title, text]).filter((model) => !known.some((id) => id.endsWith(model)));
  const unknown = withoutEntities(article);
  const features: StoryFeatures = {
    version: 1,
    at,
    outlet: article.outlet,
    language: article.language,
    official: article.official === true || isOfficialSource(article.url),
    sketch: sketch.hashes,
    shingles: sketch.shingles,
    terms: weighTerms(title.words, text.words),
    entities: weighEntities(article.entities),
    names: namesIn(readText(unknown.title).words, readText(bodyOf(unknown)).words, article.language),
    places: prominent(places, title, opening, text).slice(0, MAX_PLACES),
    models,
    quantities: quantitiesIn(`${title.folded}\n${text.folded}`, article.language).filter(
      // `RTX 5070` is a product, not a count.
      ({ value, unit }) => unit !== 'n' || !models.some((model) => model.endsWith(String(value))),
    ),
    dates: calendar.dates,
    periods: calendar.periods,
    actions: prominent(actions, title, opening, text).slice(0, MAX_ACTIONS),
    concepts: conceptsOf(article),
    topics: article.topics.map(({ topic, stance }) => ({ topic, stance })),
  };
  return { features, keys: storyKeys(features) };
}

/** The text, with the standfirst before it unless the text repeats it. */
function bodyOf(article: Pick<StoryArticle, 'lead' | 'text'>): string {
  const lead = article.lead?.trim() ?? '';
  if (lead === '' || article.text.includes(lead.slice(0, 60))) return article.text;
  return `${lead}\n\n${article.text}`;
}

/** Prominence: named in the title, in the lead or the first sentences, often. Without places only the count tells. */
function weighEntities(mentions: readonly StoryEntity[]): [string, number][] {
  const most = Math.max(1, ...mentions.map((mention) => mention.count));
  return mentions
    .map((mention): [string, number] => {
      const often = mention.count / most;
      const { places } = mention;
      if (places === undefined) return [mention.id, twoDigits(0.25 + 0.75 * often)];
      const inTitle = places.some(({ field }) => field === 'title');
      const early = places.some(
        ({ field, start }) => field === 'lead' || (field === 'text' && start < BEGINNING),
      );
      return [mention.id, twoDigits(0.15 + (inTitle ? 0.45 : 0) + (early ? 0.2 : 0) + 0.2 * often)];
    })
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_ENTITIES);
}

/** The article with the names that the gazetteer knows blanked out, so that they do not count a second time. */
function withoutEntities({ title, lead, text, entities }: StoryArticle): {
  title: string;
  lead: string;
  text: string;
} {
  const fields = { title, lead: lead ?? '', text };
  for (const field of ['title', 'lead', 'text'] as const) {
    const spans = entities
      .flatMap(({ places }) => places ?? [])
      .filter((place) => place.field === field)
      .sort((a, b) => a.start - b.start);
    let blanked = '';
    let reached = 0;
    for (const { start, end } of spans) {
      if (start < reached) continue;
      blanked += `${fields[field].slice(reached, start)} `;
      reached = end;
    }
    fields[field] = blanked + fields[field].slice(reached);
  }
  return fields;
}

/** Found in the title, in the beginning, often: each makes a thing more of what the report is about. */
function prominent(
  finder: PhraseFinder,
  title: ReadText,
  opening: ReadText,
  text: ReadText,
): [string, number][] {
  const inTitle = finder.count(title.normal);
  const inOpening = finder.count(opening.normal);
  const inText = finder.count(text.normal);
  return [...new Set([...inTitle.keys(), ...inText.keys()])]
    .map((id): [string, number] => {
      const weight =
        (inTitle.has(id) ? 0.5 : 0) +
        (inOpening.has(id) ? 0.25 : 0) +
        0.15 * Math.min(3, inText.get(id) ?? 0);
      return [id, twoDigits(Math.min(1, weight))];
    })
    .sort((a, b) => b[1] - a[1]);
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
