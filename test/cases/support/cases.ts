import { test } from 'vitest';
import { CASE, VARIANT } from './case-names.ts';

/** A test of a case in `fixtures/cases`; `id` is its folder, without what comes before: `feeds/01-one-link-for-all-items`. */
export function caseTest(id: string, run: () => void | Promise<void>, timeout?: number): void {
  test(`${CASE}${id}`, run, timeout);
}

/** A test of the same kind with other input: another language or another layout. */
export function variantTest(name: string, run: () => void | Promise<void>, timeout?: number): void {
  test(`${VARIANT}${name}`, run, timeout);
}
