/** Milliseconds. */
const MINUTE = 60_000;
/** A server that is away or starting is reported at once and then at this interval. Milliseconds. */
export const REMIND = 600_000;

/**
 * Limits reports of something that happens many times a second during an outage: the first is made at once, then one
 * a minute.
 * @returns a function that takes the kind of report; `say` gets the number that were left out since the last one
 */
export function throttleReports(everyMs = MINUTE): (kind: string, say: (passedOver: number) => void) => void {
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
