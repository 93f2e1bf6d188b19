import { threadId } from 'node:worker_threads';

export interface HostileTask {
  readonly kind:
    | 'echo'
    | 'loop'
    | 'allocate'
    | 'keep'
    | 'throw'
    | 'exit'
    | 'stray'
    | 'unclonable'
    | 'sleep'
    | 'decode';
  readonly value?: string;
  readonly ms?: number;
  readonly bytes?: Uint8Array;
}

let kept: unknown[] = [];

/** Runs on a thread of the pool under test and misbehaves as the task says. */
export async function run(task: HostileTask): Promise<{ value: string; threadId: number } | (() => void)> {
  switch (task.kind) {
    case 'loop':
      for (;;);
    case 'allocate': {
      const held: unknown[] = [];
      for (;;) held.push(Array.from({ length: 1000 }, (_, i) => ({ i })));
    }
    case 'keep':
      kept = Array.from({ length: 4_000_000 }, (_, i) => ({ i }));
      break;
    case 'throw':
      throw new RangeError(`thrown by the task: ${task.value}`);
    case 'exit':
      return process.exit(3);
    case 'stray':
      queueMicrotask(() => {
        throw new Error('stray');
      });
      await new Promise((resolve) => setTimeout(resolve, 60_000));
      break;
    case 'unclonable':
      return () => undefined;
    case 'sleep':
      await new Promise((resolve) => setTimeout(resolve, task.ms));
      break;
    case 'decode':
      return { value: new TextDecoder().decode(task.bytes), threadId };
    case 'echo':
  }
  return { value: task.value ?? `${kept.length}`, threadId };
}
