export const CASE = 'case ';
export const VARIANT = 'variant ';

/** What a test of this folder stands for, by its name: the reporter counts them so. */
export function roleOf(testName: string): 'case' | 'variant' | undefined {
  if (testName.startsWith(CASE)) return 'case';
  return testName.startsWith(VARIANT) ? 'variant' : undefined;
}
