import { languageMatches, outletMatches, type RoutableReport } from './route-report.ts';
import type { Silence, SilenceMatchers } from './route-config.ts';
import { count } from '../messages/phrases.ts';

/**
 * The silence that hides this report from a route at `now`; of several the one that ends last. Undefined when none
 * does.
 */
export function silencedBy<S extends Silence>(
  report: RoutableReport,
  route: string,
  silences: readonly S[],
  now: Date,
): S | undefined {
  return silences
    .filter((silence) => isActive(silence, now) && hides(silence.matchers, report, route))
    .sort((a, b) => b.until.getTime() - a.until.getTime())[0];
}

/** The beginning is included, the end is not. */
function isActive(silence: Silence, now: Date): boolean {
  return (silence.from === undefined || silence.from <= now) && now < silence.until;
}

/** Whether every given matcher is met by one of its values. */
function hides(matchers: SilenceMatchers, report: RoutableReport, route: string): boolean {
  const title = matchers.title?.toLowerCase();
  return (
    meets(matchers.route, [route]) &&
    meets(
      matchers.topic,
      report.topics.map((topic) => topic.id),
    ) &&
    (matchers.outlet === undefined || outletMatches(report.outlets, [matchers.outlet].flat())) &&
    meets(matchers.story, [report.storyId]) &&
    meets(matchers.entity, report.entities) &&
    (matchers.language === undefined ||
      [matchers.language].flat().some((range) => languageMatches(report.language, range))) &&
    (title === undefined || report.title.toLowerCase().includes(title))
  );
}

/** `topic chip_ban, outlet Denshi Shimbun or Chip Daily` */
export function describeMatchers(matchers: SilenceMatchers): string {
  return Object.entries(matchers)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${[value].flat().join(' or ')}`)
    .join(', ');
}

export interface HiddenAlert {
  readonly route: string;
  readonly title: string;
  readonly at: Date;
}

/** The report of what a silence hid: a headline, and a line for each alert, oldest first. */
export function silenceReport(
  silence: Silence,
  hidden: readonly HiddenAlert[],
): { readonly headline: string; readonly lines: readonly string[] } {
  const until = silence.until.toISOString();
  return {
    headline: `Silence on ${describeMatchers(silence.matchers)} (${silence.reason}), until ${until}: hid ${count(hidden.length, 'alert')}`,
    lines: [...hidden]
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ at, route, title }) => `${at.toISOString()} ${route}: ${title}`),
  };
}

function meets(wanted: string | readonly string[] | undefined, found: readonly string[]): boolean {
  if (wanted === undefined) return true;
  const values = new Set(found.map((value) => value.toLowerCase()));
  return [wanted].flat().some((value) => values.has(value.toLowerCase()));
}
