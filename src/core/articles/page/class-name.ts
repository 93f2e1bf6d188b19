import { mayName } from '../metadata/is-metadata.ts';
import { detach } from './detach.ts';
import { isDropCap } from './drop-cap.ts';
import { MAX_NAME, type NameMeaning, roleOfName } from './name-roles.ts';
import { isSummaryName } from './summary-name.ts';

/** A cheap test: most classes have nothing to do with visibility. */
const MAY_HIDE = /hid|invis|\bsr|[-_]sr|Sr|reader|a11y|accessib|assist|screen|clip/i;

/** One class name or id. What it says is found out when asked for, and once for all pages. */
export class ClassName {
  readonly name: string;
  private withDot: string | undefined;
  private means: NameMeaning | undefined;
  private hides: boolean | undefined;
  private isLetter: boolean | undefined;
  private isByline: boolean | undefined;
  private isOfSummary: boolean | undefined;

  constructor(name: string) {
    this.name = name;
  }

  /** As in style sheets. */
  get dotted(): string {
    return (this.withDot ??= `.${this.name}`);
  }

  get meaning(): NameMeaning {
    return (this.means ??= roleOfName(this.name));
  }

  get mayHide(): boolean {
    return (this.hides ??= MAY_HIDE.test(this.name));
  }

  get isDropCap(): boolean {
    return (this.isLetter ??= isDropCap(this.name));
  }

  /** Whether it may belong to a byline or date. */
  get mayName(): boolean {
    return (this.isByline ??= mayName(this.name));
  }

  /** Whether it belongs to a summary that a program made. */
  get isSummary(): boolean {
    return (this.isOfSummary ??= isSummaryName(this.name));
  }
}

/** The names seen so far: publishers use the same names on every page. */
const known = new Map<string, ClassName>();
const MAX_KNOWN = 10_000;

export function classNameOf(name: string): ClassName {
  const found = known.get(name);
  if (found !== undefined) return found;
  if (name.length > MAX_NAME) return new ClassName(name);
  const made = new ClassName(detach(name));
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(made.name, made);
  return made;
}
