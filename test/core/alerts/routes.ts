import { type RouteConfig, routeConfigSchema } from '../../../src/core/alerts/route-config.ts';

/** A route with this configuration. */
export function route(extra: object): RouteConfig {
  return routeConfigSchema.parse({ name: 'desk', channels: ['mail'], ...extra });
}
