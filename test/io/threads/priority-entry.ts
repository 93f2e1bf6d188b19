import os from 'node:os';

/** Returns the priority of the thread that it runs on. */
export function run(): { readonly priority: number } {
  return { priority: os.getPriority() };
}
