import type { ClassList } from './class-list.ts';
import type { Box } from './page-tree.ts';
import { namedRole } from './roles.ts';
import type { BoxRole } from './role-words.ts';
import type { Unseen } from './visibility.ts';

const NO_NAMES: readonly string[] = [];

/** A box of the page. Its role is read from its names when it is first asked for: of most boxes it never is. */
export class PageBox implements Box {
  readonly name: string;
  readonly classes: string;
  readonly id: string | undefined;
  readonly parent: Box | undefined;
  unseen: Unseen | undefined;
  first: number;
  end = 0;
  media = 0;
  private readonly list: ClassList | undefined;
  private known: BoxRole | undefined;

  /** `role`: the declared one. */
  constructor(
    name: string,
    {
      classes,
      id,
      role,
    }: { classes: ClassList | undefined; id: string | undefined; role: BoxRole | undefined },
    { parent, unseen, first }: { parent: Box | undefined; unseen: Unseen | undefined; first: number },
  ) {
    this.name = name;
    this.classes = classes?.list ?? '';
    this.list = classes;
    this.id = id;
    this.parent = parent;
    this.unseen = unseen;
    this.first = first;
    this.known = role;
  }

  get role(): BoxRole {
    return (this.known ??= namedRole(this.name, this.list?.said.role ?? 'none', this.id));
  }

  get classNames(): readonly string[] {
    return this.list?.names ?? NO_NAMES;
  }

  get isSummary(): boolean {
    return this.list?.isSummary === true;
  }

  get isPost(): boolean {
    return this.list?.isPost === true;
  }
}
