import { deliverAt } from '../../core/alerts/deliver-at.ts';
import { planAlert } from '../../core/alerts/plan-alert.ts';
import type { RouteConfig } from '../../core/alerts/route-config.ts';
import { type RoutableReport, type RouteDecision, routeReport } from '../../core/alerts/route-report.ts';
import { silencedBy } from '../../core/alerts/silence.ts';
import type { Development } from '../../core/stories/story.ts';
import type { Database } from '../../io/store/database.ts';
import type { NewLedgerLine } from '../../io/store/ledger.ts';
import { insertAlert, insertDelivery, recentMessages } from '../../io/store/deliveries/outbox.ts';
import type { StoredSilence } from '../../io/store/silences.ts';
import type { AlertedRoutes } from './alerted-routes.ts';
import type { Publication, Publishing } from './publication.ts';

interface Announcement extends Omit<Publication, 'story'> {
  readonly story: { readonly id: string; readonly isNew: boolean };
  /** What the article added to an existing story, most important first. */
  readonly developments: readonly Development[];
  /** Stances that this report claims and that the story does not take over yet, in words. */
  readonly heldBack: readonly string[];
}

/** A route's decision, for `why`. */
interface Verdict {
  readonly route: string;
  readonly sends: boolean;
  readonly why: string;
}

/**
 * Asks each route about the story, and writes alerts and deliveries for those that want it (the outbox). Unique keys
 * ensure that a route gets each story, topic and development once, even when a step runs twice. Returns the
 * deliveries that are due now, and the ledger entries.
 */
export async function alertRoutes(
  pipeline: Publishing,
  tx: Database,
  announcement: Announcement,
  known: Known,
): Promise<{ readonly due: string[]; readonly entry: NewLedgerLine }> {
  const { routes } = pipeline.settings;
  const report = reportOf(announcement);
  const due: string[] = [];
  const verdicts: Verdict[] = [];
  for (const [index, decision] of routeReport(report, routes).entries()) {
    const verdict = await alertRoute(
      { pipeline, tx, announcement, report, known, due },
      routes[index] as RouteConfig,
      decision,
    );
    verdicts.push({ route: decision.route, ...verdict });
  }
  const entry = {
    event: 'routed',
    articleId: announcement.article.id,
    storyId: announcement.story.id,
    detail: { verdicts },
  };
  return { due, entry };
}

/** What is known of all stories of the transaction. */
interface Known {
  readonly silences: readonly StoredSilence[];
  readonly alerted: AlertedRoutes;
}

interface Announcing {
  readonly pipeline: Publishing;
  readonly tx: Database;
  readonly announcement: Announcement;
  readonly report: RoutableReport;
  readonly known: Known;
  /** Receives the deliveries that are due now. */
  readonly due: string[];
}

async function alertRoute(
  { pipeline, tx, announcement, report, known: { silences, alerted: routes }, due }: Announcing,
  route: RouteConfig,
  decision: RouteDecision,
): Promise<Omit<Verdict, 'route'>> {
  const { story, article, developments, heldBack } = announcement;
  const now = pipeline.now();
  const alerted = routes.has(story.id, route.name);
  const plan = planAlert({ decision, alerted, updates: route.updates, developments, heldBack });
  if (!plan.send) return { sends: false, why: plan.reason };

  const silence = silencedBy(report, route.name, silences, now);
  const alertId = await insertAlert(
    tx,
    {
      storyId: story.id,
      articleId: article.id,
      route: route.name,
      development:
        plan.kind === 'alert'
          ? 'first'
          : plan.developments.map((one) => developmentKey(one, article.id)).join(' + '),
      kind: plan.kind,
      reason: plan.kind === 'alert' ? null : plan.development,
      hiddenBy: silence?.id ?? null,
      topics: decision.topics.map((topic) => topic.id),
    },
    now,
  );
  routes.add(story.id, route.name);
  if (alertId === undefined) return { sends: false, why: 'the route was told of this already' };
  if (silence !== undefined)
    return { sends: false, why: `hidden by silence ${silence.id}: ${silence.reason}` };

  const recent = route.cap === undefined ? [] : await recentMessages(tx, route.name, now);
  const time = deliverAt(now, { route, topics: decision.topics, recent });
  for (const channel of new Set(route.channels)) {
    const id = await insertDelivery(
      tx,
      {
        alertId,
        route: route.name,
        channel,
        kind: plan.kind,
        dueAt: time.at,
        heldFor: time.heldFor ?? null,
        bundle: time.bundle,
      },
      now,
    );
    if (time.at <= now) due.push(id);
  }
  return { sends: true, why: `${plan.reason}; ${time.reason}` };
}

function reportOf({ story, article, matches }: Announcement): RoutableReport {
  return {
    storyId: story.id,
    title: article.title,
    outlets: [article.outlet, new URL(article.canonical_url).hostname],
    language: article.language_tag,
    topics: matches.map((match) => ({
      id: match.topic,
      label: match.label,
      level: match.level,
      confidence: match.confidence,
      stance: match.stance,
    })),
    entities: article.entities.flatMap((entity) => [entity.id, entity.name]),
  };
}

/** The key of a development. A stance may come back (eased, in force again), so the article is part of the key. */
function developmentKey(development: Development, articleId: string): string {
  switch (development.kind) {
    case 'new-topic':
      return `topic:${development.topic}`;
    case 'stance':
      return `stance:${development.topic}:${development.to}:${articleId}`;
    case 'official':
      return 'official';
  }
}
