import { type Automaton, buildAutomaton, scan } from '../matching/automaton.ts';
import { foldWords } from '../words/fold-words.ts';
import type { Refusal } from './refusal.ts';
import { BLOCKED } from './walls/blocked.ts';
import { BOT_CHECK_LATIN } from './walls/bot-check-latin.ts';
import { BOT_CHECK_OTHER } from './walls/bot-check-other.ts';
import { CONSENT_LATIN } from './walls/consent-latin.ts';
import { CONSENT_OTHER } from './walls/consent-other.ts';
import { ERROR_LATIN } from './walls/error-latin.ts';
import { ERROR_OTHER } from './walls/error-other.ts';
import { JAVASCRIPT } from './walls/javascript.ts';
import { LOGIN_LATIN } from './walls/login-latin.ts';
import { LOGIN_OTHER } from './walls/login-other.ts';
import { METERED } from './walls/metered.ts';
import { MOVED } from './walls/moved.ts';
import { UNAVAILABLE } from './walls/unavailable.ts';
import { VENDORS } from './walls/vendors.ts';

/** Signs that a page is a wall: a page that keeps readers out. */
export interface WallSigns {
  readonly kind: Refusal;
  /** Whether the title is one that only walls have. */
  readonly isTitled: boolean;
  /** The phrases of walls in the text, folded. */
  readonly phrases: readonly string[];
}

interface Phrases {
  readonly kind: Refusal;
  readonly titles: ReadonlySet<string>;
  readonly phrases: readonly string[];
}

/** How much of a text is searched, because a wall's request is at the beginning. UTF-16 units. */
export const SEARCHED = 6_000;

const WALLS: readonly Phrases[] = [
  read('consent', CONSENT_LATIN + CONSENT_OTHER + VENDORS),
  read('login', LOGIN_LATIN + LOGIN_OTHER + METERED),
  read('bot-check', BOT_CHECK_LATIN + BOT_CHECK_OTHER + BLOCKED),
  read('javascript', JAVASCRIPT),
  read('error', ERROR_LATIN + ERROR_OTHER + UNAVAILABLE),
  read('moved', MOVED),
];

/** All phrases, in the order of `WALLS`. */
const PHRASES = WALLS.flatMap(({ phrases }) => phrases);
/** How many phrases there are up to the end of each kind. */
const ENDS = WALLS.map((_, at) =>
  WALLS.slice(0, at + 1).reduce((sum, { phrases }) => sum + phrases.length, 0),
);

/** Built when a text is first searched. There are two thousand phrases, too many to search for one after the other. */
let automaton: Automaton | undefined;

/** Searches title and text for phrases of walls; undefined where there are none. */
export function findWall(title: string, text: string): WallSigns | undefined {
  const titles = titleParts(title);
  const found = phrasesIn(foldWords(text.slice(0, SEARCHED)).replace(/\s+/g, ' '));
  let best: { kind: Refusal; weight: number } | undefined;
  let isTitled = false;
  let next = 0;
  for (const [at, { kind, titles: known }] of WALLS.entries()) {
    const named = titles.some((part) => known.has(part));
    const first = next;
    while (next < found.length && found[next]! < ENDS[at]!) next++;
    const weight = next - first + (named ? 2 : 0);
    isTitled ||= named;
    if (weight > (best?.weight ?? 0)) best = { kind, weight };
  }
  return (
    best && {
      kind: best.kind,
      isTitled,
      phrases: [...new Set(found.map((phrase) => PHRASES[phrase]!))],
    }
  );
}

/** The phrases in a folded text, as indices into `PHRASES`, in ascending order. */
function phrasesIn(folded: string): number[] {
  automaton ??= buildAutomaton(PHRASES.map(unitsOf));
  const found = new Set<number>();
  scan(automaton, unitsOf(folded), folded.length, (phrase) => found.add(phrase));
  return [...found].sort((a, b) => a - b);
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

/** The title and its parts where it contains the site's name, without punctuation at their ends. */
function titleParts(title: string): string[] {
  const folded = foldWords(title.slice(0, 300));
  return [folded, ...folded.split(/\s*[|–—·•»«]\s*|\s+[-:]\s+/)]
    .map((part) => part.replace(/^[\s¿¡«"'([]+|[\s.…!?！？。:»"')\]]+$/g, '').replace(/\s+/g, ' '))
    .filter((part) => part !== '');
}

function read(kind: Refusal, list: string): Phrases {
  const lines = list
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(foldWords);
  const titles = lines.filter((line) => line.startsWith('=')).map((line) => line.slice(1).trim());
  return {
    kind,
    titles: new Set(titles),
    phrases: [...new Set(lines.filter((line) => !line.startsWith('=')))],
  };
}
