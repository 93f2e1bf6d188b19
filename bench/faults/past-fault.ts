/** A fault that was found in an early version, as a trial that any version can be put to. */
export interface PastFault {
  readonly name: string;
  /** The reason why it cannot be tried on this machine. */
  skip?(): string | undefined;
  /** @param program a checkout of the version to try */
  readonly run: (program: string) => Promise<Verdict>;
}

export interface Verdict {
  /** Whether the version does what it should. */
  readonly isWell: boolean;
  readonly seen: string;
}
