import type { EntityMention } from '../topics/match.ts';
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
import type { FeaturedArticle, StoryArticle, StoryFeatures } from './story.ts';
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
  const sketch = sketchOf(text.words);
  const calendar = calendarIn(`${title.folded}\n${text.folded}`, at);
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
    names: namesIn(title.words, text.words, article.language),
    places: prominent(places, title, opening, text).slice(0, MAX_PLACES),
    models: modelsIn(readText(`${article.title}\n\n${body}`)),
    quantities: quantitiesIn(`${title.folded}\n${text.folded}`, article.language),
    dates: calendar.dates,
    periods: calendar.periods,
    actions: prominent(actions, title, opening, text).slice(0, MAX_ACTIONS),
    concepts: conceptsOf(article),
    topics: article.topics.map(({ topic, stance }) => ({ topic, stance })),
  };
  return { features, keys: storyKeys(features) };
}

/** The text, with the standfirst before it unless the text repeats it. */
function bodyOf(article: StoryArticle): string {
  const lead = article.lead?.trim() ?? '';
  if (lead === '' || article.text.includes(lead.slice(0, 60))) return article.text;
  return `${lead}\n\n${article.text}`;
}

function weighEntities(mentions: readonly EntityMention[]): [string, number][] {
  const most = Math.max(1, ...mentions.map((mention) => mention.count));
  return mentions
    .map((mention): [string, number] => [mention.id, twoDigits(0.25 + (0.75 * mention.count) / most)])
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_ENTITIES);
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
