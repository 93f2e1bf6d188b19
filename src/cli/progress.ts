import cliProgress from 'cli-progress';

// A CommonJS package, not all of whose exports can be imported by name.
const { Format, SingleBar } = cliProgress;

export interface Progress {
  /** Called after each unit of work; `now` names it. */
  step(now: string): void;
  stop(): void;
}

export interface ByteProgress {
  /** Called after so many more bytes; `now` says what was done. */
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

/** A bar on standard error; nothing where that is no terminal. */
export function startProgress(total: number, unit: string): Progress {
  if (process.stderr.isTTY !== true) return { step() {}, stop() {} };
  const bar = new SingleBar({ ...LOOK, format: `{bar} {value}/{total} ${unit} | {now}` });
  bar.start(total, 0, { now: '' });
  return {
    step: (now) => bar.increment({ now }),
    stop: () => bar.stop(),
  };
}

/** The same for the bytes of an input, with the remaining time. */
export function startByteProgress(total: number): ByteProgress {
  if (process.stderr.isTTY !== true) return { advance() {}, stop() {} };
  const bar = new SingleBar({
    ...LOOK,
    format: '{bar} {percentage} % | {now} | {eta_formatted} left',
    // Before there is an estimate, the library's own formatter would print `LLs` for its NULL.
    formatTime: (seconds, options, roundTo) =>
      Number.isFinite(Number(seconds)) ? Format.TimeFormat(seconds, options, roundTo) : '…',
  });
  bar.start(total, 0, { now: '' });
  return {
    advance: (bytes, now) => bar.increment(bytes, { now }),
    stop: () => bar.stop(),
  };
}
