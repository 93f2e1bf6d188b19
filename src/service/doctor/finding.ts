/** The result of one check. */
export interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'note' | 'bad';
  readonly says: string;
  /** What to do, if anything. */
  readonly todo?: string | undefined;
}
