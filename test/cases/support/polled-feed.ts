import type { FeedRow } from '../../../src/io/store/feeds/feeds.ts';
import type { PollBench } from '../../support/poll-step.ts';
import { type ScriptedAnswer, type SeenRequest, scriptedServer } from '../../support/scripted-server.ts';
import { OUTLET } from './outlet.ts';

/** What is left after some polls of one feed. */
export interface Polled {
  /** In the order in which they were found. */
  readonly items: readonly {
    readonly title: string;
    readonly url: string;
    readonly backlog: boolean;
    readonly published_at: Date | null;
  }[];
  /** The feed after each poll. */
  readonly states: readonly FeedRow[];
  readonly requests: readonly SeenRequest[];
}

export interface FeedAnswer extends ScriptedAnswer {
  readonly at: string;
}

/** Polls a feed once for each answer, at the instant that it names. `OUTLET` in texts stands for its server. */
export async function polledFeed(bench: PollBench, answers: readonly FeedAnswer[]): Promise<Polled> {
  let current: FeedAnswer | undefined;
  await using server = await scriptedServer(({ path }, base) => {
    if (path !== '/feed.xml' || current === undefined) return undefined;
    const { body } = current;
    return { ...current, ...(typeof body === 'string' ? { body: body.replaceAll(OUTLET, base) } : {}) };
  });
  const step = await bench.watch(`${server.url}/feed.xml`, { backfillAge: 172_800 });
  const states: FeedRow[] = [];
  for (const answer of answers) {
    current = answer;
    states.push(await step.poll(answer.at));
  }
  const items = await bench.pipeline.db
    .selectFrom('items')
    .select(['title', 'url', 'backlog', 'published_at'])
    .where('feed_id', '=', step.id)
    .orderBy('id')
    .execute();
  return { items, states, requests: server.requests };
}
