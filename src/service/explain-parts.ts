import type { ExplainParts } from '../pipeline/explain-item.ts';
import type { Service } from './open-service.ts';

/** What explanations need in a process that serves others: texts are explained on a thread. */
export function explainParts({ store, pipeline }: Pick<Service, 'store' | 'pipeline'>): ExplainParts {
  return {
    db: store.db,
    explainText: async (article) => (await pipeline.reader.explain({ article })).explanation,
    now: () => new Date(),
  };
}
