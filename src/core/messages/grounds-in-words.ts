import type { Ground } from '../topics/match.ts';
import { termInWords } from './concept-words.ts';
import { shortLine } from '../words/shorten.ts';

/** The most grounds that are named. They come strongest first. */
const SAID = 4;
/** A ground that adds less than this share of the strongest is left out. */
const LEAST_SHARE = 0.2;
const TERM = 40;

const PLACES: Readonly<Record<Ground['place'], string>> = {
  title: ' in the headline',
  opening: ' in the opening',
  text: '',
  sentence: ' in one sentence',
  several: '',
};

/** One ground: `customs “海关” in the headline`, `customs “海关” with chip “芯片” in one sentence`. */
export function groundInWords({ place, terms }: Ground): string {
  return sayGround({ place, terms }, new Set());
}

/**
 * Why fitted weights made a match where no rule fired: `customs “海关” in the headline + “海关” with chip model “H20” in
 * one sentence + maker (China) “Huawei”, taken together without a rule`. The meaning of a term is said once.
 */
export function groundsInWords(grounds: readonly Ground[]): string {
  const least = (grounds[0]?.adds ?? 0) * LEAST_SHARE;
  const said = new Set<string>();
  const parts = grounds
    .filter(({ adds }) => adds >= least)
    .slice(0, SAID)
    .map((ground) => sayGround(ground, said));
  const together = parts.length > 1 ? 'taken together without a rule' : 'without a rule';
  return parts.length === 0 ? '' : `${parts.join(' + ')}, ${together}`;
}

function sayGround({ place, terms }: Pick<Ground, 'place' | 'terms'>, said: Set<string>): string {
  // One word may mean two things: “Exportverbot” is a ban, and export control.
  const words = [...Map.groupBy(terms, ({ text }) => shortLine(text, TERM))].map(([text, same]) => {
    const unsaid = same.map(({ concept }) => concept).filter((concept) => !said.has(`${concept} ${text}`));
    for (const concept of unsaid) said.add(`${concept} ${text}`);
    return termInWords(unsaid, text);
  });
  const where = place === 'sentence' && words.length === 1 ? '' : PLACES[place];
  return `${words.join(place === 'several' ? ' and ' : ' with ')}${where}`;
}
