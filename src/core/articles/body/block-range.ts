/** The blocks from `first` up to `end`. */
export interface BlockRange {
  readonly first: number;
  readonly end: number;
}
