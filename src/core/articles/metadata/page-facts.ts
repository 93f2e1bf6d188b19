import type { LdNode } from './json-ld.ts';

/** A page's metadata as found, before it is interpreted. */
export interface PageFacts {
  readonly url: string;
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly titleTag: string;
  readonly headings: readonly string[];
  readonly language: string | undefined;
  readonly canonical: string | undefined;
  readonly amp: string | undefined;
  readonly nodes: readonly LdNode[];
  readonly article: LdNode | undefined;
  /** `itemprop` → values, in page order. */
  readonly items: ReadonlyMap<string, readonly string[]>;
  readonly times: readonly TimeFact[];
  readonly bylines: readonly BylineFact[];
  /** Markup in scripts that the page's program inserts. */
  readonly templates: readonly string[];
}

export interface TimeFact {
  readonly value: string;
  readonly published: boolean;
  /** How many blocks of text end before it. */
  readonly block: number;
}

export interface BylineFact {
  readonly text: string;
  /** True for `rel=author` and author links, which hold only a name; a byline may hold more. */
  readonly isName: boolean;
  /** How many blocks of text end before it. */
  readonly block: number;
}

/** The value of the first of these names that has one. */
export function firstMeta(facts: PageFacts, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = facts.metas.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return undefined;
}
