import type { LdNode } from './json-ld.ts';

/** What a page says of itself, before any of it is weighed. */
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
  /** The data of a page that draws itself in the browser. */
  readonly nextData: string | undefined;
  /** Markup in scripts, which the page's program puts in its place. */
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
  /** `rel=author` and author links are names alone; a byline may say more. */
  readonly isName: boolean;
  /** How many blocks of text end before it. */
  readonly block: number;
}

/** The first value of the first of these names that has one. */
export function firstMeta(facts: PageFacts, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = facts.metas.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return undefined;
}
