import type { Development } from '../stories/story.ts';
import type { RoutableTopic, RouteDecision } from './route-report.ts';

/** Whether a route gets an alert for a report, of which kind, and why or why not. */
export type AlertPlan =
  | { readonly send: true; readonly kind: 'alert'; readonly reason: string }
  | {
      readonly send: true;
      readonly kind: 'update';
      /** What the update reports, at least one. */
      readonly developments: readonly Development[];
      /** The same in words. */
      readonly development: string;
      readonly reason: string;
    }
  | { readonly send: false; readonly reason: string };

export interface PlanFacts {
  readonly decision: RouteDecision;
  /** Whether the route had an alert of the story before, sent or hidden by a silence. */
  readonly alerted: boolean;
  /** `updates` of the route. */
  readonly updates: boolean;
  /** What the report added to a story that was there already, the most important first. */
  readonly developments: readonly Development[];
  /** Stances that could follow the story's and are not accepted yet, in words. */
  readonly heldBack?: readonly string[] | undefined;
}

/** One alert for each story and route. After it only developments of topics that the route wants are sent. */
export function planAlert({ decision, alerted, updates, developments, heldBack = [] }: PlanFacts): AlertPlan {
  if (!decision.wants) return { send: false, reason: decision.reasons.join('; ') };
  if (!alerted) return { send: true, kind: 'alert', reason: 'first report of the story for this route' };
  if (developments.length === 0) {
    const why = heldBack.length === 0 ? '' : `: ${heldBack.join('; ')}`;
    return { send: false, reason: `the route knows the story, and nothing developed${why}` };
  }
  const inWords = (all: readonly Development[]) =>
    all.map((development) => developmentText(development, decision.topics)).join('; ');
  if (!updates) return { send: false, reason: `${inWords(developments)}, but the route wants no updates` };
  const wanted = developments.filter(
    (development) =>
      development.kind === 'official' || decision.topics.some(({ id }) => id === development.topic),
  );
  if (wanted.length === 0) {
    return { send: false, reason: `${inWords(developments)}, which is no topic of the route` };
  }
  const says = inWords(wanted);
  return { send: true, kind: 'update', developments: wanted, development: says, reason: says };
}

/**
 * The developments in words: `now in force (was proposed)`, `now also Customs check`.
 * @param topics those that the message shows; with several of them a stance is named with its topic
 */
function developmentText(
  development: Development,
  topics: readonly Pick<RoutableTopic, 'id' | 'label'>[],
): string {
  const label = (id: string) => topics.find((topic) => topic.id === id)?.label ?? id;
  switch (development.kind) {
    case 'new-topic':
      return `now also ${label(development.topic)}`;
    case 'stance': {
      const whose = topics.length > 1 ? `${label(development.topic)} ` : '';
      return `${whose}now ${development.to} (was ${development.from})`;
    }
    case 'official':
      return `first official source: ${development.outlet}`;
  }
}
