/** What a thread is given when it starts. */
export interface ThreadData {
  /** URL of the module that runs the tasks. */
  readonly entry: string;
  readonly exportName: string;
}

/** What a thread says of its current task. */
export type FromThread =
  /** The thread has loaded its models: the deadline of the task runs from now. */
  | { readonly kind: 'started' }
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'error'; readonly error: unknown };
