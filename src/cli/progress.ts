import { SingleBar } from 'cli-progress';

export interface Progress {
  /** One more is done; `now` says which. */
  step(now: string): void;
  stop(): void;
}

/** A bar on standard error, and nothing at all where that is no terminal. */
export function startProgress(total: number, unit: string): Progress {
  if (process.stderr.isTTY !== true) return { step() {}, stop() {} };
  const bar = new SingleBar({
    stream: process.stderr,
    format: `{bar} {value}/{total} ${unit} | {now}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0, { now: '' });
  return {
    step: (now) => bar.increment({ now }),
    stop: () => bar.stop(),
  };
}
