/** The task computed for longer than allowed, or waited for many times as long. Its thread was stopped; no other task was affected. */
export class ThreadDeadlineError extends Error {
  override readonly name = 'ThreadDeadlineError';
  readonly deadlineMs: number;
  constructor(deadlineMs: number, options?: ErrorOptions) {
    super(`the task was stopped after ${deadlineMs} ms of computing`, options);
    this.deadlineMs = deadlineMs;
  }
}

/** The task ended its thread: out of memory, `process.exit`, or a result that cannot be cloned. */
export class ThreadCrashError extends Error {
  override readonly name = 'ThreadCrashError';
  /** Whether the thread ran out of its heap. */
  readonly outOfMemory: boolean;
  constructor(message: string, options?: ErrorOptions & { outOfMemory?: boolean }) {
    super(message, options);
    this.outOfMemory = options?.outOfMemory ?? false;
  }
}

/** The machine gives the process no further thread, or the thread did not start in time. Says nothing of the task. */
export class ThreadStartError extends Error {
  override readonly name = 'ThreadStartError';
}

/** The limit of waiting tasks is reached. Transient: the caller should try later. */
export class ThreadQueueFullError extends Error {
  override readonly name = 'ThreadQueueFullError';
}

/** The pool was closed before the task could run. */
export class ThreadPoolClosedError extends Error {
  override readonly name = 'ThreadPoolClosedError';
}

/** The thread ended, or was needed no more, before the task began. The task may run on another. */
export class ThreadGoneError extends Error {
  override readonly name = 'ThreadGoneError';
}
