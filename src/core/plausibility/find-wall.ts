import { foldWords } from './fold-words.ts';
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

/** A wall's request is at the beginning. UTF-16 units. */
const MAX_TEXT = 6_000;

const WALLS: readonly Phrases[] = [
  read('consent', CONSENT_LATIN + CONSENT_OTHER + VENDORS),
  read('login', LOGIN_LATIN + LOGIN_OTHER + METERED),
  read('bot-check', BOT_CHECK_LATIN + BOT_CHECK_OTHER + BLOCKED),
  read('javascript', JAVASCRIPT),
  read('error', ERROR_LATIN + ERROR_OTHER + UNAVAILABLE),
  read('moved', MOVED),
];

/** Searches title and text for phrases of walls; undefined where there are none. */
export function findWall(title: string, text: string): WallSigns | undefined {
  const titles = titleParts(title);
  const folded = foldWords(text.slice(0, MAX_TEXT)).replace(/\s+/g, ' ');
  const all: string[] = [];
  let best: { kind: Refusal; weight: number } | undefined;
  let isTitled = false;
  for (const { kind, titles: known, phrases } of WALLS) {
    const named = titles.some((part) => known.has(part));
    const found = phrases.filter((phrase) => folded.includes(phrase));
    const weight = found.length + (named ? 2 : 0);
    isTitled ||= named;
    all.push(...found);
    if (weight > (best?.weight ?? 0)) best = { kind, weight };
  }
  return best && { kind: best.kind, isTitled, phrases: [...new Set(all)] };
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
