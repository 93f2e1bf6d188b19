import type { Queue } from 'bullmq';
import { expect } from 'vitest';

/** Adds a job to a queue whose server may still refuse it, as soon as it is taken. Within 20 seconds. */
export async function addWhenAccepted(queue: Queue): Promise<void> {
  const added = () =>
    queue.add('read', {}).then(
      () => 'added',
      () => 'refused',
    );
  await expect.poll(added, { timeout: 20_000 }).toBe('added');
}
