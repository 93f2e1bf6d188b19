import type { TaskState } from '../people/console-schema.ts';
import type { Database } from '../database.ts';

/** A piece of work on the archive. */
export interface KeptTask {
  readonly id: string;
  /** The id by which the console and the API know it. */
  readonly task: string;
  readonly title: string;
  /** The name of who began it. */
  readonly who: string;
  readonly state: TaskState;
  /** How it ended, in a sentence; empty while it runs. */
  readonly said: string;
  readonly began_at: Date;
  readonly ended_at: Date | null;
}

/** Tasks that are kept; older ones are deleted when another begins. */
const KEPT = 200;

/** Stores a task that begins, and deletes the oldest ones beyond `KEPT`. */
export async function keepTask(
  db: Database,
  { task, title, who }: Pick<KeptTask, 'task' | 'title' | 'who'>,
  now: Date,
): Promise<void> {
  const { id } = await db
    .insertInto('archive_tasks')
    .values({ task, title, who, state: 'running', said: '', began_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .deleteFrom('archive_tasks')
    .where('id', '<=', String(BigInt(id) - BigInt(KEPT)))
    .execute();
}

/** Stores how a task ended. */
export async function endTask(
  db: Database,
  task: string,
  { state, said }: Pick<KeptTask, 'state' | 'said'>,
  now: Date,
): Promise<void> {
  await db
    .updateTable('archive_tasks')
    .set({ state, said, ended_at: now })
    .where('task', '=', task)
    .execute();
}

/** Marks all running tasks as interrupted. For the start of a process: the process that ran them has ended. */
export async function interruptTasks(db: Database, now: Date): Promise<void> {
  await db
    .updateTable('archive_tasks')
    .set({ state: 'interrupted', ended_at: now })
    .where('state', '=', 'running')
    .execute();
}

/** The latest first; with `before`, those that began before that one. */
export async function keptTasks(db: Database, limit: number, before?: string): Promise<KeptTask[]> {
  return db
    .selectFrom('archive_tasks')
    .selectAll()
    .$if(before !== undefined, (query) => query.where('id', '<', before as string))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The stored task with this id of the console. */
export async function keptTask(db: Database, task: string): Promise<KeptTask | undefined> {
  return db.selectFrom('archive_tasks').selectAll().where('task', '=', task).executeTakeFirst();
}
