import type { FeaturedArticle } from '../../core/stories/story.ts';
import type { StoredArticle } from '../../io/store/articles/articles.ts';
import type { ReadArticle } from '../../io/store/articles/stored-reading.ts';
import type { Pipeline, PipelineSettings } from '../context.ts';

/** The parts of the pipeline that publishing needs. */
export interface Publishing extends Pick<Pipeline, 'log' | 'now'> {
  readonly settings: Pick<PipelineSettings, 'routes'>;
}

/** A matched article on its way into a story and out to the routes. */
export interface Publication {
  readonly article: StoredArticle;
  readonly matches: ReadArticle['matches'];
  readonly story: FeaturedArticle;
  /** A log other than the usual one. */
  readonly log?: Publishing['log'] | undefined;
  /** Stored without alerting: it was there before we watched the feed. */
  readonly backlog: boolean;
  /** Stored without an alert: edited topics found it in the archive, and alerts were not asked for. */
  readonly reapplied?: boolean | undefined;
}
