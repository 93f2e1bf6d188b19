import type { PluginRule, WebRoute } from '../route.ts';

/** The methods that an address takes, as for the header Allow; empty where there is nothing at the address. */
export function allowedMethods(
  rules: readonly Pick<WebRoute | PluginRule, 'method' | 'path'>[],
  url: string,
): string[] {
  const [path = ''] = url.split('?', 1);
  const methods = rules
    .filter((rule) => patternOf(rule.path).test(path))
    .flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  return [...new Set(methods)].toSorted();
}

/** `/topics/*` and `/stories/:id` as the router understands them. */
function patternOf(path: string): RegExp {
  const source = path.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll(/:\w+/g, '[^/]+');
  return new RegExp(`^${source}$`);
}
