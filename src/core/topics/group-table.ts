import type { Group } from './definition.ts';
import type { GroupIndex } from './meaning-table.ts';

/** Numbers each distinct set of concepts once, so that rules with the same group share the work. */
export class GroupTable {
  readonly list: number[][] = [];
  private readonly known = new Map<string, GroupIndex>();
  private readonly indexOf: ReadonlyMap<string, number>;

  /** @param indexOf the number of each concept */
  constructor(indexOf: ReadonlyMap<string, number>) {
    this.indexOf = indexOf;
  }

  of(group: Group): GroupIndex {
    const members = [...new Set(group.map((id) => this.indexOf.get(id)!))].sort((a, b) => a - b);
    const key = members.join();
    let index = this.known.get(key);
    if (index === undefined) {
      index = this.list.length;
      this.list.push(members);
      this.known.set(key, index);
    }
    return index;
  }

  optional(group: Group): GroupIndex | undefined {
    return group.length === 0 ? undefined : this.of(group);
  }

  /** The groups of each concept. */
  byConcept(): GroupIndex[][] {
    const groupsOf = Array.from(this.indexOf, (): GroupIndex[] => []);
    for (const [group, members] of this.list.entries()) {
      for (const concept of members) groupsOf[concept]!.push(group);
    }
    return groupsOf;
  }
}
