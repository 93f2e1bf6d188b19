import type { Level, Stance } from '../topics/match.ts';
import type { RouteConfig, Severe } from './route-config.ts';

/** A report (one article, with what it matched) as routes and silences see it. */
export interface RoutableReport {
  readonly storyId: string;
  readonly title: string;
  /** The outlet's name and the host of the article; see `outletMatches`. */
  readonly outlets: readonly string[];
  /** BCP 47. */
  readonly language: string;
  readonly topics: readonly RoutableTopic[];
  /** Ids and names of the entities that it names. */
  readonly entities: readonly string[];
}

export interface RoutableTopic {
  readonly id: string;
  readonly label: string;
  readonly level: Level;
  /** Per cent, 0 to 100. */
  readonly confidence: number;
  readonly stance: Stance | undefined;
}

/** A route's decision on a report, with one line for each filter that was applied. */
export interface RouteDecision {
  readonly route: string;
  readonly wants: boolean;
  /** The topics that passed all filters; empty when the route does not want the report. */
  readonly topics: readonly RoutableTopic[];
  readonly reasons: readonly string[];
}

/** Asks every route; the answers are in the order of the routes. */
export function routeReport(
  report: RoutableReport,
  routes: readonly RouteConfig[],
): readonly RouteDecision[] {
  return routes.map((route) => {
    const about = [languageCheck(report, route), ...outletChecks(report, route)].filter(
      (check) => check !== undefined,
    );
    const topics = report.topics.map((topic) => ({ topic, check: topicCheck(topic, route) }));
    const passed = topics.filter(({ check }) => check.passed).map(({ topic }) => topic);
    const wants = about.every((check) => check.passed) && passed.length > 0;
    const none = report.topics.length === 0 ? ['no topic matched'] : [];
    return {
      route: route.name,
      wants,
      topics: wants ? passed : [],
      reasons: [...about.map((check) => check.says), ...topics.map(({ check }) => check.says), ...none],
    };
  });
}

/**
 * Whether one of the topics is sure and meets all conditions of `severe`. A match that is only possible never counts
 * as severe.
 */
export function isSevere(topics: readonly RoutableTopic[], severe: Severe | undefined): boolean {
  return (
    severe !== undefined &&
    topics.some(
      (topic) =>
        topic.level === 'sure' &&
        topic.confidence >= (severe.minConfidence ?? 0) &&
        (severe.topics?.includes(topic.id) ?? true) &&
        (severe.stances === undefined ||
          (topic.stance !== undefined && severe.stances.includes(topic.stance))),
    )
  );
}

/**
 * Whether a tag is in a range by RFC 4647's basic filtering: `zh` includes `zh-Hant`, `zh-Hant` does not include
 * `zh-Hans`.
 */
export function languageMatches(tag: string, range: string): boolean {
  return `${tag.toLowerCase()}-`.startsWith(`${range.toLowerCase()}-`);
}

/** Whether one of these names the outlet: by its name, or by its host with or without `www.`, in any case. */
export function outletMatches(outlets: readonly string[], wanted: readonly string[]): boolean {
  const names = new Set(outlets.map(outletKey));
  return wanted.some((name) => names.has(outletKey(name)));
}

/** What two names of one outlet have in common. */
export function outletKey(name: string): string {
  return name.toLowerCase().replace(/^www\./, '');
}

interface Check {
  readonly passed: boolean;
  readonly says: string;
}

function languageCheck({ language }: RoutableReport, { languages }: RouteConfig): Check | undefined {
  if (languages === undefined) return undefined;
  const passed = languages.some((range) => languageMatches(language, range));
  return { passed, says: `language ${language} is ${passed ? '' : 'not '}among ${languages.join(', ')}` };
}

function outletChecks({ outlets }: RoutableReport, route: RouteConfig): Check[] {
  const name = outlets[0] ?? 'unknown';
  const checks: Check[] = [];
  if (route.outlets !== undefined) {
    const passed = outletMatches(outlets, route.outlets);
    checks.push({ passed, says: `outlet ${name} is ${passed ? '' : 'not '}among those asked for` });
  }
  if (route.excludeOutlets !== undefined && outletMatches(outlets, route.excludeOutlets)) {
    checks.push({ passed: false, says: `outlet ${name} is excluded` });
  }
  return checks;
}

function topicCheck(topic: RoutableTopic, route: RouteConfig): Check {
  const confidence = `confidence ${topic.confidence}`;
  const no = (why: string) => ({ passed: false, says: `${topic.id}: ${why}` });
  if (route.topics !== undefined && !route.topics.includes(topic.id)) {
    return no(`not among ${route.topics.join(', ')}`);
  }
  if (topic.level === 'possible' && route.level !== 'possible') {
    return no(`only possible (${confidence}), and the route wants what is sure`);
  }
  if (route.minConfidence !== undefined && topic.confidence < route.minConfidence) {
    return no(`${confidence} is below ${route.minConfidence}`);
  }
  if (route.stances !== undefined && (topic.stance === undefined || !route.stances.includes(topic.stance))) {
    return no(`stance ${topic.stance ?? 'unknown'} is not among ${route.stances.join(', ')}`);
  }
  return {
    passed: true,
    says: `${topic.id}: wanted (${topic.level}, ${confidence}, stance ${topic.stance ?? 'unknown'})`,
  };
}
