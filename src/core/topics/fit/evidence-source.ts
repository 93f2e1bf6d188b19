import type { MatchedText } from '../find-evidence.ts';
import type { Hit } from '../hit.ts';
import type { LexiconKey } from '../languages.ts';
import type { Topics } from '../topics.ts';

/** How many sentences the title has, and how many the lead and the text have together. */
export interface SentenceCounts {
  readonly headlines: number;
  readonly sentences: number;
}

/** Where evidence is gathered: an article, or one sentence of it as if it was the whole text. */
export interface EvidenceSource {
  /** In order of the text. */
  readonly hits: readonly Hit[];
  readonly topics: Pick<Topics, 'concepts' | 'families'>;
  readonly lexicon: LexiconKey;
  readonly reading: Pick<MatchedText, 'fields' | 'opens' | 'words'>;
  readonly counts: SentenceCounts;
}
