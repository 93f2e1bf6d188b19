import { storyKeys } from '../../src/core/stories/keys.ts';
import type { FeaturedArticle, StoryFeatures } from '../../src/core/stories/story.ts';
import { mulberry32 } from '../support/random.ts';

/** The number of names and words that reports do not share with the reports they were made from. */
const RARE_NAMES = 50_000;
/** The share of names and words that are such rare ones. Most names are in a few reports only. */
const RARE = 0.6;

/**
 * Makes reports about events that never were. Each kind of feature comes from a real report of its own, so that single
 * features are as frequent as in real reports, and keys of several features as rare. Names and words are also rare
 * ones; a few of these are frequent.
 */
export function generateReports(real: readonly StoryFeatures[], seed: number): (at: Date) => FeaturedArticle {
  const random = mulberry32(seed);
  const any = () => real[Math.floor(random() * real.length)] as StoryFeatures;
  const rare = () => Math.floor(RARE_NAMES ** random());
  return (at) => {
    const { entities, kinds } = any();
    const features: StoryFeatures = {
      ...any(),
      at: at.getTime(),
      sketch: Array.from({ length: 64 }, () => Math.floor(random() * 2 ** 32)).sort((a, b) => a - b),
      terms: any().terms.map(([hash, weight]) => [random() < RARE ? rare() : hash, weight] as const),
      entities,
      kinds,
      names: any().names.map(([key, weight, written]) =>
        random() < RARE ? ([`rare${rare()}`, weight, written] as const) : ([key, weight, written] as const),
      ),
      places: any().places,
      models: any().models,
      quantities: any().quantities,
      actions: any().actions,
      dates: [at.toISOString().slice(0, 10)],
    };
    return { features, keys: storyKeys(features) };
  };
}
