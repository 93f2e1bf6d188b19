import type { Pipeline } from '../pipeline/context.ts';
import type { ExplainParts } from '../pipeline/explain-item.ts';

/** What explanations need in a process that serves others: texts are explained on a thread. */
export function explainParts({ db, reader }: Pick<Pipeline, 'db' | 'reader'>): ExplainParts {
  return {
    db,
    explainText: async (article) => (await reader.explain({ article })).explanation,
    now: () => new Date(),
  };
}
