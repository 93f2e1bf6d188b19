import { detach } from './detach.ts';
import { MAX_NAME, type NameMeaning, roleOfName } from './name-roles.ts';

/** One class name or id. What it says is found out when asked for, and once for all pages. */
export class ClassName {
  readonly name: string;
  private withDot: string | undefined;
  private means: NameMeaning | undefined;

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
