import { expect, test } from 'vitest';
import { backends } from '../support/backends.ts';
import { testDatabase } from '../support/database.ts';
import { killAtPoints } from './support/kill-at-points.ts';
import type { Point } from './support/points.ts';

// Tests a few of the points; `npm run chaos` kills at all of them on both backends, twenty times each.
const SOME: Readonly<Record<string, readonly Point[]>> = {
  PostgreSQL: ['before commit items', 'after insert articles', 'before commit delivery_alerts', 'after send'],
  Redis: ['after enqueue articles', 'after note sent', 'before mark delivered'],
};

test.each(backends)(
  'killed between two steps, nothing is lost and no row is there twice, queues on $name',
  { timeout: 600_000 },
  async ({ name, redisUrl }) => {
    await using database = await testDatabase();
    const points = SOME[name] ?? [];
    const account = await killAtPoints({ databaseUrl: database.url, db: database.db, redisUrl, points });
    expect(account).toMatchObject({ lost: [], missed: [], doubledRows: 0 });
    // An item that three of the processes were reading when they were killed is read from its feed, as it should be.
    for (const reason of account.withoutPage)
      expect(reason).toMatch(/reading its page has ended the process 3 times/);
    expect(account.alerts).toBeGreaterThan(0);
  },
);
