/**
 * Frees what only the start needed: V8 returns hardly any memory by itself while a process is idle. Stops the process
 * for about a tenth of a second, so it must be called before work begins. Does nothing in a process that `relaunch`
 * has not restarted.
 */
export function freeStartMemory(): void {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
