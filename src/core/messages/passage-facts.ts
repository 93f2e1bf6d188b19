import type { Passage } from '../topics/match.ts';
import type { TopicMessage } from './message.ts';

/** A passage as messages show it, with the positions of its terms within it. */
export function passageFacts({
  text,
  start: from,
  together,
  terms,
}: Pick<Passage, 'text' | 'start' | 'together' | 'terms'>): Pick<
  TopicMessage,
  'sentence' | 'together' | 'terms'
> {
  return {
    sentence: text,
    together,
    terms: terms.map(({ start, end, concept }) => ({ start: start - from, end: end - from, concept })),
  };
}
