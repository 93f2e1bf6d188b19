import { randomUUID } from 'node:crypto';
import type { Development } from '../core/stories/story.ts';
import type { Database } from '../io/store/database.ts';
import { record } from '../io/store/ledger.ts';
import type { StoryRow } from '../io/store/stories.ts';
import type { Pipeline } from './context.ts';
import type { Publication } from './publish-story.ts';

interface Announcement extends Omit<Publication, 'story'> {
  readonly story: StoryRow;
  /** What the article added to a story that was there already. */
  readonly development: Development | undefined;
}

/**
 * Asks each route about the story and writes alerts and deliveries for those that say yes: the outbox. Unique keys
 * make sure that a route hears of a story, of a topic in it and of a development once, whatever is run twice.
 */
export async function alertRoutes(
  pipeline: Pipeline,
  tx: Database,
  announcement: Announcement,
): Promise<string[]> {
  const { story, article, matches } = announcement;
  const now = pipeline.now();
  const due: string[] = [];
  const verdicts: Record<string, unknown>[] = [];
  for (const route of pipeline.settings.routes) {
    const topics = matches
      .map((match) => match.topic)
      .filter((topic) => route.topics === undefined || route.topics.includes(topic));
    if (topics.length === 0) {
      verdicts.push({ route: route.name, sends: false, why: 'no topic that the route wants' });
      continue;
    }
    const told = await tx
      .selectFrom('alerts')
      .select('id')
      .where('story_id', '=', story.id)
      .where('route', '=', route.name)
      .limit(1)
      .executeTakeFirst();
    const news =
      told === undefined
        ? { key: 'first', kind: 'alert' as const, reason: null }
        : describe(announcement.development, article.id);
    if (news === undefined) {
      verdicts.push({
        route: route.name,
        sends: false,
        why: 'the route knows the story, and nothing developed',
      });
      continue;
    }
    const alert = await tx
      .insertInto('alerts')
      .values({
        story_id: story.id,
        article_id: article.id,
        route: route.name,
        development: news.key,
        kind: news.kind,
        reason: news.reason,
        created_at: now,
      })
      .onConflict((conflict) => conflict.columns(['story_id', 'route', 'development']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (alert === undefined) continue;
    await tx
      .insertInto('alert_topics')
      .values(topics.map((topic) => ({ alert_id: alert.id, story_id: story.id, route: route.name, topic })))
      .onConflict((conflict) => conflict.columns(['story_id', 'topic', 'route']).doNothing())
      .execute();
    for (const channel of route.channels) {
      const id = randomUUID();
      await tx
        .insertInto('deliveries')
        .values({
          id,
          route: route.name,
          channel,
          kind: news.kind,
          subject: `alert-${alert.id}`,
          due_at: now,
          created_at: now,
        })
        .execute();
      await tx.insertInto('delivery_alerts').values({ delivery_id: id, alert_id: alert.id }).execute();
      due.push(id);
    }
    verdicts.push({ route: route.name, sends: true, alert: alert.id });
  }
  await record(tx, now, [
    { event: 'routed', articleId: article.id, storyId: story.id, detail: { verdicts } },
  ]);
  return due;
}

function describe(
  development: Development | undefined,
  articleId: string,
): { key: string; kind: 'update'; reason: string } | undefined {
  switch (development?.kind) {
    case undefined:
      return undefined;
    case 'new-topic':
      return { key: `topic:${development.topic}`, kind: 'update', reason: `now also ${development.topic}` };
    case 'stance':
      return {
        key: `stance:${development.topic}:${articleId}`,
        kind: 'update',
        reason: `${development.topic} ${development.from} → ${development.to}`,
      };
    case 'official':
      return { key: 'official', kind: 'update', reason: `first official source: ${development.outlet}` };
  }
}
