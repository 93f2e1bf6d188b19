import { setTimeout as pause } from 'node:timers/promises';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { scriptedServer } from '../../test/support/scripted-server.ts';
import { seconds } from '../chaos/night.ts';
import { shiftedClock } from '../chaos/shifted-clock.ts';
import type { PastFault } from './past-fault.ts';
import { INTERVAL, openTrial } from './trial.ts';

const DAY = 86_400_000;
/** Entries of the large feed. */
const BACKLOG = 6_000;
/**
 * So many pages of the large feed at most are asked for after the other feed has answered with its report, and before the
 * report's own page is: those that are in hand. A faster machine asks for no more of them, only sooner.
 */
const IN_HAND = 250;
const KILLS = 5;
/** Seconds between two kills; less than the half minute for which a job of a dead process is not free. */
const BETWEEN_KILLS = 20;
/** Within this time after the first kill the feed is polled again: the half minute, and a start. Seconds. */
const FREE_AGAIN = 45;

/** A feed of many entries, each with a page of its own. */
async function largeOutlet() {
  return scriptedServer(({ path }, base) => {
    if (path === '/robots.txt') return undefined;
    if (path !== '/feed.xml')
      return {
        headers: { 'content-type': 'text/html' },
        body: `<title>Notice ${path}</title><article><h1>Notice ${path}</h1><p>${`The ferry of quarter ${path} left the quiet port on time. `.repeat(20)}</p></article>`,
      };
    const date = new Date().toUTCString();
    const items = Array.from(
      { length: BACKLOG },
      (_, n) =>
        `<item><title>Notice ${n}</title><link>${base}/notice-${n}</link><guid isPermaLink="false">n${n}</guid><pubDate>${date}</pubDate></item>`,
    );
    return {
      headers: { 'content-type': 'application/rss+xml' },
      body: `<rss version="2.0"><channel><title>Large</title>${items.join('')}</channel></rss>`,
    };
  });
}

export const timeFaults: readonly PastFault[] = [
  {
    name: `a feed has ${BACKLOG} new entries, and another publishes a report`,
    async run(subject) {
      await using large = await largeOutlet();
      const otherFeeds = [`${large.url.replace('127.0.0.1', 'localhost')}/feed.xml`];
      const pages = () => large.requests.filter(({ path }) => path.startsWith('/notice')).length;
      let isPublished = false;
      let [shown, asked] = [0, 0];
      await using trial = await openTrial({
        ...subject,
        otherFeeds,
        before(path) {
          if (path.startsWith('/feed') && isPublished) shown ||= pages();
          else if (shown > 0 && path !== '/robots.txt') asked ||= pages();
          return undefined;
        },
      });
      await trial.start();
      while (pages() < 50) await seconds(1);
      const [{ waiting } = { waiting: 0 }] = await trial.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM items WHERE state = 'new'`,
      );
      const before = pages();
      const began = performance.now();
      isPublished = true;
      trial.outlet.publish(1);
      const told = await trial.allTold(900);
      const [took, after] = [performance.now() - began, pages() - before];
      return {
        isWell: told === 1 && asked - shown < IN_HAND,
        seen: `${waiting} items were waiting; its page was asked for ${asked - shown} pages of them after its feed was read; ${told === 1 ? 'alerted' : 'not alerted'} after ${after} of them (${Math.round(took / 1_000)} s)`,
      };
    },
  },
  {
    name: 'the clock is 400 days ahead for 25 seconds',
    async run(subject) {
      await using trial = await openTrial({ ...subject });
      const clock = await shiftedClock(trial.home);
      const file = clock.handle as string;
      await trial.start(clock.environment);
      await seconds(5);
      await writeFile(file, String(400 * DAY));
      await seconds(25);
      await writeFile(file, '0');
      trial.outlet.publish(4);
      const told = await trial.allTold(120);
      const [{ next } = { next: '' }] = await trial.query<{ next: string }>(
        `SELECT date_trunc('day', max(next_poll_at) - now())::text AS next FROM feeds`,
      );
      return {
        isWell: told === 4,
        seen: `${told} of 4 alerts in two minutes; the next poll is due in ${next}`,
      };
    },
  },
  {
    name: `the service is killed during a poll, and ${KILLS - 1} more times ${BETWEEN_KILLS} seconds apart`,
    async run(subject) {
      const polls: number[] = [];
      let hold: Promise<void> | undefined;
      await using trial = await openTrial({
        ...subject,
        before(path) {
          if (!path.startsWith('/feed')) return undefined;
          polls.push(performance.now());
          return hold;
        },
      });
      await trial.start();
      while (polls.length < 2) await pause(100);
      const seen = polls.length;
      const { promise, resolve } = Promise.withResolvers<void>();
      hold = promise;
      while (polls.length === seen) await pause(20);
      await trial.service.stop('SIGKILL');
      const killedAt = performance.now();
      hold = undefined;
      resolve();
      const held = polls.length;
      for (let kill = 1; kill < KILLS; kill += 1) {
        await trial.start();
        await seconds(Math.max(0, BETWEEN_KILLS * kill - (performance.now() - killedAt) / 1_000));
        await trial.service.stop('SIGKILL');
      }
      const duringKills = polls.length - held;
      await trial.start();
      while (polls.length === held && performance.now() < killedAt + 400_000) await pause(100);
      const first = Math.round(((polls[held] ?? Infinity) - killedAt) / 1_000);
      return {
        isWell: first <= FREE_AGAIN,
        seen: `the feed, due every ${INTERVAL} s, was polled again ${first} s after the first kill; ${duringKills} polls while kills went on`,
      };
    },
  },
  {
    name: 'everything is three and a half years old: is it removed, and can it be copied?',
    async run(subject) {
      await using trial = await openTrial({ ...subject });
      const clock = await shiftedClock(trial.home);
      await trial.start(clock.environment);
      trial.outlet.publish(4);
      const told = await trial.allTold(120);
      const backup = path.join(trial.home, 'record.gz');
      const copied = await trial.command('backup', backup);
      await trial.service.stop('SIGTERM');
      for (const [table, columns] of Object.entries({
        items: ['first_seen_at', 'last_seen_at', 'done_at'],
        articles: ['reported_at', 'fetched_at'],
        stories: ['last_report_at'],
      }))
        await trial.query(
          `UPDATE ${table} SET ${columns.map((one) => `${one} = ${one} - interval '1300 days'`).join(', ')}`,
        );
      // What runs once a night is due after 30 hours.
      await writeFile(clock.handle as string, String(1.3 * DAY));
      await trial.start(clock.environment);
      await seconds(60);
      const [{ left } = { left: -1 }] = await trial.query<{ left: number }>(
        'SELECT count(*)::int AS left FROM articles',
      );
      return {
        isWell: told === 4 && copied.code === 0 && left === 0,
        seen: `${left} of ${told} old articles are left after a night; \`backup\` exits with ${copied.code}`,
      };
    },
  },
];
