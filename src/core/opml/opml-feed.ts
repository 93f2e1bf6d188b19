/** One feed of a subscription list. */
export interface OpmlFeed {
  readonly url: string;
  readonly title: string | undefined;
  readonly siteUrl: string | undefined;
  /** As written (`fr`, `zh-CN`). */
  readonly language: string | undefined;
  /** The folders that it lies in, outermost first. */
  readonly folders: readonly string[];
  /** From the category attribute: paths such as `/Technology/Chips`, or plain words. */
  readonly categories: readonly string[];
}
