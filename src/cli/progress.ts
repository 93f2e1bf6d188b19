import cliProgress from 'cli-progress';

// A CommonJS package, of which not every export can be imported by name.
const { Format, SingleBar } = cliProgress;

export interface Progress {
  /** One more is done; `now` says which. */
  step(now: string): void;
  stop(): void;
}

export interface ByteProgress {
  /** So many bytes more are done; `now` says what came of them. */
  advance(bytes: number, now: string): void;
  stop(): void;
}

const LOOK = {
  stream: process.stderr,
  barCompleteChar: '█',
  barIncompleteChar: '░',
  hideCursor: true,
  clearOnComplete: true,
};

/** A bar on standard error, and nothing at all where that is no terminal. */
export function startProgress(total: number, unit: string): Progress {
  if (process.stderr.isTTY !== true) return { step() {}, stop() {} };
  const bar = new SingleBar({ ...LOOK, format: `{bar} {value}/{total} ${unit} | {now}` });
  bar.start(total, 0, { now: '' });
  return {
    step: (now) => bar.increment({ now }),
    stop: () => bar.stop(),
  };
}

/** The same over the bytes of an input, with the time that is left. */
export function startByteProgress(total: number): ByteProgress {
  if (process.stderr.isTTY !== true) return { advance() {}, stop() {} };
  const bar = new SingleBar({
    ...LOOK,
    format: '{bar} {percentage} % | {now} | {eta_formatted} left',
    // Before there is anything to reckon with, the library's own formatter makes `LLs` of its NULL.
    formatTime: (seconds, options, roundTo) =>
      Number.isFinite(Number(seconds)) ? Format.TimeFormat(seconds, options, roundTo) : '…',
  });
  bar.start(total, 0, { now: '' });
  return {
    advance: (bytes, now) => bar.increment(bytes, { now }),
    stop: () => bar.stop(),
  };
}
