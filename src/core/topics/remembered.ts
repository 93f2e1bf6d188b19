/**
 * What is made once for one reading of an article. It is kept in the reading and freed with it. In WeakMaps, with readings as
 * keys, the collector of garbage took a tenth of the time of classification for it.
 */
export class Remembered {
  private readonly values = new Map<object, unknown>();

  /** @param key the function that makes the value, or another object that stands for this kind of value alone */
  of<Value>(key: object, make: () => Value): Value {
    return this.values.getOrInsertComputed(key, make) as Value;
  }
}
