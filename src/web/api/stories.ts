import { z } from 'zod';
import { whyStored } from '../../core/messages/topic-facts.ts';
import { allTopics } from '../../core/stories/story-state.ts';
import { summariseStory } from '../../core/stories/summarise-story.ts';
import { latestAlerts } from '../../io/store/alerts.ts';
import { markStory, marksOf } from '../../io/store/stories/story-marks.ts';
import { judgeStory } from '../../io/store/articles/judgements.ts';
import { findStories } from '../../io/store/stories/story-list.ts';
import { type FullReport, fullReport } from '../../io/store/stories/story-page.ts';
import { getStory } from '../../io/store/stories/stories.ts';
import { reportsOf } from '../../io/store/stories/story-reports.ts';
import { search, searchQuery } from '../search/article-search.ts';
import { getEntityNames } from '../search/entity-names.ts';
import { idParams } from '../row-id.ts';
import { route, type WebRoute } from '../route.ts';
import { decodePlace, pageOfRows } from '../cursor.ts';
import { storyFilterOf, storyQuery } from '../search/story-query.ts';
import { unknownFilters, unknownProblem } from '../search/unknown-filters.ts';
import { pageOf, paging } from './lists.ts';
import { articleAnswer, storyAnswer } from './story-answer.ts';
import { apiAlert, apiArticle, apiArticleText, apiReport, apiStory } from './schemas.ts';

function articleOf({
  id,
  title,
  url,
  outlet,
  language_tag: language,
  reported_at: at,
}: Pick<FullReport, 'id' | 'title' | 'url' | 'outlet' | 'language_tag' | 'reported_at'>) {
  return articleAnswer({ id, title, url, outlet, language, reported: at.toISOString() });
}

const missing = { kind: 'problem', status: 404, title: 'There is no such story' } as const;

/** The API's routes for stories, reports, alerts and search. */
export const storyApi: readonly WebRoute[] = [
  route({
    method: 'GET',
    path: '/api/v1/stories',
    access: 'reader',
    about: 'Stories that meet the filters, in their order',
    query: storyQuery.extend(paging),
    answer: pageOf('stories', apiStory),
    handle: async ({ service, visitor, query }) => {
      const names = await getEntityNames(service.config.entities);
      const found = await findStories(service.store.db, {
        filter: storyFilterOf(query, names, new Date()),
        order: query.sort,
        after: decodePlace(query.after, query.sort === 'score' ? 'integer' : 'time'),
        limit: query.limit + 1,
        reader: visitor.id,
      });
      const unknown = found.length === 0 ? await unknownFilters(service, query) : [];
      if (unknown.length > 0) return unknownProblem(unknown);
      const { shown, next } = pageOfRows(found, query.limit, (story) => story);
      return {
        kind: 'json',
        value: {
          stories: shown.map((story) =>
            storyAnswer(story, {
              alerted: story.alerted_at,
              read: story.read_at !== null,
              starred: story.starred_at !== null,
            }),
          ),
          next,
        },
      };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/stories/:id',
    access: 'reader',
    about: 'One story with its reports and what each added',
    params: idParams,
    answer: z.object({ story: apiStory, timeline: z.array(apiReport) }),
    handle: async ({ service, visitor, params: { id } }) => {
      const { db } = service.store;
      const named = await getStory(db, id);
      const story =
        named === undefined || named.merged_into === null ? named : await getStory(db, named.merged_into);
      if (story === undefined) return missing;
      const [reports, marks, alerts] = await Promise.all([
        reportsOf(db, story.id),
        marksOf(db, visitor.id, story.id),
        db
          .selectFrom('alerts')
          .select('created_at')
          .where('story_id', '=', story.id)
          .where('hidden_by', 'is', null)
          .orderBy('created_at')
          .limit(1)
          .executeTakeFirst(),
      ]);
      const timeline = summariseStory(reports)?.timeline ?? [];
      return {
        kind: 'json',
        value: {
          story: storyAnswer(story, { alerted: alerts?.created_at ?? null, ...marks }),
          timeline: timeline.map(
            ({ at, article: { articleId: id, title, url, outlet, language }, news }) => ({
              ...articleAnswer({ id, title, url, outlet, language, reported: at.toISOString() }),
              added: news,
            }),
          ),
        },
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/stories/:id/marks',
    access: 'reader',
    about: 'Marks a story read or starred, for you alone',
    params: idParams,
    body: z.object({ mark: z.enum(['read', 'starred']), on: z.boolean() }),
    answer: z.object({ read: z.boolean(), starred: z.boolean() }),
    handle: async ({ service, visitor, params: { id }, body }) => {
      const { db } = service.store;
      if ((await getStory(db, id)) === undefined) return missing;
      await markStory(db, visitor.id, id, body.mark, body.on, new Date());
      return { kind: 'json', value: await marksOf(db, visitor.id, id) };
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/stories/:id/judgements',
    access: 'analyst',
    about: 'Says whether a story is about a topic, and why not',
    params: idParams,
    body: z.object({
      topic: z.string().min(1).max(64),
      relevant: z.boolean(),
      because: z.string().trim().max(500).default(''),
    }),
    answer: z.object({ judged: z.literal(true) }),
    handle: async ({ service, visitor, params: { id }, body }) => {
      const { db } = service.store;
      const story = await getStory(db, id);
      if (story === undefined) return missing;
      if (!allTopics(story.state).includes(body.topic))
        return { kind: 'problem', status: 422, title: `The story is not on ${body.topic}` };
      await judgeStory(db, id, { ...body, reader: visitor.id, at: new Date() });
      return { kind: 'json', value: { judged: true } };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/articles',
    access: 'reader',
    about: 'Searches everything stored, whether a topic matched or not',
    query: searchQuery.extend(paging),
    answer: pageOf('articles', apiArticle).extend({
      meanings: z.array(z.string()).describe('What else was searched for'),
    }),
    handle: async ({ service, visitor, query }) => {
      const { articles, next, meanings } = await search(service, query, {
        limit: query.limit,
        reader: visitor.id,
      });
      const unknown = articles.length === 0 ? await unknownFilters(service, query) : [];
      if (unknown.length > 0) return unknownProblem(unknown);
      return {
        kind: 'json',
        value: {
          articles: articles.map((article) => ({
            ...articleOf(article),
            sample: article.sample,
            story: article.story_id,
            score: article.score,
            topics: article.topics.map(({ topic, label, level }) => ({ id: topic, label, level })),
          })),
          next,
          meanings: meanings.map(({ name }) => name),
        },
      };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/articles/:id',
    access: 'reader',
    about: 'One article with its text and the passages that matched',
    params: idParams,
    answer: apiArticleText,
    handle: async ({ service, params: { id } }) => {
      const report = await fullReport(service.store.db, id);
      if (report === undefined) return { kind: 'problem', status: 404, title: 'There is no such article' };
      return {
        kind: 'json',
        value: {
          ...articleOf(report),
          lead: report.lead,
          text: report.text,
          entities: report.entities,
          matches: report.matches.map((match) => ({
            topic: match.topic,
            level: match.level,
            confidence: match.confidence,
            stance: match.stance,
            rules: match.rules.map(({ id }) => id),
            why: whyStored(match),
            passages: match.passages,
          })),
        },
      };
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/alerts',
    access: 'reader',
    about: 'The alerts, the latest first',
    query: z.object({ topic: z.string().max(64).optional(), ...paging }),
    answer: pageOf('alerts', apiAlert),
    handle: async ({ service, query }) => {
      const alerts = await latestAlerts(service.store.db, {
        topic: query.topic,
        after: decodePlace(query.after, 'time'),
        limit: query.limit + 1,
      });
      const unknown = alerts.length === 0 ? await unknownFilters(service, { topic: query.topic }) : [];
      if (unknown.length > 0) return unknownProblem(unknown);
      const { shown, next } = pageOfRows(alerts, query.limit, ({ key, id }) => ({ key, id }));
      return {
        kind: 'json',
        value: {
          alerts: shown.map(({ storyId, articleId, createdAt, key: _key, ...alert }) => ({
            ...alert,
            story: storyId,
            article: articleId,
            at: createdAt.toISOString(),
          })),
          next,
        },
      };
    },
  }),
];
