import { information } from './feature-frequency.ts';
import type { EvidenceName } from './evidence.ts';
import type { StoryFeatures, StoryMember } from './story.ts';
import {
  type Field,
  IDENTIFYING,
  KIND,
  LEADING,
  LISTED,
  LISTED_WEIGHT,
  type Subject,
  WEIGHTED,
} from './subject.ts';

/** The weight from which an item is a story's main one; not every title need contain it. */
const LED = 0.35;

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
    for (const [id, weight] of member[field] ?? []) {
      const index = known?.get(id);
      if (index !== undefined && weight > shared[index]!) shared[index] = weight;
      if (id.startsWith('country:')) continue;
      const digits = (index === undefined ? information(KIND[field], id) : items[index]!.digits) * weight;
      all += digits;
      if (index !== undefined) both += items[index]!.digits * Math.sqrt(weight * items[index]!.weight);
      else if (weight >= LEADING) missed += digits;
    }
  }
  for (const field of LISTED) {
    const known = at.get(field);
    if (known === undefined) continue;
    for (const id of member[field]) {
      const index = known.get(id);
      if (index !== undefined) shared[index] = LISTED_WEIGHT;
    }
  }
  const union = all + identity + ideas - both;
  return { similarity: union <= 0 ? 0 : Math.min(1, both / union), missed };
}

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
};

/** Sums the shared items by kind, and computes their share of the subject. */
export function sumUp(
  subject: Subject,
  shared: Float64Array,
  set: (name: EvidenceName, value: number) => void,
): void {
  const sums = {
    entities: 0,
    countries: 0,
    names: 0,
    places: 0,
    models: 0,
    actions: 0,
    ideas: 0,
    concepts: 0,
    dates: 0,
  };
  let identity = 0;
  let ideas = 0;
  let lead = 0;
  let leadIdeas = 0;
  let missing = 0;
  for (const [index, { field, country, digits, weight }] of subject.items.entries()) {
    const other = shared[index]!;
    if (other === 0) {
      if (weight >= LEADING && !country && WEIGHTED.includes(field as 'ideas')) missing += digits * weight;
      continue;
    }
    const common = digits * Math.sqrt(weight * other);
    sums[country ? 'countries' : field] += common;
    const own = digits * weight * Math.min(1, other / LEADING);
    if (IDENTIFYING.has(field) && !country) {
      identity += own;
      if (weight >= LEADING && other >= LED) lead += own;
    } else if (field === 'ideas' || field === 'actions') {
      ideas += own;
      if (weight >= LEADING && other >= LED) leadIdeas += own;
    }
  }
  for (const name of Object.keys(sums) as (keyof typeof sums)[]) set(name, Math.min(CAPS[name], sums[name]));
  set('missing', Math.min(8, missing));
  set('lead', subject.leads === 0 ? 0 : lead / subject.leads);
  set('leadIdeas', subject.leadIdeas === 0 ? 0 : leadIdeas / subject.leadIdeas);
  set('covered', subject.identity === 0 ? 0 : identity / subject.identity);
  set('ideasCovered', subject.ideas === 0 ? 0 : ideas / subject.ideas);
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
