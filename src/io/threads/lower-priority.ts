import os from 'node:os';

/**
 * Lets this thread wait while threads of the usual priority want its core. On Linux alone: elsewhere the call would change
 * the priority of the whole process.
 */
export function lowerPriority(): void {
  if (process.platform !== 'linux') return;
  try {
    os.setPriority(0, os.constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A sandbox forbids it. The thread works all the same.
  }
}
