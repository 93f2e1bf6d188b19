import { information } from './feature-frequency.ts';
import { INDEX } from './evidence.ts';
import type { StoryFeatures, StoryMember } from './story.ts';
import { type Field, KIND, LEADING, LISTED, LISTED_WEIGHT, type Subject, WEIGHTED } from './subject.ts';

/** The weight from which an item is a main one of a story. It may be missing in some titles. */
const MAIN_WEIGHT = 0.35;

const NONE: readonly (readonly [id: string, weight: number])[] = [];

/**
 * Notes which of the subject's items a member has. Returns how similar the two are, and which main items of the
 * member the subject lacks.
 */
export function noteShared(
  { at, items, identity, ideas }: Subject,
  member: StoryFeatures,
  shared: Float64Array,
): { similarity: number; missed: number } {
  let all = 0;
  let both = 0;
  let missed = 0;
  for (const field of WEIGHTED) {
    const known = at.get(field);
    const theirs = member[field] ?? NONE;
    for (let other = 0; other < theirs.length; other += 1) {
      const id = theirs[other]![0];
      const weight = theirs[other]![1];
      const index = known?.get(id);
      if (index !== undefined && weight > shared[index]!) shared[index] = weight;
      if (id.startsWith('country:')) continue;
      if (index !== undefined) {
        const { digits, weight: own } = items[index]!;
        all += digits * weight;
        both += digits * Math.sqrt(weight * own);
      } else {
        const digits = information(KIND[field], id) * weight;
        all += digits;
        if (weight >= LEADING) missed += digits;
      }
    }
  }
  for (const field of LISTED) {
    const known = at.get(field);
    if (known === undefined) continue;
    const theirs = member[field];
    for (let other = 0; other < theirs.length; other += 1) {
      const index = known.get(theirs[other]!);
      if (index !== undefined) shared[index] = LISTED_WEIGHT;
    }
  }
  const union = all + identity + ideas - both;
  return { similarity: union <= 0 ? 0 : Math.min(1, both / union), missed };
}

/** The most that each kind of item can add, so that one kind alone never decides. */
const CAPS = {
  entities: 6,
  countries: 2,
  names: 6,
  places: 4,
  models: 4,
  actions: 3,
  ideas: 6,
  concepts: 3,
  dates: 2,
} as const;
const CAPPED = Object.entries(CAPS).map(([name, most]) => [INDEX[name as keyof typeof CAPS], most] as const);

/** Sums the shared items by kind into `values`, in the order of `EVIDENCE`, and computes their share of the subject. */
export function sumUp(subject: Subject, shared: Float64Array, values: Float64Array): void {
  const { items } = subject;
  let identity = 0;
  let ideas = 0;
  let lead = 0;
  let leadIdeas = 0;
  let missing = 0;
  for (let index = 0; index < items.length; index += 1) {
    const { says, field, country, evidence, digits, weight } = items[index]!;
    const other = shared[index]!;
    if (other === 0) {
      if (weight >= LEADING && !country && WEIGHTED.includes(field as 'ideas')) missing += digits * weight;
      continue;
    }
    values[INDEX[evidence]]! += digits * Math.sqrt(weight * other);
    const own = digits * weight * Math.min(1, other / LEADING);
    const leads = weight >= LEADING && other >= MAIN_WEIGHT;
    if (says === 'who') {
      identity += own;
      if (leads) lead += own;
    } else if (says === 'what') {
      ideas += own;
      if (leads) leadIdeas += own;
    }
  }
  for (let at = 0; at < CAPPED.length; at += 1) {
    const [index, most] = CAPPED[at]!;
    if (values[index]! > most) values[index] = most;
  }
  values[INDEX.missing] = Math.min(8, missing);
  values[INDEX.lead] = subject.leads === 0 ? 0 : lead / subject.leads;
  values[INDEX.leadIdeas] = subject.leadIdeas === 0 ? 0 : leadIdeas / subject.leadIdeas;
  values[INDEX.covered] = subject.identity === 0 ? 0 : identity / subject.identity;
  values[INDEX.ideasCovered] = subject.ideas === 0 ? 0 : ideas / subject.ideas;
}

/** Whether both have items of this kind and share none. */
export function isDisjoint(
  subject: Subject,
  field: Field,
  shared: Float64Array,
  members: readonly StoryMember[],
): boolean {
  const own = subject.at.get(field);
  if (own === undefined || !members.some(({ features }) => (features[field]?.length ?? 0) > 0)) return false;
  for (const index of own.values()) if (shared[index]! > 0) return false;
  return true;
}
