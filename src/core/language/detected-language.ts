/** The result of language detection. */
export interface DetectedLanguage {
  /** ISO 639-3 of the individual language (`fra`, `cmn`, `arb`), or `und` when unsure. */
  readonly language: string;
  /** BCP 47 for people and for the web: `fr`, `zh-Hans`, `zh-Hant`; `und` when unsure. */
  readonly tag: string;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** Language tags from other sources, most trusted first: BCP 47 as found (`fr-FR`, `zh_TW`). */
export interface LanguageHints {
  readonly page?: string | undefined;
  readonly http?: string | undefined;
  readonly feed?: string | undefined;
}
