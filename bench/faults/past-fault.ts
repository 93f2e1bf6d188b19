/** A fault that was found in an early version, as a trial that any version can be put to. */
export interface PastFault {
  readonly name: string;
  /** The reason why it cannot be tried on this machine. */
  skip?(): string | undefined;
  readonly run: (subject: Subject) => Promise<Verdict>;
}

/** What is tried. */
export interface Subject {
  /** A checkout of the version. */
  readonly program: string;
  /** Whether its queues are on a Redis server of the trial; else they are in its database. */
  readonly onRedis: boolean;
}

export interface Verdict {
  /** Whether the version does what it should. */
  readonly isWell: boolean;
  readonly seen: string;
}
