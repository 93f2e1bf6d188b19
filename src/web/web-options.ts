import type { Service } from '../service/open-service.ts';

/** The options of our Fastify plugins. */
export interface WebOptions {
  readonly service: Service;
}
