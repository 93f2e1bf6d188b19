/** One answer, with its body as received. */
export interface Exchange {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
  /** True where undici refused the answer and browsers would accept it. */
  readonly isIrregular?: boolean;
  /** True where the connection ended before the body did. */
  readonly isCut?: boolean;
}
