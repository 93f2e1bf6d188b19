/** Why a page is not taken for its entry's article. */
export type Refusal =
  | 'consent'
  | 'login'
  | 'bot-check'
  | 'javascript'
  /** The reader must first confirm an age, open an app or wait in a queue. */
  | 'hurdle'
  | 'error'
  | 'moved'
  /** The home page, or a list, after a redirect. */
  | 'home'
  /** Several different entries got it. */
  | 'shared'
  | 'unrelated';

const WORDS: Readonly<Record<Refusal, string>> = {
  consent: 'is a consent page',
  login: 'asks for a login or a subscription',
  'bot-check': 'checks whether a person reads it',
  javascript: 'shows nothing without JavaScript',
  hurdle: 'asks for an age, an app or patience first',
  error: 'is an error page, though it answered as if all were well',
  moved: 'only says that the article is elsewhere',
  home: 'is the home page or a list that a redirect led to',
  shared: 'is what other entries got too',
  unrelated: 'has none of the entry’s words',
};

/** The reason as a clause: `the page …`. */
export function refusalWords(refusal: Refusal): string {
  return WORDS[refusal];
}
