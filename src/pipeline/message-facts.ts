import { type RawBuilder, sql } from 'kysely';
import type { StoryFacts, TopicFacts } from '../core/alerts/compose-message.ts';
import type { Stance } from '../core/topics/match.ts';
import type { MatchRow } from '../io/store/articles.ts';
import type { Database } from '../io/store/database.ts';

/** An alert as a message tells it. */
export type AlertFacts = StoryFacts & { readonly alertedAt: Date };

/** Reads what the alerts of a delivery have to say, the newest first. The same rows say the same at each attempt. */
export async function readStoryFacts(
  db: Database,
  deliveryId: string,
  publicUrl: string | undefined,
): Promise<AlertFacts[]> {
  return readFacts(
    db,
    sql`SELECT alert_id FROM delivery_alerts WHERE delivery_id = ${deliveryId}`,
    publicUrl,
  );
}

/** Reads what the alerts have to say, the newest first. */
export async function readAlertFacts(
  db: Database,
  alertIds: readonly string[],
  publicUrl: string | undefined,
): Promise<AlertFacts[]> {
  if (alertIds.length === 0) return [];
  return readFacts(db, sql`SELECT unnest(${alertIds}::bigint[])`, publicUrl);
}

async function readFacts(
  db: Database,
  alertIds: RawBuilder<unknown>,
  publicUrl: string | undefined,
): Promise<AlertFacts[]> {
  const chosen = sql<boolean>`alerts.id IN (${alertIds})`;
  const [alerts, matches] = await Promise.all([alertRows(db, chosen), matchRows(db, chosen)]);
  return alerts.map(
    (alert): AlertFacts => ({
      alertedAt: alert.alertedAt,
      alertId: alert.alertId,
      storyId: alert.storyId,
      storyUrl: publicUrl === undefined ? undefined : new URL(`/stories/${alert.storyId}`, publicUrl).href,
      title: alert.title,
      link: alert.link,
      outlet: alert.outlet,
      published: alert.published,
      language: alert.language,
      topics: matches.filter((match) => match.article_id === alert.articleId).map(topicFacts),
      entities: alert.entities.slice(0, ENTITIES_SHOWN).map((entity) => entity.name),
      outletCount: alert.outlets.length,
      languages: alert.languages,
      development: alert.reason ?? undefined,
      sample: alert.sample,
    }),
  );
}

function alertRows(db: Database, chosen: RawBuilder<boolean>) {
  return db
    .selectFrom('alerts')
    .innerJoin('stories', 'stories.id', 'alerts.story_id')
    .innerJoin('articles', 'articles.id', 'alerts.article_id')
    .where(chosen)
    .orderBy('alerts.id', 'desc')
    .select([
      'alerts.id as alertId',
      'alerts.story_id as storyId',
      'alerts.article_id as articleId',
      'alerts.reason',
      'alerts.created_at as alertedAt',
      'articles.title',
      'articles.canonical_url as link',
      'articles.outlet',
      'articles.reported_at as published',
      'articles.language_tag as language',
      'articles.entities',
      'articles.sample',
      'stories.outlets',
      'stories.languages',
    ])
    .execute();
}

function matchRows(db: Database, chosen: RawBuilder<boolean>): Promise<MatchRow[]> {
  return db
    .selectFrom('matches')
    .selectAll()
    .where((eb) => eb('article_id', 'in', eb.selectFrom('alerts').select('alerts.article_id').where(chosen)))
    .execute();
}

const ENTITIES_SHOWN = 6;

function topicFacts(match: MatchRow): TopicFacts {
  const [best] = match.passages;
  return {
    id: match.topic,
    label: match.label,
    score: match.score,
    threshold: match.threshold,
    stance: (match.stance as Stance | null) ?? undefined,
    sentence: best?.text ?? '',
    terms: (best?.terms ?? []).map((term) => ({
      start: term.start - (best?.start ?? 0),
      end: term.end - (best?.start ?? 0),
      concept: term.concept,
    })),
    rules: match.rules.map((rule) => rule.id),
  };
}
