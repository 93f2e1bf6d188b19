/** Concepts in one number of 32 bits. */
const BITS = 32;

/** The concepts of each group as bits: a group may have fifty, and is asked for one of them at each hit. */
export interface GroupMembers {
  /** Numbers for each group. */
  readonly words: number;
  readonly bits: Uint32Array;
}

/** @param groups the concepts of each group, by index; @param concepts how many concepts there are */
export function packMembers(groups: readonly (readonly number[])[], concepts: number): GroupMembers {
  const words = Math.ceil(concepts / BITS);
  const bits = new Uint32Array(groups.length * words);
  for (const [group, members] of groups.entries()) {
    for (const concept of members) bits[group * words + (concept >>> 5)]! |= 1 << (concept & 31);
  }
  return { words, bits };
}

/** Whether the concept is one of the group. */
export function isMember({ words, bits }: GroupMembers, group: number, concept: number): boolean {
  return (bits[group * words + (concept >>> 5)]! & (1 << (concept & 31))) !== 0;
}
