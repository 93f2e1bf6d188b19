import type { TryProgress } from '../../pipeline/topics/try-topics.ts';
import { endTask, interruptTasks, keepTask } from '../../io/store/articles/archive-tasks.ts';
import type { Service } from '../../service/open-service.ts';
import type { WorkOutcome } from './work-outcome.ts';
import { type LongTasks, openLongTasks } from './long-tasks.ts';
import { saidOf } from './said-of-work.ts';

/** Who begins a piece of work, and what it is called. */
export interface Beginning {
  readonly title: string;
  readonly who: string;
}

interface Desk {
  readonly tasks: LongTasks<{ readonly title: string }, WorkOutcome>;
  readonly stop: AbortController;
  readonly running: Set<string>;
}

const desks = new WeakMap<Service, Desk>();

function deskOf(service: Service): Desk {
  const desk = desks.get(service) ?? {
    tasks: openLongTasks(),
    stop: new AbortController(),
    running: new Set(),
  };
  desks.set(service, desk);
  return desk;
}

/** The work of a process on its archive. */
export function archiveTasks(service: Service): Desk['tasks'] {
  return deskOf(service).tasks;
}

/** Begins work in the background. Returns its id; undefined where other work is under way. */
export async function beginWork(
  service: Service,
  { title, who }: Beginning,
  work: (progress: TryProgress, signal: AbortSignal) => Promise<WorkOutcome>,
): Promise<string | undefined> {
  const { tasks, stop, running } = deskOf(service);
  const { signal } = stop;
  const { db } = service.store;
  const id = tasks.start({ title }, (progress) =>
    work(stoppable(progress, signal), signal).catch((error: Error): WorkOutcome => {
      if (signal.aborted) return { status: 'failed', message: 'The service was stopped.' };
      service.log.error({ event: 'web.work-failed', title, err: error }, 'work on the archive failed');
      return { status: 'failed', message: failureOf(error) };
    }),
  );
  if (id === undefined) return undefined;
  running.add(id);
  const kept = keepTask(db, { task: id, title, who }, new Date());
  void tasks.find(id)?.outcome.then(async (outcome) => {
    running.delete(id);
    if (signal.aborted) return;
    const state = outcome.status === 'failed' ? 'failed' : 'done';
    await kept
      .then(() => endTask(db, id, { state, said: saidOf(outcome) }, new Date()))
      .catch((error: Error) =>
        service.log.warn({ event: 'web.work-unrecorded', title, err: error }, 'its end was not recorded'),
      );
  });
  await kept;
  return id;
}

/** Progress that throws at the next article once the signal is aborted, which ends the work. */
function stoppable(progress: TryProgress, signal: AbortSignal): TryProgress {
  return {
    start: (articles) => progress.start(articles),
    step() {
      signal.throwIfAborted();
      progress.step();
    },
  };
}

/** Records that work of earlier processes was interrupted if they ended before it was done. */
export async function sweepArchiveWork(service: Service): Promise<void> {
  await interruptTasks(service.store.db, new Date());
}

/** Ends the work that is under way, and records that it was interrupted. */
export async function stopArchiveWork(service: Service): Promise<void> {
  const { stop, running } = deskOf(service);
  stop.abort(new Error('the service was stopped'));
  for (const id of running)
    await endTask(service.store.db, id, { state: 'interrupted', said: '' }, new Date()).catch(
      (error: Error) =>
        service.log.warn({ event: 'web.work-unrecorded', err: error }, 'its end was not recorded'),
    );
}

/** Errors that say which file of the topics is wrong, and where. */
const MISTAKES: ReadonlySet<string> = new Set(['TopicFileError', 'GazetteerError', 'UnreadableFileError']);

function failureOf({ name, message }: Error): string {
  return MISTAKES.has(name) ? message : (FAILURES[name] ?? 'It failed. The log says more.');
}

const BY_COMMAND = 'The command of the same name has no such limit.';
const FAILURES: Readonly<Record<string, string>> = {
  ThreadDeadlineError: `It took more than half an hour. ${BY_COMMAND}`,
  ThreadCrashError: `It needed more memory than a page may use. ${BY_COMMAND}`,
};
