import { ConfigError, type ConfigProblem } from '../config/config-error.ts';
import type { Config } from '../config/load-config.ts';
import { shownPath } from '../config/shown-path.ts';
import { isLanguageTag } from '../core/alerts/route-config.ts';
import { outletKey } from '../core/alerts/route-report.ts';
import { fieldName } from '../core/yaml/yaml-source.ts';
import { isLanguage, meantLanguage } from '../core/words/meant-language.ts';
import { didYouMean, nearestWord } from '../core/words/nearest-word.ts';

type Path = readonly (string | number)[];

/** The names that routes may use, besides those in the configuration itself. */
export interface KnownNames {
  readonly topics: readonly string[];
  readonly feeds: readonly {
    readonly outlet: string;
    readonly url: string;
    readonly site_url?: string | null | undefined;
  }[];
}

/**
 * Checks that everything named in routes exists. A route with a misspelt topic would never alert, and nobody would
 * notice, so the service does not start.
 *
 * @throws ConfigError with file, line and the nearest known name
 */
export function checkRoutes(config: Config, known: KnownNames): void {
  const problems: ConfigProblem[] = [];
  const report = (path: Path, message: string) =>
    problems.push({
      file: shownPath(config.file),
      line: config.lineOf?.(path),
      field: fieldName(path),
      message,
    });
  config.feeds.urls.forEach((feed, index) => {
    const fault =
      'language' in feed && feed.language !== undefined ? languageFault(feed.language) : undefined;
    if (fault !== undefined) report(['feeds', 'urls', index, 'language'], fault);
  });
  const outlets = outletsByKey(known.feeds.flatMap(outletNames));
  config.routes.forEach((route, index) => {
    for (const { path, topic } of topicsOf(route, ['routes', index]))
      if (!known.topics.includes(topic))
        report(
          path,
          `there is no topic "${topic}"${didYouMean(topic, known.topics) || '.'} Known: ${known.topics.join(', ')}`,
        );
    route.languages?.forEach((language, at) => {
      const fault = languageFault(language);
      if (fault !== undefined) report(['routes', index, 'languages', at], fault);
    });
    for (const key of ['outlets', 'excludeOutlets'] as const)
      route[key]?.forEach((outlet, at) => {
        if (isUnknownOutlet(outlet, outlets))
          report(
            ['routes', index, key, at],
            `no feed of an outlet "${outlet}" is watched${didYouMean(outlet, outlets.values())}`,
          );
      });
  });
  const used = new Set(config.routes.flatMap((route) => route.channels));
  const operator = config.operations?.channel;
  if (operator !== undefined) {
    const names = config.channels.map((channel) => channel.name);
    used.add(operator);
    if (!names.includes(operator))
      report(['operations', 'channel'], `there is no channel "${operator}"${didYouMean(operator, names)}`);
  }
  config.channels.forEach(({ name }, index) => {
    if (!used.has(name))
      report(
        ['channels', index, 'name'],
        `no route uses the channel "${name}": name it in a route, or remove it`,
      );
  });
  if (problems.length > 0) throw new ConfigError(problems);
}

/** The topics of a route, and of what its digest and its quiet hours let through. */
function* topicsOf(value: unknown, path: Path): Generator<{ path: Path; topic: string }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'topics' && Array.isArray(inner))
      for (const [index, topic] of inner.entries()) yield { path: [...at, index], topic: String(topic) };
    else yield* topicsOf(inner, at);
  }
}

/** Finds countries and names given as a language: `jp`, `japanese`. */
export function languageFault(tag: string): string | undefined {
  if (isLanguageTag(tag) && isLanguage(new Intl.Locale(tag).language)) return undefined;
  const meant = meantLanguage(tag);
  return `"${tag}" is no language${meant === undefined ? '.' : `; did you mean "${meant}"?`} Languages are written as BCP 47 tags: en, ja, zh-Hant`;
}

/** The names of an outlet: its own, and the hosts of its feed and its pages. */
export function outletNames({ outlet, url, site_url }: KnownNames['feeds'][number]): string[] {
  return [outlet, ...[url, site_url ?? ''].flatMap((one) => URL.parse(one)?.hostname ?? [])];
}

/** Names of outlets by what `isUnknownOutlet` compares. */
export function outletsByKey(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [outletKey(name), name]));
}

/**
 * Whether no outlet has this name. A host that resembles none may be right, because the host of a page need not be a
 * feed's.
 */
export function isUnknownOutlet(outlet: string, known: ReadonlyMap<string, string>): boolean {
  if (known.has(outletKey(outlet))) return false;
  const isHost = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(outlet);
  return !isHost || nearestWord(outlet, known.values()) !== undefined;
}
