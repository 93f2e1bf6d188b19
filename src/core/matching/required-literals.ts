/** What an item of a pattern is: one character, alternatives of which one is matched, anything, or no characters. */
type Item = string | readonly string[] | typeof ANYTHING | typeof NOTHING;

const ANYTHING = Symbol('anything');
const NOTHING = Symbol('nothing');

/** How often an item is matched: once, perhaps never, or at least once. */
type Times = 'once' | 'optional' | 'repeated';

/** What follows the letter of an escape that is longer than one letter. */
const CODES: Readonly<Record<string, RegExp>> = {
  p: /^\{[^}]*\}/,
  P: /^\{[^}]*\}/,
  u: /^(?:\{[^}]*\}|[\da-f]{4})/i,
  x: /^[\da-f]{2}/i,
  c: /^[a-z]/i,
  k: /^<[^>]*>/,
};

/** From this code on, a character says as much as two and a half letters. */
const WIDE = 0x2e80;

/**
 * Literals, folded, of which every match of a pattern contains at least one; undefined where none can be named. From
 * each alternative the part is taken whose shortest literal is the longest.
 */
export function requiredLiterals({ source }: RegExp): readonly string[] | undefined {
  return new Reader(source).alternatives();
}

/** One form for all letters that patterns take for the same without regard to case; in UTF-16 units. */
export function foldUnit(unit: number): number {
  if (unit < 128) return unit >= 65 && unit <= 90 ? unit + 32 : unit;
  const character = String.fromCharCode(unit).normalize();
  const capital = character.toUpperCase();
  return (capital.length === 1 ? capital : character).toLowerCase().charCodeAt(0);
}

class Reader {
  private readonly source: string;
  private at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Reads to the end of the group or pattern. */
  alternatives(): readonly string[] | undefined {
    const all = new Set<string>();
    let isComplete = true;
    for (;;) {
      const literals = this.branch();
      if (literals === undefined) isComplete = false;
      for (const literal of literals ?? []) all.add(literal);
      if (this.source[this.at] !== '|') break;
      this.at++;
    }
    return isComplete ? [...all] : undefined;
  }

  private branch(): readonly string[] | undefined {
    let best: readonly string[] | undefined;
    let run = '';
    const take = (literals: readonly string[]): void => {
      if (best === undefined || worthOf(literals) > worthOf(best)) best = literals;
    };
    const endRun = (): void => {
      if (run !== '') take([run]);
      run = '';
    };
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at]!)) {
      const item = this.item();
      const times = this.times();
      if (item === NOTHING) continue;
      if (typeof item === 'string' && times !== 'optional') run += item;
      if (typeof item !== 'string' || times !== 'once') endRun();
      if (Array.isArray(item) && times !== 'optional') take(item);
    }
    endRun();
    return best;
  }

  private item(): Item {
    const character = this.source[this.at++]!;
    switch (character) {
      case '(':
        return this.group();
      case '[':
        while (this.source[this.at] !== ']') this.at += this.source[this.at] === '\\' ? 2 : 1;
        this.at++;
        return ANYTHING;
      case '\\':
        return this.escaped();
      case '.':
        return ANYTHING;
      case '^':
      case '$':
        return NOTHING;
    }
    return folded(character);
  }

  /** What is in a group; of assertions nothing, because they match no characters. */
  private group(): Item {
    const opening = /^(?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(this.source.slice(this.at, this.at + 40))![0];
    this.at += opening.length;
    const literals = this.alternatives();
    this.at++;
    return /[=!]$/.test(opening) ? NOTHING : (literals ?? ANYTHING);
  }

  private escaped(): Item {
    const character = this.source[this.at++]!;
    if (/[bB]/.test(character)) return NOTHING;
    const rest = CODES[character];
    if (rest !== undefined) this.at += rest.exec(this.source.slice(this.at, this.at + 40))?.[0].length ?? 0;
    return /\w/.test(character) ? ANYTHING : folded(character);
  }

  private times(): Times {
    const said = /^(?:([?*+])|\{(\d+)(,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 20));
    if (said === null) return 'once';
    this.at += said[0].length;
    const [, sign, least] = said;
    if (sign === '?' || sign === '*' || Number(least) === 0) return 'optional';
    return 'repeated';
  }
}

/** Half of a character beyond the basic plane could lose the other half to a quantifier. */
function folded(character: string): Item {
  const unit = character.charCodeAt(0);
  return unit >= 0xd800 && unit <= 0xdfff ? ANYTHING : String.fromCharCode(foldUnit(unit));
}

/** The weight of the shortest literal. */
function worthOf(literals: readonly string[]): number {
  return Math.min(
    ...literals.map((literal) => {
      let weight = 0;
      for (let i = 0; i < literal.length; i++) weight += literal.charCodeAt(i) >= WIDE ? 2.5 : 1;
      return weight;
    }),
  );
}
