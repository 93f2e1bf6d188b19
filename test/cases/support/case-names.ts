export const CASE = 'case ';
export const VARIANT = 'variant ';

/** Whether a test of this folder counts as a case or as a variant, by its name. The reporter counts both. */
export function roleOf(testName: string): 'case' | 'variant' | undefined {
  if (testName.startsWith(CASE)) return 'case';
  return testName.startsWith(VARIANT) ? 'variant' : undefined;
}
