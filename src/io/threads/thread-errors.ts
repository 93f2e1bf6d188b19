/** The task ran longer than it may. Its thread was stopped; no other task felt it. */
export class ThreadDeadlineError extends Error {
  override readonly name = 'ThreadDeadlineError';
  readonly deadlineMs: number;
  constructor(deadlineMs: number, options?: ErrorOptions) {
    super(`the task was stopped after ${deadlineMs} ms`, options);
    this.deadlineMs = deadlineMs;
  }
}

/** The task brought its thread down: heap exhausted, exit called, result that cannot be cloned. */
export class ThreadCrashError extends Error {
  override readonly name = 'ThreadCrashError';
  /** Whether the thread ran out of its heap. */
  readonly outOfMemory: boolean;
  constructor(message: string, options?: ErrorOptions & { outOfMemory?: boolean }) {
    super(message, options);
    this.outOfMemory = options?.outOfMemory ?? false;
  }
}

/** More tasks wait than the pool lets wait. Transient: the caller tries later. */
export class ThreadQueueFullError extends Error {
  override readonly name = 'ThreadQueueFullError';
}

/** The pool was closed before the task could run. */
export class ThreadPoolClosedError extends Error {
  override readonly name = 'ThreadPoolClosedError';
}
