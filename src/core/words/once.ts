/**
 * Makes a value with the first call and keeps it. For objects of `Intl` and the like, which take milliseconds to make:
 * most commands need none.
 */
export function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
