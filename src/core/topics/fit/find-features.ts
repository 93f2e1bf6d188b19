import { findTerms } from '../find-evidence.ts';
import { HitIndex } from '../hit-index.ts';
import type { ClassifiableArticle } from '../match.ts';
import { scoreTopic } from '../score-topic.ts';
import type { ScoredRules } from '../scored-rules.ts';
import type { CompiledTopic, Topics } from '../topics.ts';
import { loneSentences, sentencesOf } from './best-sentence.ts';
import { sourceOf } from './evidence.ts';
import { excerptsOf } from './excerpts.ts';
import type { FeatureTable, SparseRow } from './feature-table.ts';
import { listEvidence, listRules } from './list-features.ts';

/** An article with the topics that a person gave it, and its source: an author, an archive, a file. */
export interface LabelledArticle {
  readonly article: ClassifiableArticle;
  readonly topics: readonly string[];
  /** The topics that were judged; all if undefined. */
  readonly judged?: readonly string[] | undefined;
  readonly source: string;
}

/** Those that all topics share, and those of the topic's rules. */
export type Features = readonly SparseRow[];

/** The features of one article for one topic. */
export interface FoundFeatures {
  /** Those of each sentence that names enough, as if it was the whole article, and how many sentences there are. */
  readonly alone: { readonly features: readonly Features[]; readonly sentences: number };
  /** Undefined where the guard kept the rules from being tried; then the confidence is 0 with any weights. */
  readonly features: Features | undefined;
  /** The same of the article's excerpts. */
  readonly excerpts: readonly (Features | undefined)[];
  readonly isPositive: boolean;
  readonly source: string;
}

/**
 * The features of each article for each topic, by topic; undefined where the article was not judged for it. Terms are found
 * once for all topics.
 */
export function findFeatures(
  fitted: readonly CompiledTopic[],
  topics: Topics,
  articles: readonly LabelledArticle[],
  table: FeatureTable,
): (FoundFeatures | undefined)[][] {
  // Hand-written weights are evidence; the weights of an earlier fit are not.
  const plain = fitted.map((topic) => ({ ...topic, fit: undefined }));
  const byTopic = plain.map((): (FoundFeatures | undefined)[] => []);
  for (const { article, topics: labels, judged, source } of articles) {
    const whole = new Readings(article, topics, table);
    const excerpts = excerptsOf(article).map((excerpt) => new Readings(excerpt, topics, table));
    for (const [at, topic] of plain.entries()) {
      const isJudged = judged === undefined || judged.includes(topic.id);
      byTopic[at]!.push(
        isJudged
          ? {
              ...whole.all(topic),
              excerpts: excerpts.map((excerpt) => excerpt.best(topic)),
              isPositive: labels.includes(topic.id),
              source,
            }
          : undefined,
      );
    }
  }
  return byTopic;
}

/** A text by each lexicon. What does not depend on the topic is listed once. */
class Readings {
  private readonly indexes: readonly HitIndex[];
  private readonly topics: Topics;
  private readonly table: FeatureTable;
  private readonly evidence = new Map<HitIndex, SparseRow>();
  private readonly sentences = new Map<HitIndex, Map<number, SparseRow>>();

  constructor(article: ClassifiableArticle, topics: Topics, table: FeatureTable) {
    const reading = findTerms(article, topics);
    this.indexes = reading.found.map((matched) => new HitIndex(reading, topics, matched));
    this.topics = topics;
    this.table = table;
  }

  /** Of the lexicon that finds most; undefined if the guard is not named. */
  best(topic: CompiledTopic): Features | undefined {
    const best = this.bestOf(topic);
    return best && this.featuresOf(best.index, best.found);
  }

  all(topic: CompiledTopic): Pick<FoundFeatures, 'features' | 'alone'> {
    const best = this.bestOf(topic);
    if (best === undefined) return { features: undefined, alone: { features: [], sentences: 0 } };
    const { index, found } = best;
    return {
      features: this.featuresOf(index, found),
      alone: { features: this.sentencesOf(index, found), sentences: sentencesOf(index) },
    };
  }

  private bestOf(
    topic: CompiledTopic,
  ): { readonly index: HitIndex; readonly found: ScoredRules } | undefined {
    let best: { readonly index: HitIndex; readonly found: ScoredRules } | undefined;
    for (const index of this.indexes) {
      const found = scoreTopic(topic, index);
      if (!found.isGuarded) continue;
      const isBetter =
        best === undefined ||
        found.score > best.found.score ||
        (found.score === best.found.score && index.hits.length > best.index.hits.length);
      if (isBetter) best = { index, found };
    }
    return best;
  }

  private featuresOf(index: HitIndex, found: ScoredRules): Features {
    const evidence = this.evidence.get(index) ?? listEvidence(sourceOf(index), this.topics, this.table);
    this.evidence.set(index, evidence);
    return [evidence, listRules(found, found.topic.threshold, this.table)];
  }

  private sentencesOf(index: HitIndex, found: ScoredRules): Features[] {
    const known = this.sentences.get(index) ?? new Map<number, SparseRow>();
    this.sentences.set(index, known);
    return loneSentences(index, found).map(({ sentence, source, found: own }) => {
      const evidence = known.get(sentence) ?? listEvidence(source, this.topics, this.table);
      known.set(sentence, evidence);
      return [evidence, listRules(own, found.topic.threshold, this.table)];
    });
  }
}
