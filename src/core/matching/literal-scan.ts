import { type Automaton, buildAutomaton, childOf, failureOf, patternsAt, stateCount } from './automaton.ts';
import { codeOf } from './unit-codes.ts';

const ASCII = 128;
/** A state takes 16 bits in the table. */
const MAX_STATES = 2 ** 16;

/** Literals to find, each with the bits that it stands for. */
export interface LiteralBits {
  readonly literals: readonly string[];
  readonly bits: readonly number[];
}

/**
 * Finds which of many literals occur in a text, in one pass. For ASCII the next state is read from a table, so that a
 * letter takes one step even where no literal goes on; for all others from the automaton.
 */
export class LiteralScan {
  private readonly automaton: Automaton;
  private readonly ascii: Uint8Array;
  /** For each state the next one by code, for the codes of ASCII letters: `2 ** shift` for each state. */
  private readonly table: Uint16Array;
  private readonly shift: number;
  /** The union of the bits of the literals that end in each state. */
  private readonly ending: Int32Array;

  /**
   * @param extend gives the same code to units that a text may have in place of those of the literals
   * @throws RangeError for more than 65,536 states
   */
  constructor({ literals, bits }: LiteralBits, extend: (codes: Uint16Array) => void) {
    // The letters of the first literals have the lowest codes.
    const order = [...literals.keys()].sort(
      (a, b) => Number(!isAscii(literals[a]!)) - Number(!isAscii(literals[b]!)),
    );
    const automaton = buildAutomaton(
      order.map((i) => unitsOf(literals[i]!)),
      extend,
    );
    this.automaton = automaton;
    this.ascii = Uint8Array.from({ length: ASCII }, (_, unit) => codeOf(automaton.codes, unit));
    this.shift = 32 - Math.clz32(Math.max(...this.ascii));
    this.table = tableOf(automaton, this.shift);
    this.ending = Int32Array.from({ length: stateCount(automaton) }, (_, state) => {
      let union = 0;
      for (const literal of patternsAt(automaton, state)) union |= bits[order[literal]!]!;
      return union;
    });
  }

  /** The union of the bits of all literals in a text. */
  bitsIn(text: string): number {
    const { ascii, table, shift, ending } = this;
    const { length } = text;
    let union = 0;
    let state = 0;
    for (let at = 0; at < length; at++) {
      let unit = text.charCodeAt(at);
      // A loop of its own, because the engine reads tables faster in a loop that calls nothing.
      while (unit < ASCII) {
        state = table[(state << shift) | ascii[unit]!]!;
        union |= ending[state]!;
        if (++at === length) return union;
        unit = text.charCodeAt(at);
      }
      state = this.stepOf(state, unit);
      union |= ending[state]!;
    }
    return union;
  }

  private stepOf(state: number, unit: number): number {
    const code = codeOf(this.automaton.codes, unit);
    return code === 0 ? 0 : nextOf(this.automaton, state, code);
  }
}

/** The state after a code: that of the longest suffix with which a literal goes on. */
function nextOf(automaton: Automaton, from: number, code: number): number {
  for (let state = from; state !== 0; state = failureOf(automaton, state)) {
    const next = childOf(automaton, state, code);
    if (next >= 0) return next;
  }
  return automaton.rootNext[code]!;
}

function tableOf(automaton: Automaton, shift: number): Uint16Array {
  const states = stateCount(automaton);
  if (states > MAX_STATES) throw new RangeError('too many literals for one table');
  const table = new Uint16Array(states << shift);
  const codes = Math.min(1 << shift, automaton.rootNext.length);
  for (let state = 0; state < states; state++)
    // Code 0 is that of letters in no literal.
    for (let code = 1; code < codes; code++) table[(state << shift) | code] = nextOf(automaton, state, code);
  return table;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= ASCII) return false;
  return true;
}

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}
