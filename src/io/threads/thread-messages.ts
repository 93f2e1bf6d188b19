/** What a thread is given when it starts. */
export interface ThreadData {
  /** URL of the module that runs the tasks. */
  readonly entry: string;
  readonly exportName: string;
  /** Whether other threads come first. */
  readonly yields: boolean;
}

/** The messages of a thread about its current task. */
export type FromThread = (
  | { /** The thread has loaded its models. The deadline of the task starts now. */ readonly kind: 'started' }
  | { readonly kind: 'result'; readonly result: unknown; readonly heapMb: number }
  | { readonly kind: 'error'; readonly error: unknown; readonly heapMb: number }
) & {
  /** The computing time of the thread since its start, in milliseconds. */
  readonly cpuMs: number;
};
