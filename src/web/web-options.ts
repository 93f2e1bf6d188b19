import type { Service } from '../service/open-service.ts';

/** What every plugin of ours is given. */
export interface WebOptions {
  readonly service: Service;
}
