/** Milliseconds. */
const MINUTE = 60_000;

/**
 * For what happens many times a second while something is away: the first is said at once, and then one a minute.
 * @returns says by kind; what is said hears how many were passed over since the last one
 */
export function saySeldom(everyMs = MINUTE): (kind: string, say: (passedOver: number) => void) => void {
  const kinds = new Map<string, { saidAt: number; passedOver: number }>();
  return (kind, say) => {
    const now = performance.now();
    const known = kinds.get(kind);
    if (known !== undefined && now - known.saidAt < everyMs) {
      known.passedOver += 1;
      return;
    }
    kinds.set(kind, { saidAt: now, passedOver: 0 });
    say(known?.passedOver ?? 0);
  };
}
