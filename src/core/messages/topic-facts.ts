import type { Level, Match, Stance } from '../topics/match.ts';
import type { TopicFacts } from './compose-message.ts';
import { groundsInWords } from './grounds-in-words.ts';
import { passageFacts } from './passage-facts.ts';
import { termsFound, whyMatched } from './phrases.ts';
import { plainLine } from './plain-text.ts';

/** A match as it is stored. */
export interface StoredMatch {
  readonly topic: string;
  readonly label: string;
  readonly level: Level;
  readonly confidence: number;
  readonly stance: string | null;
  readonly rules: readonly { readonly id: string }[];
  readonly passages: readonly Pick<Match['passages'][number], 'text' | 'start' | 'together' | 'terms'>[];
  readonly grounds: NonNullable<Match['grounds']>;
}

/** A stored match as the facts of a message, with its strongest passage. */
export function topicFacts(match: StoredMatch): TopicFacts {
  const [best] = match.passages;
  return {
    id: match.topic,
    label: match.label,
    level: match.level,
    confidence: match.confidence,
    stance: (match.stance as Stance | null) ?? undefined,
    ...(best === undefined ? { sentence: '', together: undefined, terms: [] } : passageFacts(best)),
    rules: match.rules.map(({ id }) => id),
    grounds: match.grounds,
    concepts: [...new Set(match.passages.flatMap(({ terms }) => terms.map(({ concept }) => concept)))],
  };
}

/** Why the topic matched, in the words of an alert. */
export function whyStored(match: StoredMatch): string {
  return plainLine(whyMatched(topicFacts(match)));
}

/** What made the match: `rule customs-act-on-chips`, or what the weights found where no rule fired. */
export function matchedBy(match: Pick<Match, 'rules' | 'passages' | 'grounds'>): string {
  const rules = match.rules.map(({ id }) => id);
  if (rules.length > 0) return `${rules.length === 1 ? 'rule' : 'rules'} ${rules.join(', ')}`;
  const said = groundsInWords(match.grounds ?? []);
  if (said !== '') return said;
  const [best] = match.passages;
  const found = best === undefined ? '' : plainLine(termsFound(passageFacts(best)));
  return [found, 'without a rule'].filter(Boolean).join(', ');
}
