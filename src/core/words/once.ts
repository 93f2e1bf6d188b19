/**
 * Makes a value with the first call and keeps it. For what takes long to make or to load and is often not needed: objects of
 * `Intl`, modules.
 */
export function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
